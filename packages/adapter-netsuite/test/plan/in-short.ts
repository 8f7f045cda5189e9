import type { Document, Json } from '@ledgerferry/core';
import { FACTS } from './sample-books.js';

/**
 * A document in one line: what it is, whether it counts, whose it is, and each line with its side, account and entity:
 * `booking: JOURNAL approved, debit 3620 100.00 of 201, credit 55010 120.00 of 201`.
 */
export function inShort({ role, recordType, body }: Document): string {
  const items = [...itemsOf(body, 'line'), ...itemsOf(body, 'expense'), ...itemsOf(body, 'apply')];
  const head = [WORDS[recordType] ?? recordType, stateOf(body), headOf(body)].filter(Boolean).join(' ');
  return [`${role}: ${head}`, ...items.map(itemInShort)].join(', ');
}

const WORDS: Readonly<Record<string, string>> = {
  'journal-entry': 'JOURNAL',
  'vendor-bill': 'BILL',
  'vendor-credit': 'CREDIT',
  'vendor-payment': 'PAYMENT',
};

function stateOf(body: Json): string {
  const [approved, status] = [at(body, 'approved'), textAt(body, 'approvalStatus', 'id')];
  if (approved === true || status === '2') return 'approved';
  return approved === false || status === '1' ? 'pending' : '';
}

function headOf(body: Json): string {
  const vendor = textAt(body, 'entity', 'id');
  if (vendor === '') return '';
  const payable = textAt(body, 'apAcct', 'id');
  const account = numberOf(textAt(body, 'account', 'id'));
  return payable === '' ? `of ${vendor} on ${account}` : `of ${vendor} from ${account} on ${numberOf(payable)}`;
}

function itemInShort(item: Json): string {
  const bill = textAt(item, 'doc', 'id') || textAt(item, 'doc', 'id', 'documentKey');
  if (bill !== '') return `${bill} ${textAt(item, 'amount')}`;
  const side = textAt(item, 'debit') === '' ? 'credit' : 'debit';
  const amount = textAt(item, 'amount') || `${textAt(item, 'debit')}${textAt(item, 'credit')}`;
  const entity = textAt(item, 'entity', 'id');
  const account = numberOf(textAt(item, 'account', 'id'));
  return [textAt(item, 'amount') === '' ? side : '', account, amount, entity && `of ${entity}`]
    .filter(Boolean)
    .join(' ');
}

function numberOf(id: string): string {
  const account = FACTS.accounts.find((each) => each.id === id);
  return account?.number ?? account?.name ?? id;
}

export function itemsOf(body: Json, sublist: string): readonly Json[] {
  const items: unknown = at(body, sublist, 'items');
  return Array.isArray(items) ? items : [];
}

export function textAt(value: Json | undefined, ...path: readonly string[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
}

function at(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  const [field, ...rest] = path;
  if (field === undefined) return value;
  return typeof value === 'object' && value !== null
    ? at(new Map(Object.entries(value)).get(field), ...rest)
    : undefined;
}
