import type { AccountingEntry, ExportItemLine } from '@ledgerferry/core';
import { anyEntry, anyLineAmount, mostly } from '@ledgerferry/testkit/any-entry';
import fc from 'fast-check';
import type { XeroConnection } from '../../src/xero-connection.js';
import { connection, settings } from './sample-books.js';
import { costLine, includedTax, inEuro } from './sample-item.js';

/** An entry, and the settings it is booked under. */
export interface AnyCase {
  readonly entry: AccountingEntry;
  readonly connection: XeroConnection;
}

const ordinaryTax = fc.record({
  type: fc.constantFrom('inclusive', 'exclusive'),
  code: mostly('INPUT2', 'RRINPUT', 'REVERSECHARGES', 'NONE'),
  slip: fc.constantFrom(0, 0, 0, -1, 1, 2, -500),
});
const reverseTax = fc.constant({ type: 'reverse', code: 'REVERSECHARGES', slip: 0 });
const tax = fc.oneof({ weight: 4, arbitrary: ordinaryTax }, { weight: 1, arbitrary: reverseTax });

const line = fc
  .record({
    gross: anyLineAmount,
    tax: fc.option(tax),
    code: fc.oneof(fc.constantFrom('404', '445', '610'), mostly('404', '096', '499')),
    tagged: fc.boolean(),
  })
  .map(costLineOf);

const bookkeeping = fc
  .record({
    outOfPocket: fc.constantFrom('860', '095'),
    contra: fc.constantFrom('092', '850'),
    reimbursementContra: fc.constantFrom('870', '880', '092'),
    posting: fc.constantFrom('draft' as const, 'final' as const),
  })
  .map(({ posting, ...accounts }) => settings(accounts, posting));

/** Whatever Pleo sends that core can book, under any settings. Most of it passes the rules. */
export const anyCase: fc.Arbitrary<AnyCase> = fc.record({
  entry: anyEntry({
    line,
    supplier: fc.constantFrom('ACME Cloud', 'Nordic Paper', null),
    settings: bookkeeping,
  }),
  connection: fc
    .constantFrom('split-line' as const, 'bill' as const)
    .map((taxDifference) => connection({ taxDifference })),
});

interface DrawnLine {
  readonly gross: number;
  readonly tax: { readonly type: string; readonly code: string; readonly slip: number } | null;
  readonly code: string;
  readonly tagged: boolean;
}

/** The tax is a sixth of the price, give or take. */
function costLineOf({ gross, tax: drawn, code, tagged }: DrawnLine): ExportItemLine {
  const amount = Math.min(gross, Math.max(0, Math.floor(gross / 6) + (drawn?.slip ?? 0)));
  return costLine(gross, {
    account: {
      id: 'c9a1f6c4-0b3e-4d1f-8a77-5b1d2e3f4a01',
      name: 'A category',
      code,
      identifier: code === '096' ? 'id-096' : null,
    },
    netAmount: inEuro(drawn?.type === 'exclusive' ? gross - amount : gross),
    tax: drawn && { ...includedTax(amount, drawn.code), type: drawn.type },
    tags: tagged ? [{ id: '5a1c', groupCode: 'Department', code: 'Sales' }] : [],
  });
}
