import type { ExportItem, ExportItemFile, NamedReference } from '../model/export-item.js';
import type { GeneratedReceipt } from '../model/generated-export-job.js';
import type { Member } from './clusters.js';
import { generateCounterparty } from './counterparty.js';
import { contraAccountOf } from './data/chart-of-accounts.js';
import { TEAMS } from './data/companies.js';
import { NOTES } from './data/notes.js';
import type { KnownSupplier } from './data/suppliers.js';
import { ENTRY_TRAITS } from './entry-types.js';
import { generateInvoiceInformation } from './invoice-information.js';
import type { GeneratedItem, ItemPlan } from './item-plan.js';
import { generateLines } from './lines.js';
import { addUp, convert, type CurrencyPair, toAmounts } from './money.js';
import type { Random } from './random.js';
import { generateReceipts } from './receipts/generate-receipts.js';
import { stableId } from './stable-id.js';

const DAY_MS = 86_400_000;

export function generateItem(plan: ItemPlan): GeneratedItem {
  const { random, member, companyId, settled } = plan;
  const traits = ENTRY_TRAITS[member.type];
  const accountingEntryId = random.uuid();
  const supplier = traits.hasSupplier ? (settled[0]?.supplier ?? plan.supplier) : null;
  const currencies = chooseCurrencies(plan, supplier);
  const { lines, total } =
    settled.length > 0 ? settleLines(plan, currencies) : generateOwnLines(plan, currencies, supplier);
  const receipts = traits.isExpense && random.chance(plan.receiptShare) ? generateReceipts(random, NOTES) : [];
  const item: ExportItem = {
    _links: { web: { exportItem: `https://app.example.com/expenses/${accountingEntryId}` }, mobile: {}, api: {} },
    accountingEntryId,
    companyId,
    type: member.type,
    subType: member.subType ?? null,
    date: writeInstant(plan.date),
    amount: toAmounts(total, currencies),
    accountingEntryLines: lines,
    additionalInformation: {
      reconciliationId: plan.reconciliationId,
      attendees: chooseAttendees(plan, supplier),
      reconciledEntries: nameSettled(member, settled),
      invoiceInformation: generateInvoiceInformation(plan),
    },
    contraAccount: traits.movesWallet ? contraAccountOf(currencies.wallet) : null,
    files: listFiles(random, receipts),
    note: random.chance(0.6) ? random.pick(NOTES) : null,
    servicePeriod: traits.isExpense && random.chance(0.15) ? nextYear(plan.date) : null,
    ...generateCounterparty(plan, supplier),
    user: describeUser(plan),
    team: describeTeam(random),
  };
  return { item, receipts, currencies, total, supplier };
}

/** RFC 3339 without a fraction, as Pleo writes dates. */
function writeInstant(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

// A payment keeps the currencies of its invoice; what touches no supplier is in the wallet's currency alone.
function chooseCurrencies({ settled, currencies }: ItemPlan, supplier: KnownSupplier | null): CurrencyPair {
  const wallet = settled[0]?.currencies.wallet ?? currencies.wallet;
  if (!supplier) return { supplier: wallet, wallet };
  return settled[0]?.currencies ?? { supplier: supplier.currency, wallet };
}

function generateOwnLines(
  { random, company, member }: ItemPlan,
  currencies: CurrencyPair,
  supplier: KnownSupplier | null,
): ReturnType<typeof generateLines> {
  const traits = ENTRY_TRAITS[member.type];
  const supplierTotal = convert(random.integer(...traits.euroCents), 'EUR', currencies.supplier);
  return generateLines({
    random,
    company,
    traits,
    currencies,
    supplierTotal,
    accountCode: supplier?.accountCode ?? null,
  });
}

function settleLines(
  { random, settled, member }: ItemPlan,
  currencies: CurrencyPair,
): ReturnType<typeof generateLines> {
  const sum = addUp(settled.map((entry) => entry.total));
  const total = member.type === 'invoice_payment' ? sum : { supplier: sum.wallet, wallet: sum.wallet };
  const line = {
    accountingEntryLineId: random.uuid(),
    lineAmount: toAmounts(total, currencies),
    netAmount: toAmounts(total, currencies),
    account: null,
    tax: null,
    tags: null,
  };
  return { lines: [line], total };
}

function nameSettled(member: Member, settled: readonly GeneratedItem[]): string[] | null {
  if (settled.length === 0 || member.namesSettled === false) return null;
  return settled.map((entry) => entry.item.additionalInformation.reconciliationId);
}

function chooseAttendees({ random, company }: ItemPlan, supplier: KnownSupplier | null): (string | null)[] | null {
  if (supplier?.accountCode !== '2750' || random.chance(0.4)) return null;
  return random.shuffle([...company.employees, 'Guest: Ms. Nakamura; 中村さん']).slice(0, random.integer(1, 4));
}

function listFiles(random: Random, receipts: readonly GeneratedReceipt[]): (ExportItemFile | null)[] | null {
  const files = receipts.map(({ id, type, bytes }) => ({ url: `receipt:${id}`, type, size: bytes.length }));
  if (random.chance(0.05)) return [...files, null];
  return files.length === 0 && random.chance(0.5) ? null : files;
}

function nextYear(date: Date): { from: string; to: string } {
  return { from: writeInstant(date), to: writeInstant(new Date(date.getTime() + 365 * DAY_MS)) };
}

function describeUser({ company, employee, member, random }: ItemPlan): NamedReference | null {
  if (member.type === 'wallet_topup' || member.type === 'cashback' || member.type === 'fee') return null;
  const code = random.chance(0.7) ? `E-${100 + company.employees.indexOf(employee)}` : null;
  return { id: stableId(`user ${company.id} ${employee}`), name: employee, code };
}

function describeTeam(random: Random): NamedReference | null {
  if (random.chance(0.3)) return null;
  const { name, code } = random.pick(TEAMS);
  return { id: stableId(`team ${code}`), name, code: random.chance(0.8) ? code : null };
}
