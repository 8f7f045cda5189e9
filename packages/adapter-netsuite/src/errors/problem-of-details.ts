import type { Json, Problem } from '@ledgerferry/core';
import { redactText } from '@ledgerferry/http';
import type { ErrorDetail } from './error-detail.js';
import { errorPlace } from './error-place.js';
import { netsuiteProblem, type NetsuiteErrorCode } from './netsuite-errors.js';
import { refusedField } from './refused-field.js';

/** Codes that say enough by themselves. Source: Oracle, REST Web Services: Error Handling and Error Codes. */
const BY_CODE: ReadonlyMap<string, NetsuiteErrorCode> = new Map([
  ['INSUFFICIENT_PERMISSION', 'NETSUITE_PERMISSION_MISSING'],
]);

/** What a request is that NetSuite finds faulty, where neither path nor words say more. */
const FAULTS: readonly string[] = ['INVALID_CONTENT', 'INVALID_PARAMETER', 'INVALID_REQUEST', 'NONEXISTENT_ID'];

/**
 * What English words hint at, where code and path say nothing: nearly all refusals of the business itself are `USER_ERROR`. The first row
 * that fits counts. Source: messages quoted by Oracle's pages and by those who met them.
 */
const HINTS: readonly (readonly [words: RegExp, code: NetsuiteErrorCode])[] = [
  [
    /(closed|locked)\b.*\bperiod|\bperiod\b.*\b(closed|locked)|outside of (the )?posting period|date\b.*\bnot within\b.*\bperiod/i,
    'NETSUITE_PERIOD_CLOSED',
  ],
  [/cannot be used with the .* subsidiary|subsidiary .*(restrict|match|invalid)/i, 'NETSUITE_SUBSIDIARY_NOT_ACCEPTED'],
  [/at least one line/i, 'NETSUITE_MISTAKEN_DOCUMENT'],
  [/please enter value\(s\) for|you must enter a\b|mandatory/i, 'NETSUITE_FIELD_REQUIRED'],
  [/\bpermissions?\b/i, 'NETSUITE_PERMISSION_MISSING'],
  [/account .*\binactive|inactive .*\baccount/i, 'NETSUITE_ACCOUNT_INACTIVE'],
  [/tax code .*\b(inactive|invalid)|(inactive|invalid) .*tax code/i, 'NETSUITE_TAX_NOT_ACCEPTED'],
  [/(vendor|employee|entity) .*\binactive|inactive .*(vendor|employee|entity)/i, 'NETSUITE_ENTITY_NOT_ACCEPTED'],
  [/pending approval|not (yet )?(been )?approved/i, 'NETSUITE_BILL_NOT_APPROVED'],
  [/(already|fully) .*\b(paid|applied)|exceeds? .*\b(due|remaining|open)/i, 'NETSUITE_PAYMENT_EXCEEDS_DUE'],
  [/out of balance|must balance|\bdebits?\b.*\bequals?\b.*\bcredits?\b/i, 'NETSUITE_MISTAKEN_DOCUMENT'],
  [/\bcurrency\b/i, 'NETSUITE_CURRENCY_NOT_ACCEPTED'],
];

const FIELD_IN_WORDS = /following field: (?<field>\w+)/i;
/** The commonest refusal of a property that the catalog shows. Source: messages quoted by those who met them. */
const ELEMENT_IN_WORDS = /set a value for element (?<element>\w+)/i;
const PREFIX = /^\s*Error while accessing a resource\.\s*/i;

/**
 * The problem that a refusal of a record is: by code and path first, by words only as a hint, quoting all of NetSuite's words. `body` is
 * what was sent, so that a line can be named. Not for a throttle, a refused sign-in, or a record that may be there already.
 */
export function problemOfDetails(details: readonly ErrorDetail[], body: Json = null): Problem {
  const placed = details.find(({ path }) => path !== null);
  const where = placed?.path ? placeInWords(placed.path, body) : 'it';
  return netsuiteProblem(codeOf(details), `NetSuite refused ${where} and says: "${wordsOfDetails(details)}".`);
}

/** NetSuite's own words on one line, each once, without what stands before all of them and without secrets. */
export function wordsOfDetails(details: readonly ErrorDetail[]): string {
  const words = details.map(({ detail }) => detail.replace(PREFIX, '').replaceAll(/\s+/g, ' ').trim());
  return redactText([...new Set(words)].filter((word) => word !== '').join('; ')) || 'no reason given';
}

function codeOf(details: readonly ErrorDetail[]): NetsuiteErrorCode {
  const sure = details.flatMap(({ code, path }) => BY_CODE.get(code) ?? (path === null ? [] : codeOfPath(path)));
  const hinted = () => details.flatMap(({ detail }) => codeOfWords(detail));
  const fallback = details.some(({ code }) => FAULTS.includes(code))
    ? 'NETSUITE_MISTAKEN_DOCUMENT'
    : 'NETSUITE_REFUSED';
  return sure[0] ?? hinted()[0] ?? fallback;
}

function codeOfPath(path: string): readonly NetsuiteErrorCode[] {
  const { code } = refusedField(errorPlace(path, null).field);
  return code === undefined ? [] : [code];
}

function codeOfWords(detail: string): readonly NetsuiteErrorCode[] {
  const { element } = ELEMENT_IN_WORDS.exec(detail)?.groups ?? {};
  if (element !== undefined)
    return [isApproval(element) ? 'NETSUITE_APPROVAL_NOT_ACCEPTED' : 'NETSUITE_FIELD_NOT_SETTABLE'];
  const { field } = FIELD_IN_WORDS.exec(detail)?.groups ?? {};
  const named = field === undefined ? undefined : refusedField(field).code;
  if (named !== undefined) return [named];
  return HINTS.filter(([words]) => words.test(detail)).map(([, code]) => code);
}

function isApproval(element: string): boolean {
  return refusedField(element).code === 'NETSUITE_APPROVAL_NOT_ACCEPTED';
}

function placeInWords(path: string, body: Json): string {
  const { field, line } = errorPlace(path, body);
  const { words } = refusedField(field);
  return line === null ? words : `${words} in ${line}`;
}
