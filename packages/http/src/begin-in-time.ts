import { request as httpRequest, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** A request was given up before its first byte was sent, because it had become too late for it. */
export class TooLateToBegin extends Error {
  override readonly name = 'TooLateToBegin';
}

/** What axios sends with. */
export interface Transport {
  request(options: RequestOptions, onAnswer: (answer: IncomingMessage) => void): ClientRequest;
}

/**
 * Asks once more when the connection stands, right before the first byte: connecting takes its time, and the process or its machine may
 * have been stopped in between.
 */
export function beginInTime(mayStillBegin: () => boolean): Transport {
  return {
    request(options, onAnswer) {
      const isSecure = options.protocol === 'https:';
      const request = (isSecure ? httpsRequest : httpRequest)(options, onAnswer);
      const check = () => {
        if (!mayStillBegin()) request.destroy(new TooLateToBegin('it is too late to begin'));
      };
      request.once('socket', (socket) => {
        if (socket.connecting) socket.once(isSecure ? 'secureConnect' : 'connect', check);
        else check();
      });
      return request;
    },
  };
}
