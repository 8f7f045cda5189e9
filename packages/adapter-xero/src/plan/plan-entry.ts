import { valueOf, type AccountingEntry, type EntryPlan } from '@ledgerferry/core';
import type { XeroFacts } from '../reference-data/xero-facts.js';
import type { XeroConnection } from '../xero-connection.js';
import { planBankTransaction } from './bank-transaction.js';
import { planBankTransfer } from './bank-transfer.js';
import { chooseRecord } from './choose-record.js';
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
  const context = { facts, connection };
  const choice = valueOf(chooseRecord(entry, context));
  switch (choice.record) {
    case 'bank-transaction':
      return planBankTransaction(entry, choice, context);
    case 'invoice':
      return planInvoice(entry, choice, context);
    case 'payments':
      return planPayments(entry, choice, context);
    case 'overpayment':
      return planOverpayment(entry, choice, context);
    case 'bank-transfer':
      return planBankTransfer(entry, choice);
    case 'manual-journal':
      return planManualJournal(entry, choice, context);
  }
}
