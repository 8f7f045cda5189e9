import { toDecimal, type AccountingEntry } from '@ledgerferry/core';

/** Words for the parts of an entry and of its settings. */
const PARTS =
  /\b(?:accounts?|amount|attendees?|balance|books|categor(?:y|ies)|counterparty|currenc(?:y|ies)|date|day|description|dimensions?|direction|draft|employee|invoices?|lines?|payable|payments?|period|receipts?|settings?|supplier|tags?|tax|total|vendor)\b/i;

/** Whether a message names a part of the entry, or something that stands in it. */
export function saysWhatIsMeant(message: string, entry: AccountingEntry): boolean {
  return PARTS.test(message) || valuesOf(entry).some((value) => message.includes(value));
}

function valuesOf(entry: AccountingEntry): readonly string[] {
  const amounts = [entry.amount, ...entry.lines.flatMap(({ gross, net }) => [gross, net])].map(toDecimal);
  return [...amounts, ...textsIn(entry)].filter((text) => text.length > 1);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
