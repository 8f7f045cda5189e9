import { resolve } from 'node:path';
import { systemClock, type Clock } from '@ledgerferry/core';
import { readConfiguration } from '../configuration/read-configuration.js';
import { askForConsent, CONSENT_TIME_LIMIT_MS } from '../connect/ask-for-consent.js';
import { connectionOf, demandOwnCompany, type Connection } from '../connect/connection-of.js';
import { consentsOf, type CompaniesConsent } from '../connect/consents-of.js';
import { listenForConsents } from '../connect/wait-for-consent.js';
import { createLogger } from '../create-logger.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { openCredentials } from '../open-state.js';
import { connectionsToJson, describeConnection, describeRequest } from '../presentation/describe-connection.js';
import type { CommandInput } from '../with-companies.js';

export interface ConnectInput extends CommandInput {
  /** `pleo`, or the adapter's name. */
  readonly farEnd: string;
  readonly company?: string | undefined;
  /** Where the browser brings the answers, on this machine. */
  readonly port: number;
}

/** Asks a user to let each app of the configuration in, one after the other, and keeps the tokens. */
export async function connect(input: ConnectInput, clock: Clock = systemClock): Promise<ExitCode> {
  const { env, cwd, stdout, stderr, stop } = input.surroundings;
  const logger = createLogger(env, stderr);
  const configuration = await readConfiguration(resolve(cwd, input.config), env);
  const consents = consentsOf(configuration, input);
  const credentials = openCredentials(configuration);
  const listener = await listenForConsents(input.port);

  async function connectOne(asked: CompaniesConsent): Promise<Connection> {
    const { redirectUri } = listener;
    const tenants = await askForConsent(asked.consent, {
      onAsked: (url) =>
        stderr.write(describeRequest(asked, { url, redirectUri, minutes: CONSENT_TIME_LIMIT_MS / 60_000 })),
      demand: (found) => demandOwnCompany(input.farEnd, found, asked),
      listener,
      credentials,
      clock,
      logger,
      stop,
    });
    return connectionOf(asked, tenants);
  }

  try {
    const connections: Connection[] = [];
    for (const consent of consents) {
      const connection = await connectOne(consent);
      connections.push(connection);
      if (!input.json) stdout.write(describeConnection(connection));
    }
    if (input.json) stdout.write(connectionsToJson(connections));
    return EXIT.done;
  } finally {
    await listener.close();
  }
}
