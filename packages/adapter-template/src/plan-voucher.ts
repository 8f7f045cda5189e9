import {
  invoicePostings,
  paymentPostings,
  toDecimal,
  type AccountingEntry,
  type Document,
  type EntryPlan,
  type Posting,
} from '@ledgerferry/core';

/** A voucher for an entry, or for a payable two: the invoice, and the payment once that is booked. Pure. */
export function planVouchers(entry: AccountingEntry): EntryPlan {
  const first = voucherOf(entry, firstRole(entry), invoicePostings(entry), []);
  const payment = entry.payable ? [voucherOf(entry, 'payment', paymentPostings(entry), [first.key])] : [];
  return { documents: [first, ...payment], prerequisites: [] };
}

function firstRole(entry: AccountingEntry): 'invoice' | 'payment' | 'journal' {
  if (entry.kind === 'bill' || entry.payable) return 'invoice';
  return entry.kind === 'payment' ? 'payment' : 'journal';
}

function voucherOf(
  entry: AccountingEntry,
  role: string,
  postings: readonly Posting[],
  dependsOn: readonly string[],
): Document {
  const debits = postings.reduce((sum, { amount }) => sum + Math.max(amount.minorUnits, 0), 0);
  return {
    key: `${entry.accountingEntryId}/${role}`,
    role,
    recordType: 'voucher',
    dependsOn,
    body: {
      date: entry.date,
      status: entry.posting === 'draft' ? 'draft' : 'booked',
      text: entry.description,
      currency: entry.amount.currency,
      lines: postings.map(({ account, amount, taxCode, dimensions }) => ({
        account: account.code,
        amount: toDecimal(amount),
        taxCode,
        dimensions: dimensions.map(({ group, code }) => `${group}:${code}`),
      })),
    },
    summary: {
      date: entry.date,
      total: { ...entry.amount, minorUnits: debits },
      accounts: [...new Set(postings.map(({ account }) => account.code ?? ''))],
    },
  };
}
