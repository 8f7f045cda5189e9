import { generateKeyPairSync } from 'node:crypto';
import { silentLogger, type Clock, type CredentialStore, type Logger } from '@ledgerferry/core';
import { createManualClock } from '@ledgerferry/testkit';
import { createNetsuiteAdapter } from '../src/netsuite-adapter.js';
import { netsuiteConnectionSchema } from '../src/netsuite-connection.js';
import {
  defaultAccount,
  startNetsuiteSimulator,
  type NetsuiteAccount,
  type NetsuiteSimulator,
  type NetsuiteSimulatorOptions,
} from '../src/simulator/index.js';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** An app that signs in by a certificate of its own. */
export const APP = {
  clientId: 'app-of-tests',
  certificateId: 'certificate-of-tests',
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};
const CERTIFICATE = {
  clientId: APP.clientId,
  certificateId: APP.certificateId,
  publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
};

const ACCOUNT = defaultAccount();

/** An account with the vendor of the suite's bills, a wallet in yen, and approval of journals and bills. */
export const ACCOUNT_OF_TESTS = defaultAccount({
  accounts: [...ACCOUNT.accounts, { number: '55050', name: 'Pleo JPY Account', type: 'Bank', currency: 'JPY' }],
  vendors: [...ACCOUNT.vendors, { entityId: 'V-2031', companyName: 'ACME Cloud Ltd' }],
  approvals: { journals: 'on', bills: 'on' },
});

/** The same without OneWorld: there are no subsidiaries, and nothing is limited to one. */
export const ACCOUNT_WITHOUT_SUBSIDIARIES: NetsuiteAccount = {
  ...ACCOUNT_OF_TESTS,
  subsidiaries: [],
  accounts: ofNoSubsidiary(ACCOUNT_OF_TESTS.accounts),
  departments: ofNoSubsidiary(ACCOUNT_OF_TESTS.departments),
  locations: ofNoSubsidiary(ACCOUNT_OF_TESTS.locations),
  vendors: ofNoSubsidiary(ACCOUNT_OF_TESTS.vendors),
};

function ofNoSubsidiary<Seed extends { readonly subsidiaries?: readonly string[] }>(seeds: readonly Seed[]) {
  return seeds.filter(({ subsidiaries }) => subsidiaries === undefined);
}

/** A token of OAuth 1.0a, with characters that must be encoded. */
export const TOKEN = {
  consumerKey: 'consumer-of-tests',
  consumerSecret: "consumer's secret & more",
  tokenId: 'token-of-tests',
  tokenSecret: 'token-secret-of-tests+/=',
};

/** Settings that lead to a simulator, and to the subsidiary whose books are in krone. */
function connectionTo({ accountId, baseUrl, restletUrl }: NetsuiteSimulator) {
  return {
    accountId,
    baseUrl,
    restlet: restletUrl,
    auth: APP,
    subsidiary: '1',
    payables: 'vendor-bill',
    approval: 'approve',
  };
}

/** What of an adapter a test chooses. */
interface Opening {
  readonly credentials?: CredentialStore;
  readonly clock?: Clock;
  readonly logger?: Logger;
}

/** A simulated NetSuite, and adapters over it that share its clock, which jumps: nothing waits. */
export async function startNetsuite(options: NetsuiteSimulatorOptions = {}) {
  const clock = createManualClock({ jumps: true });
  const simulator = await startNetsuiteSimulator({
    clock,
    account: ACCOUNT_OF_TESTS,
    certificates: [CERTIFICATE],
    tokens: [TOKEN],
    ...options,
  });
  const ofProcess = createNoCredentials();
  return {
    clock,
    simulator,
    /** `settings` replace whole fields of the connection. */
    open: (settings: object = {}, opening: Opening = {}) =>
      createNetsuiteAdapter({
        connection: netsuiteConnectionSchema.parse({ ...connectionTo(simulator), ...settings }),
        credentials: ofProcess,
        clock,
        logger: silentLogger,
        ...opening,
      }),
  };
}

/** The store of one process. Nothing is kept in it: what NetSuite gives lives in memory. */
export function createNoCredentials(): CredentialStore {
  return {
    read: () => Promise.resolve(undefined),
    write: () => Promise.reject(new Error('NetSuite gives nothing that must be kept')),
    exclusively: (_name, action) => action(),
  };
}
