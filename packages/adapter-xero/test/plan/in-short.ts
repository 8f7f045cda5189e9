import type { Document, Json } from '@ledgerferry/core';

/**
 * A document in one line: what it is, where the money is, with whom, and each line with its account and tax:
 * `SPEND 090, ACME Cloud: 404 120.00 INPUT2`.
 */
export function inShort({ recordType, body, role }: Document): string {
  const [type, money, contact] = headOf(recordType, body);
  const what = [type, at(body, 'Status')].filter(Boolean).join(' ');
  const lines = [...listOf(body, 'LineItems'), ...listOf(body, 'JournalLines')].map(lineInShort);
  const amount = lines.length > 0 ? lines.join(' + ') : at(body, 'Amount');
  return `${role}: ${[what, money].filter(Boolean).join(' ')}${contact ? ` with ${contact}` : ''}, ${amount}`;
}

function headOf(recordType: string, body: Json): readonly [type: string, money: string, contact: string] {
  const contact = nameOf(at(body, 'Contact', 'ContactID'));
  switch (recordType) {
    case 'bank-transaction':
      return [at(body, 'Type'), accountAt(body, 'BankAccount'), contact];
    case 'payment':
      return ['PAYMENT', `${accountAt(body, 'Account')} of ${settledBy(body)}`, ''];
    case 'bank-transfer':
      return ['TRANSFER', `${accountAt(body, 'FromBankAccount')} to ${accountAt(body, 'ToBankAccount')}`, ''];
    case 'manual-journal':
      return ['JOURNAL', '', ''];
    default:
      return [at(body, 'Type'), '', contact];
  }
}

function settledBy(body: Json): string {
  const [invoice, note] = [at(body, 'Invoice', 'InvoiceID'), at(body, 'CreditNote', 'CreditNoteID')];
  return note ? `credit note ${nameOf(note)}` : `bill ${nameOf(invoice)}`;
}

function accountAt(body: Json, field: string): string {
  return at(body, field, 'Code') || at(body, field, 'AccountID');
}

function lineInShort(line: Json): string {
  const account = at(line, 'AccountCode') || at(line, 'AccountID');
  const tax = at(line, 'TaxAmount');
  const parts = [account, at(line, 'UnitAmount') || at(line, 'LineAmount'), at(line, 'TaxType'), tax && `tax ${tax}`];
  return parts.filter(Boolean).join(' ');
}

/** A key by its last part, an id as it is. */
function nameOf(id: string): string {
  return id.startsWith('prerequisite/contact/')
    ? `new ${id.slice('prerequisite/contact/'.length)}`
    : (id.split('/').pop() ?? id);
}

function at(value: Json | undefined, ...path: readonly string[]): string {
  const [field, ...rest] = path;
  if (field === undefined) return textOf(value);
  return typeof value === 'object' && value !== null ? at(new Map(Object.entries(value)).get(field), ...rest) : '';
}

function textOf(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? at(value, 'documentKey') : '';
}

function listOf(body: Json, field: string): readonly Json[] {
  const list: unknown = typeof body === 'object' && body !== null ? new Map(Object.entries(body)).get(field) : [];
  return Array.isArray(list) ? list : [];
}
