import { encodeAccountCode, type LegalCharacters } from './account-names.js';
import type { JournalAccount } from './journal-body.js';
import type { LedgerEntry, LedgerForm, Tag } from './ledger-form.js';
import { readBeancount } from './read-beancount.js';
import { asKey, onOneLine } from './safe-text.js';

const LEGAL: LegalCharacters = { first: /^[A-Z0-9]/, any: /[A-Za-z0-9-]/ };
/** Early enough for any entry. */
const OPENED = '1970-01-01';

const CLASSES: Readonly<Record<JournalAccount['role'], string>> = {
  category: 'Expenses',
  tax: 'Liabilities',
  wallet: 'Assets',
  'out-of-pocket': 'Liabilities',
  contra: 'Assets',
  payable: 'Liabilities',
  receivable: 'Assets',
};

/** The form beancount reads. Source: Beancount Language Syntax. */
export const beancountForm: LedgerForm = {
  header:
    ';; Ledgerferry appends to this ledger. Edit it as you like: an entry is known by its "reference", so keep that.\n',
  accountName: (account) => `${CLASSES[account.role]}:${encodeAccountCode(account.code, LEGAL)}`,
  declareAccount: (name, account) =>
    `${OPENED} open ${name}\n${account.name === null ? '' : `  name: ${quoted(account.name)}\n`}`,
  declareCurrency: (currency, exponent) => `${OPENED} commodity ${currency}\n  decimals: ${exponent}\n`,
  write: writeTransaction,
  read: readBeancount,
};

function writeTransaction(entry: LedgerEntry): string {
  const payee = entry.payee === null ? '' : `${quoted(entry.payee)} `;
  const head = `${entry.date} ${entry.draft ? '!' : '*'} ${payee}${quoted(entry.description)}`;
  const postings = entry.postings.map((posting) => {
    const amount = `${posting.quantity} ${posting.currency}`;
    return `  ${posting.account.padEnd(36)}  ${amount.padStart(16)}\n${writeMetadata(posting.tags, '    ')}`;
  });
  return `\n${head}\n${writeMetadata(entry.tags, '  ')}${postings.join('')}`;
}

/** Keys begin in lower case and are unique in their place: values that would share one are joined. */
function writeMetadata(tags: readonly Tag[], indent: string): string {
  const values = new Map<string, string>();
  for (const [name, value] of tags) {
    const key = metadataKey(name);
    const before = values.get(key);
    values.set(key, before === undefined ? value : `${before}; ${value}`);
  }
  return [...values].map(([key, value]) => `${indent}${key}: ${quoted(value)}\n`).join('');
}

function metadataKey(name: string): string {
  return asKey(name.toLowerCase()).replace(/[^a-z0-9]+/g, '-');
}

function quoted(text: string): string {
  return `"${onOneLine(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
