import { formatMoney, type Money } from '@ledgerferry/core';

/** What an accounting system holds, as far as a person wants to look at it. */
export interface HledgerBooks {
  /** Stands on top. */
  readonly title: string;
  /** Names of accounts, by the code that postings use. */
  readonly accountNames: ReadonlyMap<string, string>;
  readonly transactions: readonly HledgerTransaction[];
}

export interface HledgerTransaction {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly isDraft: boolean;
  /** Null where it has none. */
  readonly payee: string | null;
  readonly note: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Positive is debit. */
  readonly postings: readonly { readonly account: string; readonly amount: Money }[];
}

/** Books in the form hledger reads, oldest first; it declares what it uses. Source: hledger manual, Journal. */
export function inHledgerForm({ title, accountNames, transactions }: HledgerBooks): string {
  const postings = transactions.flatMap((transaction) => transaction.postings);
  const accounts = inOrder(postings.map(({ account }) => account));
  const commodities = inOrder(postings.map(({ amount }) => `1000.${'0'.repeat(amount.exponent)} ${amount.currency}`));
  return [
    `; ${onOneLine(title)}\n\n`,
    ...commodities.map((sample) => `commodity ${sample}\n`),
    ...accounts.map((account) => `account ${account}  ; name:${tagValue(accountNames.get(account) ?? '')}\n`),
    ...transactions.toSorted((left, right) => left.date.localeCompare(right.date)).map(writeTransaction),
  ].join('');
}

function inOrder(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}

function writeTransaction({ date, isDraft, payee, note, tags, postings }: HledgerTransaction): string {
  const description = [...(payee === null ? [] : [payee]), note].map(plain).join(' | ');
  return [
    `\n${date} ${isDraft ? '!' : '*'} ${description}\n`,
    ...Object.entries(tags).map(([name, value]) => `    ; ${name}:${tagValue(value)}\n`),
    ...postings.map(({ account, amount }) => `    ${account.padEnd(36)}  ${formatMoney(amount).padStart(20)}\n`),
  ].join('');
}

/** A semicolon would begin a comment, a bar would split payee from note. */
function plain(text: string): string {
  return onOneLine(text).replaceAll(';', ',').replaceAll('|', '/');
}

/** A comma would end the value, a date in brackets would move a posting. */
function tagValue(text: string): string {
  return onOneLine(text).replaceAll(',', ';').replaceAll('[', '(').replaceAll(']', ')');
}

function onOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
