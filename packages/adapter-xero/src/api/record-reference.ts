import { isJsonObject, shortenText, type Json } from '@ledgerferry/core';
import type { XeroRecord, XeroRecordType } from '../xero-record.js';
import { ENDPOINTS } from './endpoints.js';
import type { RecordAnswer } from './record-answers.js';

/** Longest InvoiceNumber and CreditNoteNumber. Source: Xero Accounting API, Invoices. */
const LONGEST_NUMBER = 255;
const LONGEST_DESCRIPTION = 4_000;

/**
 * The record with our reference where Xero keeps one: alone, or in brackets behind what a person reads there. An overpayment carries it
 * also in the description of its line, because Xero documents `Reference` for money spent and received alone. A contact has none.
 */
export function placeReference(recordType: XeroRecordType, record: XeroRecord, reference: string): XeroRecord {
  const field = ENDPOINTS[recordType].reference;
  switch (field) {
    case 'Name':
      return record;
    case 'Reference':
      return { ...record, Reference: reference, ...(isOverpayment(record) && describedWith(record, reference)) };
    case 'InvoiceNumber':
    case 'CreditNoteNumber':
      return { ...record, [field]: behind(record[field], reference, LONGEST_NUMBER) };
    case 'Narration':
      return { ...record, [field]: behind(record[field], reference, LONGEST_DESCRIPTION) };
  }
}

/**
 * Under which references a record may have been sent: its text as a whole, and what stands in brackets at its end. Where the field is
 * empty, the descriptions of its lines are looked at.
 */
export function referencesOf(recordType: XeroRecordType, answer: RecordAnswer): readonly string[] {
  const text = answer[ENDPOINTS[recordType].reference];
  const texts = text === null ? (answer.LineItems ?? []).map((line) => line.Description ?? '') : [text];
  return [...new Set(texts.flatMap((each) => [each, IN_BRACKETS.exec(each)?.[1] ?? '']))].filter(Boolean);
}

const IN_BRACKETS = /\(([^()]+)\)$/;

function isOverpayment({ Type }: XeroRecord): boolean {
  return typeof Type === 'string' && Type.endsWith('-OVERPAYMENT');
}

function describedWith({ LineItems }: XeroRecord, reference: string): XeroRecord {
  const lines: readonly Json[] = Array.isArray(LineItems) ? LineItems : [];
  return { LineItems: lines.map((line) => (isJsonObject(line) ? describedLine(line, reference) : line)) };
}

function describedLine(line: XeroRecord, reference: string): XeroRecord {
  return { ...line, Description: behind(line['Description'], reference, LONGEST_DESCRIPTION) };
}

function behind(text: Json | undefined, reference: string, longest: number): string {
  if (typeof text !== 'string' || text.trim() === '') return reference;
  const room = longest - reference.length - ' ()'.length;
  return `${shortenText(text.trim(), room)} (${reference})`;
}
