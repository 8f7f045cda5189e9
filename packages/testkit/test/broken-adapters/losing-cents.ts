import { changingDocuments, changingSummaries, changingTotals, type BrokenAdapter } from './broken-adapter.js';

/** Adapters that calculate with amounts. */
export const losingCents: readonly BrokenAdapter[] = [
  {
    defect: 'adds decimals in floating point',
    spoil: (adapter) => changingTotals(adapter, (total) => (total === 30 ? Math.ceil((0.1 + 0.2) * 100) : total)),
    fails: 'lines of 0.10 and 0.20 come to 0.30',
    says: /minorUnits: 30,[\s\S]*minorUnits: 31,/,
  },
  {
    defect: 'multiplies decimals by a hundred, and cuts off',
    spoil: (adapter) =>
      changingTotals(adapter, (total) =>
        total === 1_372 ? [4.35, 1.1, 0.07, 8.2].reduce((sum, line) => sum + Math.trunc(line * 100), 0) : total,
      ),
    fails: '4.35, 1.10, 0.07 and 8.20 stay what they are',
    says: /minorUnits: 1372,[\s\S]*4\.35 \* 100 is 434\.99999999999994/,
  },
  {
    defect: 'writes a cent without its zeros',
    spoil: (adapter) => changingTotals(adapter, (total) => (total === 1 ? 10 : total)),
    fails: 'the smallest amount is booked',
    says: /minorUnits: 1,[\s\S]*minorUnits: 10,/,
  },
  {
    defect: 'keeps amounts in single precision',
    spoil: (adapter) => changingTotals(adapter, Math.fround),
    fails: 'a large amount is exact to the last unit',
    says: /minorUnits: 999999999999,[\s\S]*minorUnits: 999999995904,/,
  },
  {
    defect: 'sends no more than thirty lines',
    spoil: (adapter) =>
      changingDocuments(adapter, (document) => {
        const lines: unknown = Object(document.body).lines;
        if (!Array.isArray(lines) || lines.length <= 30 || !document.summary) return document;
        const sum = lines
          .slice(0, 30)
          .reduce((total: number, line: { minorUnits: number }) => total + line.minorUnits, 0);
        return { ...document, summary: { ...document.summary, total: { ...document.summary.total, minorUnits: sum } } };
      }),
    fails: 'many lines come to their sum',
    says: /Send every line/,
  },
  {
    defect: 'gives every currency two decimals',
    spoil: (adapter) =>
      changingSummaries(adapter, (summary) =>
        summary.total.exponent === 0
          ? { ...summary, total: { ...summary.total, minorUnits: summary.total.minorUnits * 100, exponent: 2 } }
          : summary,
      ),
    fails: 'a currency without decimals is booked in whole units',
    says: /1500 JPY is 1500, not 15\.00/,
  },
  {
    defect: 'rounds to two decimals',
    spoil: (adapter) =>
      changingSummaries(adapter, (summary) =>
        summary.total.exponent === 3
          ? { ...summary, total: { ...summary.total, minorUnits: Math.round(summary.total.minorUnits / 10) * 10 } }
          : summary,
      ),
    fails: 'a currency with three decimals is booked to the last of them',
    says: /minorUnits: 1239,[\s\S]*minorUnits: 1240,/,
  },
];
