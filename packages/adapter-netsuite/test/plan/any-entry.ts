import type { AccountingEntry, ExportItemLine } from '@ledgerferry/core';
import { anyEntry, anyLineAmount, mostly } from '@ledgerferry/testkit/any-entry';
import fc from 'fast-check';
import type { NetsuiteConnection } from '../../src/netsuite-connection.js';
import type { NetsuiteFacts, NetsuiteRecordName } from '../../src/reference-data/netsuite-facts.js';
import { connection, FACTS, settings, showing, SUITE_TAX } from './sample-books.js';
import { costLine, includedTax, inEuro } from './sample-item.js';

/** An entry, and what it is booked under. */
export interface AnyCase {
  readonly entry: AccountingEntry;
  readonly facts: NetsuiteFacts;
  readonly connection: NetsuiteConnection;
}

const tax = fc.record({
  type: fc.constantFrom('inclusive', 'inclusive', 'exclusive', 'reverse'),
  code: mostly<string | null>('I20', null, 'OLD'),
  sixths: fc.constantFrom(0, 1, 1, 1, 6),
  ingoingTaxAccount: fc.constantFrom('66100', null),
  outgoingTaxAccount: fc.constantFrom('66200', null),
});

const line = fc
  .record({
    gross: anyLineAmount,
    tax: fc.option(tax),
    code: fc.oneof(fc.constantFrom('3620', '2770'), mostly('3620', '2999', '3999')),
    tag: fc.option(
      fc.constantFrom(
        { groupCode: 'Department', code: 'Sales' },
        { groupCode: 'cseg_project', code: 'Apollo' },
        { groupCode: 'Location', code: '42' },
      ),
    ),
  })
  .map(costLineOf);

const HIDEABLE = ['memo', 'postingPeriod', 'department', 'entity', 'class', 'approved', 'approvalStatus', 'amount'];

const bookkeeping = fc
  .record({ wallet: mostly('55010', '55990', '55020'), posting: fc.constantFrom('draft' as const, 'final' as const) })
  .map(({ wallet, posting }) => settings({ wallet }, posting));

/** Whatever Pleo sends that core can book, under any settings, in accounts that show more or less. Most of it passes the rules. */
export const anyCase: fc.Arbitrary<AnyCase> = fc.record({
  entry: fc
    .tuple(
      anyEntry({
        line,
        supplier: fc.oneof(mostly<string | null>('ACME Cloud', 'Twin', null), fc.constant('ACME Cloud Inc.')),
        settings: bookkeeping,
      }),
      fc.boolean(),
    )
    .map(([entry, isCreditNote]) => (entry.kind === 'bill' && isCreditNote ? { ...entry, direction: 'in' } : entry)),
  facts: fc
    .record({
      facts: fc.constantFrom(FACTS, SUITE_TAX),
      hidden: mostly<readonly string[]>([], ...HIDEABLE.map((name) => [name])),
    })
    .map(({ facts, hidden }) => hiding(facts, hidden)),
  connection: fc
    .record({
      payables: fc.constantFrom('journal' as const, 'vendor-bill' as const, 'vendor-bill' as const),
      approval: fc.constantFrom('leave' as const, 'approve' as const),
      taxAccount: fc.constantFrom('66200', undefined),
      linkField: fc.constantFrom('custbody_pleo_link', 'custbody_unknown', undefined),
    })
    .map(connection),
});

function hiding(facts: NetsuiteFacts, less: readonly string[]): NetsuiteFacts {
  const records: readonly NetsuiteRecordName[] = ['journalEntry', 'vendorBill', 'vendorCredit', 'vendorPayment'];
  return records.reduce((shown, record) => showing(record, { less }, shown), facts);
}

interface DrawnLine {
  readonly gross: number;
  readonly tax: (typeof tax extends fc.Arbitrary<infer Drawn> ? Drawn : never) | null;
  readonly code: string;
  readonly tag: { readonly groupCode: string; readonly code: string } | null;
}

/** The tax is so many sixths of the price, rounded down. */
function costLineOf({ gross, tax: drawn, code, tag }: DrawnLine): ExportItemLine {
  const { sixths = 0, ...ofTax } = drawn ?? {};
  const amount = Math.floor((gross * sixths) / 6);
  return costLine(gross, {
    account: { id: 'c9a1f6c4-0b3e-4d1f-8a77-5b1d2e3f4a01', name: 'A category', code, identifier: null },
    netAmount: inEuro(drawn?.type === 'exclusive' ? gross - amount : gross),
    tax: drawn && includedTax(amount, ofTax),
    tags: tag ? [{ id: '5a1c', ...tag }] : [],
  });
}
