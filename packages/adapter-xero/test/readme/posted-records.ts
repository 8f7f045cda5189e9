import {
  EXPORT_ITEM_TYPES,
  money,
  type BookkeepingSettings,
  type Document,
  type ExportItem,
  type SettledInvoice,
} from '@ledgerferry/core';
import { planXeroEntry } from '../../src/plan/plan-entry.js';
import { xeroRules } from '../../src/rules/xero-rules.js';
import { isXeroRecord } from '../../src/xero-record.js';
import { connection, contact, entryOf, FACTS, settings } from '../plan/sample-books.js';
import { costLine, sampleItem } from '../plan/sample-item.js';

const EMPLOYEE_ID = '5f4c0f3e-6a0c-4a55-8b8f-0c2a8f3f7a11';
const FACTS_WITH_EMPLOYEE = { ...FACTS, contacts: [...FACTS.contacts, contact(EMPLOYEE_ID, 'Mia Holm')] };

/** As in the README: what reimburses employees outside Pleo may pay bills. */
const ACCOUNTS = { reimbursementContra: '880' };

/** What is said of an item besides its type, and how it differs then. */
type Variant = readonly [name: string, overrides: Partial<ExportItem>];

const STANDARD: Variant = ['', {}];
const WITHOUT_CATEGORY: Variant = [' without category', { lines: [costLine(12_000, { account: null })] }];
const REIMBURSEMENTS = subTypes(
  'reimbursement_to_employee',
  'reimbursement_to_employee_refund',
  'reimbursement_to_company',
);

/** The subtypes of core's accounts mapping, and the types that need no category there. */
const VARIANTS: ReadonlyMap<string, readonly Variant[]> = new Map([
  ['external_reimbursement', REIMBURSEMENTS],
  ['direct_reimbursement', REIMBURSEMENTS],
  ['invoice_payment', subTypes('invoice_payment_sent', 'invoice_payment_returned')],
  ['atm_withdrawal', [WITHOUT_CATEGORY]],
  ['personal_spend', [WITHOUT_CATEGORY]],
  ['fee', subTypes('interest')],
]);
/** Items of these types have no lines in Pleo. */
const WITHOUT_LINES = /reimbursement|invoice_payment|wallet/;

/** Every item that Pleo knows, by how the README names it. */
export const ITEMS = EXPORT_ITEM_TYPES.flatMap((type) =>
  [STANDARD, ...(VARIANTS.get(type) ?? [])].map(([name, overrides]) => {
    const item: Partial<ExportItem> = { type, ...(WITHOUT_LINES.test(type) ? { lines: [] } : {}), ...overrides };
    return [`\`${type}\`${name}`, item] as const;
  }),
);

function subTypes(...names: readonly string[]): readonly Variant[] {
  return names.map((subType) => [`, \`${subType}\``, { subType }]);
}

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
  const { Type, Contact } = isXeroRecord(body) ? body : {};
  const record = BANK_TRANSACTIONS.get(Type) ?? recordType.replace('-', ' ');
  return isXeroRecord(Contact) && Contact['ContactID'] === EMPLOYEE_ID ? `${record} (employee)` : record;
}
