import { generateKeyPairSync } from 'node:crypto';
import { defaultAccount, startNetsuiteSimulator } from '@ledgerferry/adapter-netsuite/simulator';
import type { ExitCode } from '../exit-code.js';
import { LIMITS, simulateLedger, type SimulateLedgerInput } from './simulate-ledger.js';

export interface SimulateNetsuiteInput extends SimulateLedgerInput {
  /** An app that signs in by a certificate, instead of a token that signs every call. */
  readonly certificate?: boolean | undefined;
}

const TOKEN = {
  consumerKey: 'simulated-consumer',
  consumerSecret: 'simulated-consumer-secret',
  tokenId: 'simulated-token',
  tokenSecret: 'simulated-token-secret',
};

/** Runs a simulated NetSuite with one account, our RESTlet installed in it, until it is stopped. */
export async function simulateNetsuite({ certificate, ...input }: SimulateNetsuiteInput): Promise<ExitCode> {
  const { host, port } = input;
  const account = defaultAccount();
  const { auth, credential } = certificate ? byCertificate() : { auth: TOKEN, credential: { tokens: [TOKEN] } };
  return simulateLedger(input, {
    name: 'NetSuite',
    adapter: '@ledgerferry/adapter-netsuite',
    holds: { account: account.accountId },
    start: () => startNetsuiteSimulator({ port, host, account, ...credential }),
    connection: ({ accountId, baseUrl, restletUrl }) => ({
      accountId,
      baseUrl,
      auth,
      subsidiary: '1',
      dimensions: { PROJECT: 'cseg_project' },
      linkField: 'custbody_pleo_link',
      restlet: restletUrl,
      limits: LIMITS,
    }),
    before: null,
  });
}

/** An app with a key of its own, which the simulator knows by its public half. */
function byCertificate() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const app = { clientId: 'simulated-app', certificateId: 'simulated-certificate' };
  return {
    auth: { ...app, privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() },
    credential: {
      certificates: [{ ...app, publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString() }],
    },
  };
}
