import { describe, expect, test } from 'vitest';
import { invoicePostings, paymentPostings, postingsOf } from '../../src/bookkeeping/postings.js';
import type { ExportItemLine, PleoTax } from '../../src/model/export-item.js';
import { amounts, entryOf, jotted, problemsOf, sampleItem, sampleLine, sampleTax } from './sample-item.js';

function taxed(
  tax: PleoTax,
  line: Partial<ExportItemLine> = {},
  type = 'card_purchase',
  bookkeepingMethod = 'journal',
) {
  return sampleItem({ type, bookkeepingMethod, lines: [sampleLine(10000, { tax, ...line })] });
}

describe('inclusive tax', () => {
  test('the cost is the line less the tax, and the tax is debited to its account', () => {
    const entry = entryOf(taxed(sampleTax('inclusive', 2000)));
    expect(entry.lines[0]?.net.minorUnits).toBe(8000);
    expect(jotted(postingsOf(entry))).toEqual(['3620 80.00', '66100 20.00', '55010 -100.00']);
  });

  test('without a tax account the line is posted gross with its tax code', () => {
    const entry = entryOf(taxed(sampleTax('inclusive', 2000, { ingoingTaxAccount: null })));
    expect(jotted(postingsOf(entry))).toEqual(['3620 100.00', '55010 -100.00']);
    expect(postingsOf(entry).map(({ taxCode }) => taxCode)).toEqual(['I25', null]);
    expect(entry.lines[0]?.net.minorUnits).toBe(8000);
  });

  test('the amount counts that a user overwrote, not the rate', () => {
    const entry = entryOf(taxed(sampleTax('inclusive', 1234)));
    expect(jotted(postingsOf(entry))).toEqual(['3620 87.66', '66100 12.34', '55010 -100.00']);
  });

  test("Pleo's inverted net amount is not taken for the cost", () => {
    const entry = entryOf(taxed(sampleTax('inclusive', 2000), { netAmount: amounts(10000) }));
    expect(entry.lines[0]).toMatchObject({ gross: { minorUnits: 10000 }, net: { minorUnits: 8000 } });
  });

  test('a refund turns every side around', () => {
    const entry = entryOf(taxed(sampleTax('inclusive', 2000), {}, 'refund'));
    expect(jotted(postingsOf(entry))).toEqual(['3620 -80.00', '66100 -20.00', '55010 100.00']);
  });

  test('through accounts payable the tax stands on the invoice, not on the payment', () => {
    const entry = entryOf(taxed(sampleTax('inclusive', 2000), {}, 'card_purchase', 'accounts_payable'));
    expect(jotted(invoicePostings(entry))).toEqual(['3620 80.00', '66100 20.00', '63000 -100.00']);
    expect(jotted(paymentPostings(entry))).toEqual(['63000 100.00', '55010 -100.00']);
  });
});

describe('exclusive tax', () => {
  test('the cost is the net amount', () => {
    const entry = entryOf(taxed(sampleTax('exclusive', 2000), { netAmount: amounts(8000) }));
    expect(entry.lines[0]).toMatchObject({ gross: { minorUnits: 10000 }, net: { minorUnits: 8000 } });
    expect(jotted(postingsOf(entry))).toEqual(['3620 80.00', '66100 20.00', '55010 -100.00']);
  });

  test('net amount and tax that do not add up to the line are refused', () => {
    const [problem] = problemsOf(taxed(sampleTax('exclusive', 2000), { netAmount: amounts(10000) }));
    expect(problem).toMatchObject({ code: 'TAX_SUM_DISAGREES', reason: 'validation_failure' });
    expect(problem?.message).toContain('The net amount 100.00 DKK and the tax code "I25", 20.00 DKK');
  });
});

describe('reverse charge', () => {
  test('the cost is the whole line, and the tax is debited and credited', () => {
    const entry = entryOf(taxed(sampleTax('reverse', 2500)));
    expect(entry.lines[0]).toMatchObject({ gross: { minorUnits: 10000 }, net: { minorUnits: 10000 } });
    expect(jotted(postingsOf(entry))).toEqual(['3620 100.00', '66100 25.00', '66200 -25.00', '55010 -100.00']);
  });

  test.each([{ ingoingTaxAccount: null }, { outgoingTaxAccount: null }, { outgoingTaxAccount: ' ' }])(
    'with only one of its accounts known no tax is posted: %o',
    (accounts) => {
      const entry = entryOf(taxed(sampleTax('reverse', 2500, accounts)));
      expect(jotted(postingsOf(entry))).toEqual(['3620 100.00', '55010 -100.00']);
      expect(postingsOf(entry)[0]?.taxCode).toBe('I25');
    },
  );

  test('a chargeback takes it back', () => {
    const entry = entryOf(taxed(sampleTax('reverse', 2500), {}, 'chargeback'));
    expect(jotted(postingsOf(entry))).toEqual(['3620 -100.00', '66100 -25.00', '66200 25.00', '55010 100.00']);
  });
});

describe('any tax', () => {
  test('each line keeps its own account, tax and posting', () => {
    const lines = [
      sampleLine(6000, { tax: sampleTax('inclusive', 1200) }),
      sampleLine(3000, { tax: sampleTax('reverse', 750, { code: 'R25' }) }),
      sampleLine(1000, { account: { id: 'account-2', name: 'Books', code: '3655', identifier: null } }),
    ];
    expect(jotted(postingsOf(entryOf(sampleItem({ lines }))))).toEqual([
      '3620 48.00',
      '66100 12.00',
      '3620 30.00',
      '66100 7.50',
      '66200 -7.50',
      '3655 10.00',
      '55010 -100.00',
    ]);
  });

  test('a tax of nothing keeps its code and makes no posting', () => {
    const entry = entryOf(taxed(sampleTax('inclusive', 0)));
    expect(jotted(postingsOf(entry))).toEqual(['3620 100.00', '55010 -100.00']);
    expect(entry.lines[0]?.tax).toMatchObject({ code: 'I25', treatment: 'inclusive', amount: { minorUnits: 0 } });
  });

  test('a tax as large as its line is still a tax', () => {
    expect(jotted(postingsOf(entryOf(taxed(sampleTax('inclusive', 10000)))))).toEqual([
      '3620 0.00',
      '66100 100.00',
      '55010 -100.00',
    ]);
  });

  test.each(['inclusive', 'exclusive', 'reverse'])('%s tax larger than its line is refused', (type) => {
    const [problem] = problemsOf(taxed(sampleTax(type, 10001)));
    expect(problem).toMatchObject({ code: 'TAX_EXCEEDS_LINE', reason: 'validation_failure' });
    expect(problem?.message).toContain('100.01 DKK, is larger than its line of 100.00 DKK');
  });

  test.each(['INCLUSIVE', 'none', ''])('the unknown tax type "%s" is refused by name', (type) => {
    const [problem] = problemsOf(taxed(sampleTax(type, 0)));
    expect(problem).toMatchObject({ code: 'UNKNOWN_TAX_TYPE', reason: 'validation_failure' });
    expect(problem?.message).toContain(`of the type "${type}"`);
  });

  test('a payment does not book the tax of its invoice a second time', () => {
    const entry = entryOf(taxed(sampleTax('inclusive', 2000), {}, 'invoice_payment'));
    expect(jotted(postingsOf(entry))).toEqual(['63000 100.00', '55010 -100.00']);
  });
});
