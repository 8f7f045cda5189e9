import { addMoney, currencyExponent, readLedgerAmount, type DocumentSummary, type Money } from '@ledgerferry/core';
import type { XeroRecordType } from '../xero-record.js';
import { ENDPOINTS } from './endpoints.js';
import type { RecordAnswer } from './record-answers.js';
import { dayOf } from './xero-date.js';

/** A record as Xero holds it, in our words. */
export interface HeldRecord {
  readonly recordType: XeroRecordType;
  readonly id: string;
  readonly state: 'live' | 'draft' | 'voided';
  /** Null where Xero does not tell all of it. */
  readonly summary: DocumentSummary | null;
  readonly answer: RecordAnswer;
}

/** Source: Xero Accounting API, Types and codes: status codes of each record. */
const STATES: Readonly<Record<string, HeldRecord['state']>> = {
  DELETED: 'voided',
  VOIDED: 'voided',
  DRAFT: 'draft',
  SUBMITTED: 'draft',
};

/** Currencies of answers that name none, as those about journals and transfers; null where they are not known. */
export interface CurrenciesElsewhere {
  /** Of the planned document. */
  readonly planned: string | null;
  /** Of the organisation, in which it keeps its journals. */
  readonly base: string | null;
}

/** Reads an answer; undefined where it names no id. */
export function heldRecord(
  recordType: XeroRecordType,
  answer: RecordAnswer,
  { planned, base }: CurrenciesElsewhere,
): HeldRecord | undefined {
  const id = answer[ENDPOINTS[recordType].id];
  if (id === null) return undefined;
  const state = STATES[answer.Status ?? ''] ?? 'live';
  const currency = recordType === 'manual-journal' ? base : planned;
  return { recordType, id, state, summary: summaryOf(answer, currency), answer };
}

function summaryOf(answer: RecordAnswer, currencyElsewhere: string | null): DocumentSummary | null {
  const date = dayOf(answer.DateString) ?? dayOf(answer.Date);
  const currency =
    answer.CurrencyCode ?? answer.Invoice?.CurrencyCode ?? answer.CreditNote?.CurrencyCode ?? currencyElsewhere;
  if (date === undefined || currency === null) return null;
  const total = answer.JournalLines
    ? sumOfDebits(answer.JournalLines, currency)
    : readAmount(totalOf(answer), currency);
  return total && { date, total, accounts: accountsOf(answer) };
}

function totalOf({ Total, Amount }: RecordAnswer): string {
  return Total ?? Amount ?? '';
}

function sumOfDebits(lines: NonNullable<RecordAnswer['JournalLines']>, currency: string): Money | null {
  return lines
    .map(({ LineAmount }) => readAmount(LineAmount ?? '', currency))
    .reduce(
      (sum, amount) => {
        if (sum === null || amount === null) return null;
        return amount.minorUnits > 0 ? addMoney(sum, amount) : sum;
      },
      readAmount('0', currency),
    );
}

function readAmount(digits: string, currency: string): Money | null {
  return readLedgerAmount(digits, currency, currencyExponent(currency) ?? 2);
}

function accountsOf(answer: RecordAnswer): readonly string[] {
  const { BankAccount, FromBankAccount, ToBankAccount, Account } = answer;
  const lines = [...(answer.LineItems ?? []), ...(answer.JournalLines ?? [])];
  const codes = [
    ...lines.map(({ AccountCode, AccountID }) => AccountCode ?? AccountID),
    ...[BankAccount, FromBankAccount, ToBankAccount, Account].map((account) => account?.Code ?? account?.AccountID),
  ];
  return [...new Set(codes.filter((code) => typeof code === 'string'))];
}
