import { isJsonObject, type Document, type Json } from '@ledgerferry/core';
import type { RecordAnswer } from '../api/record-answers.js';

/**
 * True where a line was sent with an account and is kept without one: Xero takes an unknown account out of a draft, with a warning and
 * no refusal. Source: Xero Accounting API, Manual journals and Invoices.
 */
export function hasLostAccount({ body }: Pick<Document, 'body'>, answer: RecordAnswer): boolean {
  const sent = [...linesOf(body, 'LineItems'), ...linesOf(body, 'JournalLines')];
  const kept = [...(answer.LineItems ?? []), ...(answer.JournalLines ?? [])];
  return sent.length > 0 && sent.every(namesAccount) && kept.some((line) => !line.AccountCode && !line.AccountID);
}

function linesOf(body: Json, field: string): readonly Json[] {
  const lines = isJsonObject(body) ? body[field] : undefined;
  return Array.isArray(lines) ? lines : [];
}

function namesAccount(line: Json): boolean {
  if (!isJsonObject(line)) return false;
  return typeof line['AccountCode'] === 'string' || typeof line['AccountID'] === 'string';
}
