import { describe, expect, test } from 'vitest';
import { money } from '../../src/model/money.js';
import type { ExportItem } from '../../src/model/export-item.js';
import { validateCompany } from '../../src/validation/validate-company.js';
import { amounts, entryOf, problemsOf, sampleItem, sampleLine, sampleTax } from '../bookkeeping/sample-item.js';

function codes(changes: Partial<ExportItem>): readonly string[] {
  return problemsOf(sampleItem(changes)).map(({ code }) => code);
}

/** 100.00 in the wallet and 13.40 at the supplier, or as given. */
function foreign(wallet: number, supplier: number) {
  return { inSupplierCurrency: money('EUR', supplier, 2), inWalletCurrency: money('DKK', wallet, 2) };
}

test('a sound item has no problem', () => {
  expect(codes({})).toEqual([]);
});

test('an item of another company never reaches the books', () => {
  const [problem] = validateCompany(sampleItem({ companyId: 'company-2' }), 'company-1');
  expect(problem).toMatchObject({ code: 'COMPANY_MISMATCH', reason: 'validation_failure' });
  expect(validateCompany(sampleItem(), 'company-1')).toEqual([]);
});

describe('lines', () => {
  test.each(['card_purchase', 'atm_withdrawal', 'personal_spend', 'invoice'])('a %s needs one', (type) => {
    expect(codes({ type, lines: [] })).toEqual(['NO_LINES']);
  });

  test.each([
    [[9999], 'too little'],
    [[10001], 'too much'],
    [[5000, 4999], 'too little together'],
  ])('of %j hundredths are %s for 100.00', (parts) => {
    const lines = parts.map((part) => sampleLine(part));
    expect(codes({ lines })).toEqual(['LINES_SUM_DISAGREES']);
  });

  test('must add up in the currency of the supplier as well', () => {
    const line = (wallet: number, supplier: number) =>
      sampleLine(0, { lineAmount: foreign(wallet, supplier), netAmount: foreign(wallet, supplier) });
    const amount = foreign(10000, 1340);
    expect(codes({ amount, lines: [line(6000, 800), line(4000, 540)] })).toEqual([]);
    expect(codes({ amount, lines: [line(6000, 800), line(4000, 541)] })).toEqual(['LINES_SUM_DISAGREES']);
  });

  test('must add up for a balance movement too, where there are any', () => {
    expect(codes({ type: 'wallet_topup', lines: [sampleLine(9999)] })).toEqual(['LINES_SUM_DISAGREES']);
    expect(codes({ type: 'wallet_topup', lines: [] })).toEqual([]);
  });

  test('whose sum leaves the safe integers are refused, not rounded', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const lines = [sampleLine(most), sampleLine(most)];
    expect(codes({ amount: amounts(most), lines })).toEqual(['LINES_SUM_DISAGREES']);
  });

  test('the message names the entry and both amounts', () => {
    const [problem] = problemsOf(
      sampleItem({
        amount: foreign(10000, 1340),
        lines: [sampleLine(0, { lineAmount: foreign(9000, 1340), netAmount: foreign(9000, 1340) })],
      }),
    );
    expect(problem?.message).toBe(
      'The lines of "ACME*CLOUD - Mia Holm - Annual licence" do not add up to its 100.00 DKK (13.40 EUR): correct the split in Pleo and export it again.',
    );
  });
});

describe('signs', () => {
  const negativeAtSupplier = foreign(10000, -1340);

  test.each<[string, Partial<ExportItem>]>([
    ['entry', { amount: amounts(-10000), lines: [sampleLine(-10000)] }],
    [
      'entry at the supplier',
      {
        amount: negativeAtSupplier,
        lines: [sampleLine(0, { lineAmount: negativeAtSupplier, netAmount: negativeAtSupplier })],
      },
    ],
    ['line', { lines: [sampleLine(12000), sampleLine(-2000)] }],
    ['net amount', { lines: [sampleLine(10000, { netAmount: amounts(-1) })] }],
    ['tax', { lines: [sampleLine(10000, { tax: sampleTax('inclusive', -1) })] }],
  ])('a negative %s is refused, in one sentence', (_, changes) => {
    expect(codes(changes)).toEqual(['NEGATIVE_AMOUNT']);
  });

  test.each(['refund', 'chargeback', 'wallet_unload'])('a negative %s is not flipped', (type) => {
    const [problem] = problemsOf(sampleItem({ type, amount: amounts(-10000), lines: [sampleLine(-10000)] }));
    expect(problem).toMatchObject({ code: 'NEGATIVE_AMOUNT', reason: 'validation_failure' });
    expect(problem?.message).toContain('-100.00 DKK');
  });

  test('an entry of nothing is refused, as there is nothing to book', () => {
    expect(codes({ amount: amounts(0), lines: [sampleLine(0)] })).toEqual(['ZERO_AMOUNT']);
    expect(codes({ type: 'wallet_topup', amount: amounts(0), lines: [] })).toEqual(['ZERO_AMOUNT']);
  });

  test('a line of nothing beside others is booked as it is', () => {
    expect(entryOf(sampleItem({ lines: [sampleLine(10000), sampleLine(0)] })).lines).toHaveLength(2);
  });
});

describe('currencies', () => {
  test.each(['XXX', 'UNDEFINED', 'XAU'])('%s is no money', (currency) => {
    const [problem] = problemsOf(sampleItem({ amount: amounts(10000, currency) }));
    expect(problem).toMatchObject({ code: 'UNKNOWN_CURRENCY', reason: 'validation_failure' });
    expect(problem?.message).toContain(`"${currency}"`);
  });

  test('the supplier must have been paid in money as well', () => {
    const amount = { ...amounts(10000), inSupplierCurrency: money('XXX', 10000, 2) };
    const line = sampleLine(0, { lineAmount: amount, netAmount: amount });
    expect(codes({ amount, lines: [line] })).toEqual(['UNKNOWN_CURRENCY']);
  });

  test('a line in another wallet currency is refused', () => {
    const [problem] = problemsOf(sampleItem({ lines: [sampleLine(10000, { lineAmount: amounts(10000, 'EUR') })] }));
    expect(problem).toMatchObject({ code: 'MIXED_CURRENCIES', reason: 'validation_failure' });
    expect(problem?.message).toContain('one of its lines is in EUR');
  });

  test.each<[string, Partial<ExportItem>]>([
    ['net amount', { lines: [sampleLine(10000, { netAmount: amounts(10000, 'EUR') })] }],
    ['tax', { lines: [sampleLine(10000, { tax: sampleTax('inclusive', 1, { amount: amounts(1, 'EUR') }) })] }],
    ['supplier currency', { lines: [sampleLine(10000, { lineAmount: foreign(10000, 10000) })] }],
  ])('another currency of the %s is refused', (_, changes) => {
    expect(codes(changes)).toEqual(['MIXED_CURRENCIES']);
  });

  test('one currency with two numbers of decimal places is refused', () => {
    const line = { inSupplierCurrency: money('DKK', 10000, 2), inWalletCurrency: money('DKK', 10000, 3) };
    expect(codes({ lines: [sampleLine(10000, { lineAmount: line })] })).toEqual(['MIXED_CURRENCIES']);
  });
});

test('taxes of a balance movement are not booked and so not judged', () => {
  const tax = sampleTax('exclusive', 99999);
  expect(codes({ type: 'invoice_payment', lines: [sampleLine(10000, { tax })] })).toEqual([]);
});
