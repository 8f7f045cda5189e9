import {
  isJsonObject,
  money,
  type BookkeepingSettings,
  type Document,
  type ExportItem,
  type SettledInvoice,
} from '@ledgerferry/core';
import { itemsOfEveryKind } from '@ledgerferry/testkit';
import { planXeroEntry } from '../../src/plan/plan-entry.js';
import { xeroRules } from '../../src/rules/xero-rules.js';
import { connection, contact, entryOf, FACTS, settings } from '../plan/sample-books.js';
import { costLine, sampleItem } from '../plan/sample-item.js';

const EMPLOYEE_ID = '5f4c0f3e-6a0c-4a55-8b8f-0c2a8f3f7a11';
const FACTS_WITH_EMPLOYEE = { ...FACTS, contacts: [...FACTS.contacts, contact(EMPLOYEE_ID, 'Mia Holm')] };

/** As in the README: what reimburses employees outside Pleo may pay bills. */
const ACCOUNTS = { reimbursementContra: '880' };

/** Every item that Pleo knows, by how the README names it; accounts payable are a column there. */
export const ITEMS = itemsOfEveryKind(costLine(12_000))
  .filter(({ kind }) => !kind.endsWith('payable'))
  .map(({ kind, item }) => [kind.replace(/^\w+/, '`$&`').replace(/, (\w+)$/, ', `$1`'), item] as const);

/** An item's records, by the method that Pleo names: the first is that of `journal`. */
export function recordsByMethod(item: Partial<ExportItem>, accounts: Partial<BookkeepingSettings['accounts']> = {}) {
  const bookkeeping = settings({ ...ACCOUNTS, ...accounts });
  const journal = recordsOf({ ...item, bookkeepingMethod: 'journal' }, bookkeeping);
  const payable = recordsOf({ ...item, bookkeepingMethod: 'accounts_payable' }, bookkeeping);
  return [journal, payable === journal ? 'the same' : payable] as const;
}

const BILL: SettledInvoice = {
  accountingEntryId: 'bill',
  documentKey: 'bill/booking',
  externalId: 'id-of-bill',
  amount: money('EUR', 12_000, 2),
};

function recordsOf(item: Partial<ExportItem>, bookkeeping: BookkeepingSettings): string {
  const [settling, onAccount] = [[BILL], []].map((settles) => planned(item, bookkeeping, settles));
  return settling === onAccount ? `${onAccount}` : `${settling} of each bill; else ${onAccount}`;
}

function planned(item: Partial<ExportItem>, bookkeeping: BookkeepingSettings, settles: readonly SettledInvoice[]) {
  const entry = { ...entryOf(sampleItem(item), bookkeeping), settles };
  const problems = xeroRules(FACTS_WITH_EMPLOYEE, connection()).flatMap((rule) => rule.validate(entry));
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('; '));
  return planXeroEntry(entry, FACTS_WITH_EMPLOYEE, connection()).documents.map(inWords).join(', ');
}

const BANK_TRANSACTIONS = new Map<unknown, string>([
  ['SPEND', 'spend money'],
  ['RECEIVE', 'receive money'],
  ['SPEND-OVERPAYMENT', 'spend overpayment'],
  ['RECEIVE-OVERPAYMENT', 'receive overpayment'],
]);

function inWords({ recordType, body }: Document): string {
  const { Type, Contact } = isJsonObject(body) ? body : {};
  const record = BANK_TRANSACTIONS.get(Type) ?? recordType.replace('-', ' ');
  return isJsonObject(Contact) && Contact['ContactID'] === EMPLOYEE_ID ? `${record} (employee)` : record;
}
