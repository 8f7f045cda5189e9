import { request as httpRequest, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** A request was given up before its first byte was sent, because it had become too late for it. */
export class TooLateToBegin extends Error {
  override readonly name = 'TooLateToBegin';
}

/** No connection stood in time, so that nothing was sent. */
export class NeverConnected extends Error {
  override readonly name = 'NeverConnected';
}

/** When a request may still begin. */
interface Beginning {
  /** Longest time until the connection stands, in milliseconds. */
  readonly connectingMs: number;
  /** Asked right before the first byte. */
  readonly mayStillBegin: () => boolean;
}

/** What axios sends with. */
export interface Transport {
  request(options: RequestOptions, onAnswer: (answer: IncomingMessage) => void): ClientRequest;
}

/**
 * Gives a connection up that does not come about, and asks once more when it stands, right before the first byte: connecting takes its
 * time, and the process or its machine may have been stopped in between.
 */
export function beginInTime({ connectingMs, mayStillBegin }: Beginning): Transport {
  return {
    request(options, onAnswer) {
      const isSecure = options.protocol === 'https:';
      const request = (isSecure ? httpsRequest : httpRequest)(options, onAnswer);
      const check = () => {
        if (!mayStillBegin()) request.destroy(new TooLateToBegin('it is too late to begin'));
      };
      request.once('socket', (socket) => {
        if (!socket.connecting) return check();
        const giveUp = () => request.destroy(new NeverConnected(`no connection within ${connectingMs / 1000} s`));
        const timer = setTimeout(giveUp, connectingMs);
        request.once('close', () => clearTimeout(timer));
        socket.once(isSecure ? 'secureConnect' : 'connect', () => {
          clearTimeout(timer);
          check();
        });
      });
      return request;
    },
  };
}
