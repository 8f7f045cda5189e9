import type { AccountingEntry, AccountReference, EntryLine } from '@ledgerferry/core';
import type { NetsuiteConnection } from '../netsuite-connection.js';

/**
 * The entry with the account of the settings where Pleo names none for a tax. Reverse charge needs two: where Pleo names neither, or the very
 * one of the settings, it stays unposted, because on one account it would come to nothing; the line's memo says so.
 */
export function withTaxAccounts(entry: AccountingEntry, { taxAccount }: NetsuiteConnection): AccountingEntry {
  if (taxAccount === undefined) return entry;
  const own: AccountReference = { role: 'tax', code: taxAccount, identifier: null, name: null };
  return { ...entry, lines: entry.lines.map((line) => withTaxAccount(line, own)) };
}

function withTaxAccount(line: EntryLine, own: AccountReference): EntryLine {
  const { tax } = line;
  if (tax === null) return line;
  const { ingoingAccount, outgoingAccount } = tax;
  if (tax.treatment !== 'reverse') return { ...line, tax: { ...tax, ingoingAccount: ingoingAccount ?? own } };
  const named = ingoingAccount ?? outgoingAccount;
  if (named === null || named.code === own.code) return line;
  return {
    ...line,
    tax: { ...tax, ingoingAccount: ingoingAccount ?? own, outgoingAccount: outgoingAccount ?? own },
  };
}
