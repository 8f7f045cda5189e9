import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startNetsuiteSimulator } from '@ledgerferry/adapter-netsuite/simulator';
import type { ExportItem } from '@ledgerferry/pleo-simulator';
import type { LedgerUnderTest } from './ledger-under-test.ts';

const APP = { clientId: 'kill-sweep', certificateId: 'kill-sweep' };
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** Runners come and go far faster than people: the limit is not what is tried here. */
const NO_LIMIT = { concurrent: 100 };

/** NetSuite: it refuses an external id that it holds, in words that nobody relies on. */
export async function openNetsuiteLedger(now: () => number): Promise<LedgerUnderTest> {
  const netsuite = await startNetsuiteSimulator({
    clock: { now, sleep: (ms) => sleep(ms) },
    governance: NO_LIMIT,
    certificates: [{ ...APP, publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString() }],
  });
  const { books } = netsuite;
  return {
    url: new URL(netsuite.baseUrl).origin,
    adapter: '@ledgerferry/adapter-netsuite',
    accounts: {
      wallet: { DKK: '55010' },
      outOfPocket: '63040',
      contra: '55990',
      payable: '63000',
      employeeReceivable: '63050',
    },
    connection: (url) => ({
      accountId: netsuite.accountId,
      baseUrl: `${url}${new URL(netsuite.baseUrl).pathname}`,
      restlet: `${url}${netsuite.restletUrl.slice(new URL(netsuite.restletUrl).origin.length)}`,
      // tokens are asked for at the address that they are meant for
      auth: {
        ...APP,
        privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        tokenUrl: netsuite.tokenUrl,
      },
      subsidiary: '1',
      dimensions: { PROJECT: 'cseg_project' },
    }),
    // journals alone: nothing is left open on accounts payable
    recordsOfPaidInvoice: 1,
    records: () =>
      books.transactions
        .filter(({ state }) => state !== 'voided')
        .map(({ id, externalId, currency, total }) => ({ id, reference: referenceOf(externalId), currency, total })),
    receipts: () => books.attachments.map(({ transactionId, byteLength }) => ({ recordId: transactionId, byteLength })),
    kindOf({ method, path }) {
      if (path.startsWith('/app/site/hosting')) return method === 'POST' ? 'receipt' : 'read';
      if (!path.startsWith('/services/rest')) return null;
      return method === 'POST' && path.startsWith('/services/rest/record') ? 'voucher' : 'read';
    },
    rewrite: (_, crossed) => crossed,
    takenAgain: [],
    close: () => netsuite.close(),
  };
}

/** An external id takes no slash. */
function referenceOf(externalId: string | null): string {
  return (externalId ?? '').replace(/_(?=[^_]*$)/, '/');
}

/** Without self-accounted tax, which would count twice among the debits. */
export function intoBooksOfNetsuite(original: ExportItem): ExportItem {
  const item = structuredClone(original);
  for (const line of item.accountingEntryLines) if (line.tax?.type === 'reverse') line.tax = null;
  return item;
}
