import type { AccountingEntry, AccountReference } from '@ledgerferry/core';
import type { AdapterBench } from './adapter-bench.js';

/** One entry of every kind that there is, on the accounts that the harness books on. */
export function entriesOfEveryKind(bench: AdapterBench): readonly AccountingEntry[] {
  const over = bench.payable('over-payable');
  const [line] = bench.entry('line').lines;
  if (!line) return [over];
  const owed = over.payable ?? line.account;
  const { counterparty, date } = over;
  const lineOn = (account: AccountReference) => [{ ...line, account }];
  return [
    bench.entry('money-out'),
    bench.entry('money-in', { kind: 'money-in', itemType: 'refund', direction: 'in' }),
    over,
    bench.payable('credit-note', { kind: 'money-in', itemType: 'refund', direction: 'in' }),
    bench.entry('bill', {
      kind: 'bill',
      itemType: 'invoice',
      settlement: owed,
      counterparty,
      invoice: { number: 'INV-2031', date, dueDate: date },
    }),
    bench.entry('payment', { kind: 'payment', itemType: 'invoice_payment', lines: lineOn(owed), counterparty }),
    bench.entry('transfer', {
      kind: 'transfer',
      itemType: 'wallet_topup',
      direction: 'in',
      lines: lineOn({ ...line.account, role: 'contra' }),
      counterparty: null,
    }),
    bench.entry('adjustment', { kind: 'adjustment', itemType: 'fee', counterparty: null, employee: null }),
  ];
}

/** A bill, and a payment that settles it. */
export function billAndPayment(bench: AdapterBench): readonly [AccountingEntry, AccountingEntry] {
  const kinds = entriesOfEveryKind(bench);
  const bill = kinds.find(({ kind }) => kind === 'bill') ?? bench.entry('bill');
  const payment = kinds.find(({ kind }) => kind === 'payment') ?? bench.entry('payment');
  const { accountingEntryId } = bill;
  const documentKey = bench.firstDocument(bill).key;
  return [bill, { ...payment, settles: [{ accountingEntryId, documentKey, externalId: null, amount: bill.amount }] }];
}
