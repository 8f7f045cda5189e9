import { defaultOrganisation, startXeroSimulator } from '@ledgerferry/adapter-xero/simulator';
import type { ExitCode } from '../exit-code.js';
import { LIMITS, simulateLedger, type SimulateLedgerInput } from './simulate-ledger.js';

export interface SimulateXeroInput extends SimulateLedgerInput {
  /** An app that a user consents to, instead of a token that is good for everything. */
  readonly oauth?: boolean | undefined;
}

const ACCESS_TOKEN = 'simulated-access-token';
const APP = { clientId: 'simulated-app', clientSecret: 'simulated-secret' };

/** Runs a simulated Xero with one organisation, until it is stopped. */
export async function simulateXero({ oauth, ...input }: SimulateXeroInput): Promise<ExitCode> {
  const { host, port } = input;
  const credential = oauth ? { apps: [APP] } : { accessToken: ACCESS_TOKEN };
  const organisation = defaultOrganisation();
  const { tenantId, name } = organisation;
  return simulateLedger(input, {
    name: 'Xero',
    adapter: '@ledgerferry/adapter-xero',
    holds: { organisation: name },
    start: () => startXeroSimulator({ port, host, organisations: [organisation], ...credential }),
    connection: ({ baseUrl, connectionsUrl, tokenUrl, authorizeUrl }) => {
      const auth = oauth ? { ...APP, tokenUrl, authorizeUrl } : { accessToken: ACCESS_TOKEN };
      return { baseUrl, connectionsUrl, tenantId, auth, limits: LIMITS };
    },
    before: oauth ? 'run `ledgerferry connect xero`' : null,
  });
}
