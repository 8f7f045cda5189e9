import type { EnteredLine } from '../books/held-records.js';
import { invalidContent, missingValue } from '../http/problems.js';
import { customValues, kept } from './custom-values.js';
import type { Sent, SentFields, SentLines } from './sent-fields.js';

type ReadLine = (sent: SentFields, before: EnteredLine | null) => Omit<EnteredLine, 'line'>;

/**
 * Lines after a write. One that names the number of an old line changes it, any other is added; with `replace` the old ones that are not
 * named go. Source: Oracle, Sublist Operations: Adding, Updating and Replacing Lines.
 */
export function mergeLines(
  sent: Sent<SentLines>,
  before: readonly EnteredLine[],
  { replaces, read }: { replaces: boolean; read: ReadLine },
): readonly EnteredLine[] {
  if (!sent) return before;
  const lines = new Map((replaces ? [] : before).map((line) => [line.line, line]));
  let last = before.reduce((most, { line }) => Math.max(most, line), 0);
  for (const item of sent.lines) {
    const number = item.integer('line');
    const old = before.find(({ line }) => line === number);
    const line = old?.line ?? (last += 1);
    lines.set(line, { ...read(item, old ?? null), line });
  }
  return [...lines.values()];
}

/** A journal's line: a debit or a credit, positive. */
export function readJournalLine(places: number): ReadLine {
  return (sent, before) => {
    const [debit, credit] = [sent.amount('debit', places), sent.amount('credit', places)];
    sent.flag('eliminate');
    return {
      ...commonOfLine(sent, before),
      entityId: kept(sent.reference('entity'), before?.entityId),
      amount: sideOf(sent, debit ?? null, credit ?? null) ?? before?.amount ?? missingAmount(sent, 'Debit or Credit'),
    };
  };
}

/** A line of a bill or credit: an amount, which may be negative. */
export function readExpenseLine(places: number): ReadLine {
  return (sent, before) => {
    // the row of an order, which a bill of its own has none of
    sent.integer('orderLine');
    const amount = sent.amount('amount', places);
    return {
      ...commonOfLine(sent, before),
      entityId: null,
      amount: amount ?? before?.amount ?? missingAmount(sent, 'Amount'),
      taxReference: kept(sent.text('taxDetailsReference'), before?.taxReference),
    };
  };
}

function commonOfLine(sent: SentFields, before: EnteredLine | null): Omit<EnteredLine, 'line' | 'entityId' | 'amount'> {
  const accountId = kept(sent.reference('account'), before?.accountId);
  if (accountId === null) sent.refuse(...missingValue('Account').details);
  return {
    accountId: accountId ?? '',
    memo: kept(sent.text('memo'), before?.memo),
    departmentId: kept(sent.reference('department'), before?.departmentId),
    classId: kept(sent.reference('class'), before?.classId),
    locationId: kept(sent.reference('location'), before?.locationId),
    custom: customValues(sent, before?.custom),
    taxReference: null,
  };
}

function sideOf(sent: SentFields, debit: number | null, credit: number | null): number | null {
  if (debit === null && credit === null) return null;
  const both = debit !== null && credit !== null;
  const amount = debit ?? credit ?? 0;
  if (both) refuseLine(sent, 'debit', 'A line has either a debit or a credit.');
  else if (amount <= 0) refuseLine(sent, debit === null ? 'credit' : 'debit', 'An amount must be positive.');
  return debit === null ? -amount : amount;
}

function missingAmount(sent: SentFields, label: string): number {
  sent.refuse(...missingValue(label).details);
  return 0;
}

function refuseLine(sent: SentFields, name: string, why: string): void {
  sent.refuse(invalidContent(why, 'Der Betrag der Zeile ist unzulässig.', `${sent.path}.${name}`));
}
