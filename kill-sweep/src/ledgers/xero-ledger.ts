import { startXeroSimulator, type HeldDocument } from '@ledgerferry/adapter-xero/simulator';
import type { LedgerUnderTest } from './ledger-under-test.ts';

const TOKEN = 'kill-sweep';

/** Runners come and go far faster than people: the limits are not what is tried here. */
const NO_LIMITS = { concurrent: 100, perMinute: 100_000, perDay: 1_000_000, perMinuteOfApp: 1_000_000 };

/** Where the API is below an origin. */
const API = '/api.xro/2.0';

/** Xero: a reference is looked for among the records of its day. */
export async function openXeroLedger(): Promise<LedgerUnderTest> {
  const xero = await startXeroSimulator({ accessToken: TOKEN, limits: NO_LIMITS });
  const { books } = xero;
  return {
    url: xero.url,
    adapter: '@ledgerferry/adapter-xero',
    accounts: {
      wallet: { DKK: '55010' },
      outOfPocket: '63040',
      contra: { DKK: '55991' },
      payable: '63000',
      employeeReceivable: '63050',
    },
    connection: (url) => ({
      baseUrl: `${url}${API}`,
      connectionsUrl: `${url}/connections`,
      tenantId: books.tenantId,
      auth: { accessToken: TOKEN },
      limits: { perMinute: 100_000, perDay: 1_000_000 },
    }),
    recordsOfPaidInvoice: 2,
    records: () =>
      books
        .documents()
        .filter(({ state }) => state !== 'voided')
        .map((held) => ({ id: held.id, reference: referenceOf(held), currency: held.currency, total: held.total })),
    receipts: () => books.attachments.map(({ documentId, byteLength }) => ({ recordId: documentId, byteLength })),
    kindOf({ method, path }) {
      if (!path.startsWith(API)) return null;
      if (method === 'GET') return 'read';
      return path.includes('/Attachments/') ? 'receipt' : 'voucher';
    },
    rewrite: (_, crossed) => crossed,
    takenAgain: [],
    close: () => xero.close(),
  };
}

/** A supplier's own number or a text may stand before it. */
function referenceOf({ reference }: HeldDocument): string {
  return /\(([^()]+)\)$/.exec(reference)?.[1] ?? reference;
}
