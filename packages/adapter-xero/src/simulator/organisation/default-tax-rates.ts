import type { AccountClass, TaxRateSeed } from './organisation-seed.js';

const ALL: readonly AccountClass[] = ['ASSET', 'EQUITY', 'EXPENSE', 'LIABILITY', 'REVENUE'];
const PURCHASES: readonly AccountClass[] = ['ASSET', 'EXPENSE', 'LIABILITY'];
const SALES: readonly AccountClass[] = ['ASSET', 'LIABILITY', 'REVENUE'];

/** Every percentage of the Pleo simulator's four companies. */
const PERCENTAGES = [25, 20, 19, 12, 7, 6, 5];

/** Xero's own rates, and per percentage those that Pleo's codes name: contained, added, and reverse charge. */
export const DEFAULT_TAX_RATES: readonly TaxRateSeed[] = [
  { taxType: 'NONE', name: 'Tax Exempt', effectiveRate: '0', appliesTo: ALL },
  { taxType: 'INPUT', name: 'Tax on Purchases', effectiveRate: '20', appliesTo: PURCHASES },
  { taxType: 'OUTPUT', name: 'Tax on Sales', effectiveRate: '20', appliesTo: SALES },
  { taxType: 'TAX001', name: 'Old Purchases Rate', effectiveRate: '17.5', appliesTo: PURCHASES, status: 'DELETED' },
  ...PERCENTAGES.flatMap((percentage): TaxRateSeed[] => [
    rate(`I${percentage}`, `Purchases ${percentage}%`, percentage),
    rate(`E${percentage}`, `Purchases ${percentage}% added`, percentage),
    { ...rate(`RC${percentage}`, `Reverse charge ${percentage}%`, percentage), effectiveRate: '0' },
  ]),
];

function rate(taxType: string, name: string, percentage: number): TaxRateSeed {
  return { taxType, name, effectiveRate: `${percentage}`, displayRate: `${percentage}`, appliesTo: PURCHASES };
}
