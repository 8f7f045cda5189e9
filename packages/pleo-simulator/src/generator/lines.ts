import type { Account, ExportItemLine, Tag, Tax } from '../model/export-item.js';
import { type Company, TAGS } from './data/companies.js';
import { categoryOf, EXPENSE_CODES } from './data/chart-of-accounts.js';
import type { EntryTraits } from './entry-types.js';
import { addUp, convert, type CurrencyPair, portion, type Sums, toAmounts } from './money.js';
import type { Random } from './random.js';
import { stableId } from './stable-id.js';

/** What the lines of an entry are made of. */
export interface LinesPlan {
  random: Random;
  company: Company;
  traits: EntryTraits;
  currencies: CurrencyPair;
  /** Total in minor units of the supplier's currency; positive. */
  supplierTotal: number;
  /** Category of the supplier's goods. */
  accountCode: string | null;
}

/** Lines whose sums are the entry's amount in both currencies. */
export function generateLines(plan: LinesPlan): { lines: ExportItemLine[]; total: Sums } {
  const { supplier, wallet } = plan.currencies;
  const parts = splitTotal(plan).map((value) => ({ supplier: value, wallet: convert(value, supplier, wallet) }));
  return { lines: parts.map((part, index) => generateLine(plan, part, index)), total: addUp(parts) };
}

function splitTotal({ random, traits, supplierTotal }: LinesPlan): number[] {
  const count = traits.isExpense && supplierTotal >= 1000 && random.chance(0.25) ? random.integer(2, 4) : 1;
  const parts: number[] = [];
  let left = supplierTotal;
  for (let index = 1; index < count; index += 1) {
    const part = portion(left, random.integer(20, 60), 100);
    parts.push(part);
    left -= part;
  }
  return [...parts, left];
}

function generateLine(plan: LinesPlan, sums: Sums, index: number): ExportItemLine {
  const { random, traits, currencies } = plan;
  const tax = traits.isExpense && random.chance(0.7) ? generateTax(plan, sums) : null;
  const lineAmount = toAmounts(sums, currencies);
  return {
    accountingEntryLineId: random.uuid(),
    lineAmount,
    netAmount:
      tax?.type === 'exclusive' ? toAmounts(netOfExclusive(sums, tax), currencies) : structuredClone(lineAmount),
    account: chooseAccount(plan, index),
    tax,
    tags: traits.isExpense ? generateTags(random) : null,
  };
}

function chooseAccount({ random, traits, accountCode }: LinesPlan, index: number): Account | null {
  if (traits.category === 'none') return null;
  if (traits.category !== 'of-supplier') return categoryOf(traits.category);
  return categoryOf(index === 0 && accountCode !== null ? accountCode : random.pick(EXPENSE_CODES));
}

/**
 * Tax of a line. Inclusive and exclusive tax is contained in the line amount; reverse-charge tax is not, the buyer accounts
 * for it. Pleo's net includes inclusive tax and excludes exclusive tax (Export API, `TaxTypeV3`).
 */
function generateTax({ random, company, currencies }: LinesPlan, sums: Sums): Tax {
  const isForeign = currencies.supplier !== currencies.wallet;
  const type =
    isForeign && random.chance(0.6) ? 'reverse' : random.pick(['inclusive', 'inclusive', 'inclusive', 'exclusive']);
  const percent = random.pick(company.vatPercents);
  const whole = type === 'reverse' ? 100 : 100 + percent;
  const amount = { supplier: portion(sums.supplier, percent, whole), wallet: portion(sums.wallet, percent, whole) };
  const code = `${type === 'reverse' ? 'RC' : type === 'inclusive' ? 'I' : 'E'}${percent}`;
  const tax: Tax = {
    id: stableId(`tax ${company.country} ${code}`),
    rate: percent / 100,
    type,
    amount: toAmounts(amount, currencies),
    code,
  };
  if (type === 'reverse') return { ...tax, ingoingTaxAccount: '66100', outgoingTaxAccount: '66200' };
  return random.chance(0.5) ? { ...tax, ingoingTaxAccount: '66100' } : tax;
}

function netOfExclusive(sums: Sums, tax: Tax): Sums {
  return {
    supplier: sums.supplier - tax.amount.inSupplierCurrency.value,
    wallet: sums.wallet - tax.amount.inWalletCurrency.value,
  };
}

function generateTags(random: Random): Tag[] | null {
  if (random.chance(0.3)) return null;
  return TAGS.filter(() => random.chance(0.6)).map(({ groupCode, codes }) => {
    const code = random.pick(codes);
    return { id: stableId(`tag ${groupCode} ${code}`), code, groupCode };
  });
}
