import type { AccountingEntry, EntryPlan } from '@ledgerferry/core';
import type { XeroFacts } from '../reference-data/xero-facts.js';
import type { XeroConnection } from '../xero-connection.js';
import { planBankTransaction } from './bank-transaction.js';
import { planBankTransfer } from './bank-transfer.js';
import { chooseRecord } from './choose-record.js';
import { valueOf } from './decision.js';
import { planInvoice } from './invoice.js';
import { planManualJournal } from './manual-journal.js';
import { planOverpayment } from './overpayment.js';
import { planPayments } from './payments.js';

/**
 * What Xero will hold for an entry that passed the rules. Pure: the same entry, facts and settings give the same documents.
 *
 * @throws `item-rejected` with the code of the rule that an entry did not pass.
 */
export function planXeroEntry(entry: AccountingEntry, facts: XeroFacts, connection: XeroConnection): EntryPlan {
  const books = { facts, connection };
  const choice = valueOf(chooseRecord(entry, books));
  switch (choice.record) {
    case 'bank-transaction':
      return planBankTransaction(entry, choice, books);
    case 'invoice':
      return planInvoice(entry, choice, books);
    case 'payments':
      return planPayments(entry, choice, books);
    case 'overpayment':
      return planOverpayment(entry, choice, books);
    case 'bank-transfer':
      return planBankTransfer(entry, choice);
    case 'manual-journal':
      return planManualJournal(entry, choice, books);
  }
}
