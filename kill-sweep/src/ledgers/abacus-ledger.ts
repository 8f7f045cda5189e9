import type { ExportItem } from '@ledgerferry/pleo-simulator';
import { startAbacusSimulator } from '@ledgerferry/adapter-template/simulator';
import type { Crossed } from '../counting-front.ts';
import type { LedgerUnderTest } from './ledger-under-test.ts';

const TOKEN = 'kill-sweep';

// what the simulated Abacus Books knows
const COST_ACCOUNT = '3620';
const WALLET_ACCOUNT = '55010';
const PAYABLE_ACCOUNT = '63000';
const TAX_CODE = 'I25';

/** Abacus Books: it refuses a reference that it holds, or is made to take it again and can only be asked. */
export async function openAbacusLedger({ unique }: { readonly unique: boolean }): Promise<LedgerUnderTest> {
  const abacus = await startAbacusSimulator({ token: TOKEN });
  const takenAgain: string[] = [];
  return {
    url: abacus.url,
    adapter: '@ledgerferry/adapter-template',
    accounts: {
      wallet: WALLET_ACCOUNT,
      outOfPocket: PAYABLE_ACCOUNT,
      contra: PAYABLE_ACCOUNT,
      payable: PAYABLE_ACCOUNT,
      employeeReceivable: PAYABLE_ACCOUNT,
    },
    connection: (baseUrl) => ({ baseUrl, token: TOKEN, perMinute: 100_000 }),
    recordsOfPaidInvoice: 2,
    records: () =>
      abacus.vouchers.map(({ id, reference, currency, total }) => ({
        id,
        reference,
        currency,
        total: Number(total.replace('.', '')),
      })),
    receipts: () => abacus.files.map(({ voucherId, byteLength }) => ({ recordId: voucherId, byteLength })),
    kindOf({ method, path }) {
      if (!path.startsWith('/v1/')) return null;
      if (method === 'GET') return 'read';
      return path === '/v1/vouchers' ? 'voucher' : 'receipt';
    },
    rewrite: (crossing, crossed) => {
      if (unique || crossing.method !== 'POST' || crossed.status !== 409) return crossed;
      const { reference } = JSON.parse(crossing.body.toString()) as { readonly reference: string };
      takenAgain.push(reference);
      return toldAsBooked(
        abacus.vouchers.find((voucher) => voucher.reference === reference),
        crossed,
      );
    },
    takenAgain,
    close: () => abacus.close(),
  };
}

/** The runner is told that what the ledger holds was booked anew. */
function toldAsBooked(held: { readonly id: string } | undefined, crossed: Crossed): Crossed {
  return { ...crossed, status: 201, body: Buffer.from(JSON.stringify({ ...held, id: `${held?.id}again` })) };
}

/** Tax stands on its line, without an account of its own. */
export function intoBooksOfAbacus(original: ExportItem): ExportItem {
  const item = structuredClone(original);
  if (item.contraAccount) item.contraAccount.code = WALLET_ACCOUNT;
  for (const line of item.accountingEntryLines) {
    if (line.account?.code) line.account.code = COST_ACCOUNT;
    if (line.tax?.type === 'reverse') line.tax = null;
    if (!line.tax) continue;
    line.tax.code = TAX_CODE;
    delete line.tax.ingoingTaxAccount;
  }
  return item;
}
