import type { AccountingEntry, ExportItem, Problem } from '@ledgerferry/core';
import type { NetsuiteConnection } from '../../src/netsuite-connection.js';
import type { NetsuiteFacts } from '../../src/reference-data/netsuite-facts.js';
import { netsuiteRules } from '../../src/rules/netsuite-rules.js';
import { connection, entryOf, FACTS, settings } from '../plan/sample-books.js';
import { costLine, sampleItem } from '../plan/sample-item.js';

/** What an item is judged under, where it differs from the samples. */
export interface Under {
  readonly facts?: NetsuiteFacts;
  readonly connection?: Partial<NetsuiteConnection>;
  readonly accounts?: Parameters<typeof settings>[0];
  readonly posting?: 'draft' | 'final';
  readonly entry?: Partial<AccountingEntry>;
}

export const BILLS: Under = { connection: { payables: 'vendor-bill' } };
export const PAYABLE = { bookkeepingMethod: 'accounts_payable' };

/** What the rules say of the entry that an item is booked as. */
export function problemsOf(item: Partial<ExportItem>, under: Under = {}): readonly Problem[] {
  const { facts = FACTS, accounts, posting, entry } = under;
  const booked = { ...entryOf(sampleItem(item), settings(accounts, posting)), ...entry };
  return netsuiteRules(facts, connection(under.connection)).flatMap((rule) => rule.validate(booked));
}

/** Code and first sentence of every problem. */
export function found(item: Partial<ExportItem>, under: Under = {}): readonly string[] {
  return problemsOf(item, under).map(
    ({ code, message }) => `${code}: ${/^.*?[.](?= [A-Z])/.exec(message)?.[0] ?? message}`,
  );
}

/** An item on an account of the chart. */
export function onAccount(code: string | null, identifier: string | null = null): Partial<ExportItem> {
  return { lines: [costLine(12_000, { account: { id: 'x', name: 'A category', code, identifier } })] };
}

/** An item with tags. */
export function tagged(...tags: readonly (readonly [group: string, code: string])[]): Partial<ExportItem> {
  const each = tags.map(([groupCode, code], place) => ({ id: `t${place}`, groupCode, code }));
  return { lines: [costLine(12_000, { tags: each })] };
}

/** An invoice of a vendor that Pleo knows. */
export function withVendor(overrides: {
  readonly code?: string;
  readonly externalId?: string;
  readonly id?: string;
  readonly name?: string;
}) {
  return {
    type: 'invoice',
    vendor: {
      id: 'b1f6c4a0-0b3e-4d1f-8a77-5b1d2e3f4a02',
      name: 'Nobody',
      defaultCurrency: 'EUR',
      code: null,
      externalId: null,
      country: null,
      registrationNumber: null,
      taxRegistrationNumber: null,
      ...overrides,
    },
  };
}
