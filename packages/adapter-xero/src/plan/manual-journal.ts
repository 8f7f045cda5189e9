import {
  negateMoney,
  toDecimal,
  valueOf,
  withMinorUnits,
  type AccountingEntry,
  type EntryPlan,
  type Money,
} from '@ledgerferry/core';
import type { XeroRecord } from '../xero-record.js';
import { bookedLines, lineAmountTypes, type BookedLine } from './booked-lines.js';
import type { BookingContext } from './booking-context.js';
import type { RecordChoice } from './choose-record.js';
import { documentOf } from './document-of.js';
import { lineText, linkOf } from './entry-texts.js';
import { accountOfLine } from './resolve-account.js';
import { NO_TAX } from './tax-rate-of.js';

/** What touches no bank account, bill or credit note: debits are positive. Source: Xero Accounting API, ManualJournals. */
export function planManualJournal(
  entry: AccountingEntry,
  choice: Extract<RecordChoice, { record: 'manual-journal' }>,
  context: BookingContext,
): EntryPlan {
  const costs = valueOf(bookedLines(choice.lines, context, { takesTaxAmounts: false }));
  const against: BookedLine = {
    account: choice.against,
    gross: negateMoney(entry.amount),
    taxType: NO_TAX,
    taxAmount: null,
    tracking: [],
  };
  const lines = [...costs, against].map((line) => (entry.direction === 'out' ? line : turned(line)));
  const url = linkOf(entry);
  const document = documentOf(
    entry,
    {
      role: 'booking',
      recordType: 'manual-journal',
      total: sumOfDebits(lines, entry.amount),
      accounts: lines.map(({ account }) => account),
      dependsOn: [],
    },
    {
      Narration: lineText(entry),
      Date: entry.date,
      Status: entry.posting === 'draft' ? 'DRAFT' : 'POSTED',
      LineAmountTypes: lineAmountTypes(context),
      JournalLines: lines.map((line) => journalLine(line, lineText(entry))),
      ...(url ? { Url: url } : {}),
    },
  );
  return { documents: [document], prerequisites: [] };
}

/** Journals name their tracking by name. */
function journalLine({ account, gross, taxType, tracking }: BookedLine, text: string): XeroRecord {
  return {
    LineAmount: toDecimal(gross),
    ...accountOfLine(account),
    Description: text,
    TaxType: taxType,
    Tracking: tracking.map(({ category, option }) => ({ Name: category.name, Option: option.name })),
  };
}

function turned(line: BookedLine): BookedLine {
  return { ...line, gross: negateMoney(line.gross) };
}

function sumOfDebits(lines: readonly BookedLine[], like: Money): Money {
  const debits = lines.reduce((sum, { gross }) => sum + Math.max(gross.minorUnits, 0), 0);
  return withMinorUnits(like, debits);
}
