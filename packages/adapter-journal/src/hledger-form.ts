import { encodeAccountCode, type LegalCharacters } from './account-names.js';
import type { JournalAccount } from './journal-body.js';
import type { LedgerEntry, LedgerForm, Tag } from './ledger-form.js';
import { readHledger } from './read-hledger.js';
import { asKey, onOneLine } from './safe-text.js';

const LEGAL: LegalCharacters = { first: /^[\p{L}\p{N}]/u, any: /[\p{L}\p{N}._/ -]/u };

/** hledger's account types: asset, cash, liability, expense. Source: hledger manual, `account` directive, account types. */
const TYPES: Readonly<Record<JournalAccount['role'], string>> = {
  category: 'X',
  tax: 'L',
  wallet: 'C',
  'out-of-pocket': 'L',
  contra: 'A',
  payable: 'L',
  receivable: 'A',
};

/** The form hledger reads. Source: hledger manual, Journal. */
export const hledgerForm: LedgerForm = {
  header:
    '; Ledgerferry appends to this ledger. Edit it as you like: an entry is known by its tag "reference", so keep that.\n',
  accountName: (account) => encodeAccountCode(account.code, LEGAL),
  declareAccount: (name, account) => {
    const label = account.name === null ? '' : `, name:${tagValue(account.name)}`;
    return `account ${name}  ; type:${TYPES[account.role]}${label}\n`;
  },
  declareCurrency: (currency, exponent) => `commodity 1000.${'0'.repeat(exponent)} ${currency}\n`,
  write: writeTransaction,
  read: readHledger,
};

function writeTransaction(entry: LedgerEntry): string {
  const head =
    `${entry.date} ${entry.draft ? '!' : '*'} (${entry.externalId}) ${description(entry.description)}`.trimEnd();
  const tags = entry.tags.map((tag) => `    ; ${writeTag(tag)}\n`).join('');
  const postings = entry.postings.map((posting) => {
    const amount = `${posting.quantity} ${posting.currency}`;
    const comment = posting.tags.length > 0 ? `  ; ${posting.tags.map(writeTag).join(', ')}` : '';
    return `    ${posting.account.padEnd(36)}  ${amount.padStart(16)}${comment}\n`;
  });
  return `\n${head}\n${tags}${postings.join('')}`;
}

/** A semicolon would begin a comment, a bar would split payee from note. */
function description(text: string): string {
  return onOneLine(text).replaceAll(';', ',').replaceAll('|', '/');
}

function writeTag([name, value]: Tag): string {
  return `${asKey(name)}:${tagValue(value)}`;
}

/** A comma would end the value; a date in brackets, or after `date:`, would move a posting. */
function tagValue(text: string): string {
  return onOneLine(text).replaceAll(',', ';').replaceAll('[', '(').replaceAll(']', ')');
}
