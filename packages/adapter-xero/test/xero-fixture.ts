import { silentLogger, type CredentialStore } from '@ledgerferry/core';
import { createManualClock, createMemoryCredentials } from '@ledgerferry/testkit';
import {
  defaultOrganisation,
  startXeroSimulator,
  type XeroSimulator,
  type XeroSimulatorOptions,
} from '../src/simulator/index.js';
import { createXeroAdapter } from '../src/xero-adapter.js';
import { xeroConnectionSchema } from '../src/xero-connection.js';

export const APP = {
  clientId: 'app-of-tests',
  clientSecret: 'secret-of-tests',
  refreshToken: 'refresh-token-of-tests',
};

/** A company in Denmark with euro books, and a wallet in krone and one in yen. */
export const ORGANISATION = defaultOrganisation();
export const ORGANISATION_WITH_YEN = defaultOrganisation({
  accounts: [...ORGANISATION.accounts, { code: '55050', name: 'Pleo JPY Account', type: 'BANK', currency: 'JPY' }],
  currencies: [...ORGANISATION.currencies, { code: 'JPY', description: 'Yen', rate: '160' }],
});

/** A simulated Xero, and adapters over it that share its clock, which jumps: nothing waits. */
export async function startXero(options: XeroSimulatorOptions = {}) {
  const clock = createManualClock({ jumps: true });
  const simulator = await startXeroSimulator({ clock, apps: [APP], organisations: [ORGANISATION], ...options });
  const credentials = createMemoryCredentials();
  return {
    clock,
    simulator,
    credentials,
    /** `settings` replace whole fields of the connection. */
    open: (settings: object = {}, store: CredentialStore = credentials) =>
      createXeroAdapter({
        connection: xeroConnectionSchema.parse({ ...connectionTo(simulator), ...settings }),
        credentials: store,
        clock,
        logger: silentLogger,
      }),
  };
}

export function connectionTo({ baseUrl, connectionsUrl, tokenUrl, authorizeUrl, books }: XeroSimulator) {
  return { baseUrl, connectionsUrl, tenantId: books.tenantId, auth: { ...APP, tokenUrl, authorizeUrl } };
}
