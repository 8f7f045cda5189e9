import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ENTRY_TYPES, type ExportItem, generateExportJob } from '../src/index.js';

const job = generateExportJob({ seed: 11, items: 2000 });
const lines = job.exportItems.flatMap((item) => item.accountingEntryLines);
const WALLETS = ['DKK', 'EUR', 'GBP', 'SEK'];

function sumOf(item: ExportItem, side: 'inSupplierCurrency' | 'inWalletCurrency'): number {
  return item.accountingEntryLines.reduce((sum, line) => sum + line.lineAmount[side].value, 0);
}

function byReconciliationId(id: string | null): ExportItem {
  const found = job.exportItems.find((item) => item.additionalInformation.reconciliationId === id);
  if (!found) throw new Error(`Nothing has the reconciliation id ${id}.`);
  return found;
}

describe('a generated job', () => {
  it('is the same for the same seed and shares nothing with its neighbour', () => {
    const again = generateExportJob({ seed: 11, items: 2000 });
    const next = generateExportJob({ seed: 12, items: 2000 });
    const ids = new Set(job.accountingEntryIds);

    expect(again).toEqual(job);
    expect(next.accountingEntryIds.filter((id) => ids.has(id))).toEqual([]);
    expect(ids.size).toBe(2000);
  });

  it.each([1, 2, 3, 7, 25, 40, 41, 100])('has exactly the %i items asked for', (items) => {
    const { accountingEntryIds, exportItems } = generateExportJob({ seed: 13, items });

    expect(accountingEntryIds).toHaveLength(items);
    expect(exportItems.map((item) => item.accountingEntryId).sort()).toEqual([...accountingEntryIds].sort());
  });

  it('has all 17 types and all subtypes from 40 items on', () => {
    const { exportItems } = generateExportJob({ seed: 14, items: 40 });

    expect(new Set(exportItems.map((item) => item.type))).toEqual(new Set(ENTRY_TYPES));
    expect(ENTRY_TYPES).toHaveLength(17);
    expect([...new Set(exportItems.flatMap((item) => item.subType ?? []))].sort()).toEqual([
      'interest',
      'invoice_payment_returned',
      'invoice_payment_sent',
      'reimbursement_to_company',
      'reimbursement_to_employee',
      'reimbursement_to_employee_refund',
    ]);
  });

  it('lists neither layer in booking order, and the layers differ', () => {
    const data = job.exportItems.map((item) => item.accountingEntryId);
    const inOrder = [...job.exportItems].sort((left, right) => (left.date < right.date ? -1 : 1));

    expect(data).not.toEqual(job.accountingEntryIds);
    expect(data).not.toEqual(inOrder.map((item) => item.accountingEntryId));
  });

  it('refuses options that make no sense', () => {
    expect(() => generateExportJob({ seed: 0.5, items: 1 })).toThrow('seed');
    expect(() => generateExportJob({ seed: 1, items: 0 })).toThrow('items');
    expect(() => generateExportJob({ seed: 1, items: 1, broken: 2 })).toThrow('broken');
  });
});

describe('amounts', () => {
  it('are positive whole numbers whose lines sum up in both currencies', () => {
    for (const item of job.exportItems) {
      expect(sumOf(item, 'inWalletCurrency')).toBe(item.amount.inWalletCurrency.value);
      expect(sumOf(item, 'inSupplierCurrency')).toBe(item.amount.inSupplierCurrency.value);
      expect(item.amount.inWalletCurrency.value).toBeGreaterThan(0);
    }
    const values = lines.flatMap((line) => [line.lineAmount, line.netAmount].map((one) => one.inWalletCurrency.value));
    expect(values.every((value) => Number.isSafeInteger(value) && value > 0)).toBe(true);
    expect(job.exportItems.some((item) => item.accountingEntryLines.length > 1)).toBe(true);
  });

  it('come in every wallet currency, and from suppliers without minor units too', () => {
    const supplierCurrencies = new Set(job.exportItems.map((item) => item.amount.inSupplierCurrency.currency));

    expect([...new Set(job.exportItems.map((item) => item.amount.inWalletCurrency.currency))].sort()).toEqual(WALLETS);
    expect(supplierCurrencies).toContain('JPY');
    expect(supplierCurrencies).toContain('ISK');
  });

  it('carry tax as Pleo describes it: inclusive net is the line, exclusive net is less tax, reverse tax is extra', () => {
    const seen = new Set<string>();
    for (const { lineAmount, netAmount, tax } of lines) {
      if (!tax) continue;
      seen.add(tax.type);
      const line = lineAmount.inWalletCurrency.value;
      const amount = tax.amount.inWalletCurrency.value;
      const share = tax.type === 'reverse' ? line * tax.rate : (line * tax.rate) / (1 + tax.rate);
      expect(Math.abs(amount - share)).toBeLessThanOrEqual(0.51);
      expect(netAmount.inWalletCurrency.value).toBe(tax.type === 'exclusive' ? line - amount : line);
    }
    expect([...seen].sort()).toEqual(['exclusive', 'inclusive', 'reverse']);
  });
});

describe('entries', () => {
  const movesWallet = [
    'card_purchase',
    'fee',
    'cashback',
    'refund',
    'chargeback',
    'direct_reimbursement',
    'invoice_payment',
    'card_invoice',
    'atm_withdrawal',
    'personal_spend',
    'wallet_topup',
    'wallet_unload',
  ];

  it('name the contra account of their wallet exactly when they touch it', () => {
    const codes: Record<string, string> = { DKK: '55010', EUR: '55020', GBP: '55030', SEK: '55040' };
    for (const item of job.exportItems) {
      const expected = movesWallet.includes(item.type) ? codes[item.amount.inWalletCurrency.currency] : undefined;
      expect(item.contraAccount?.code).toBe(expected);
    }
  });

  it('that pay an invoice name it, match it and come later', () => {
    const payments = job.exportItems.filter((item) => item.type === 'invoice_payment');
    for (const payment of payments) {
      const invoice = byReconciliationId(payment.additionalInformation.reconciledEntries?.[0] ?? null);
      expect(invoice.type).toBe('invoice');
      expect(payment.amount).toEqual(invoice.amount);
      expect(payment.date > invoice.date).toBe(true);
      expect(payment.additionalInformation.invoiceInformation?.invoiceNumber).toBe(
        invoice.additionalInformation.invoiceInformation?.invoiceNumber,
      );
      expect([payment.supplier?.name, payment.vendor?.id]).toEqual([invoice.supplier?.name, invoice.vendor?.id]);
    }
    expect(payments.length).toBeGreaterThan(50);
  });

  it('that reimburse an employee name what they settle and carry its total', () => {
    const named = job.exportItems.filter(
      (item) => item.type.endsWith('reimbursement') && item.additionalInformation.reconciledEntries,
    );
    for (const item of named) {
      const settled = (item.additionalInformation.reconciledEntries ?? []).map(byReconciliationId);
      const total = settled.reduce((sum, one) => sum + one.amount.inWalletCurrency.value, 0);
      expect(item.amount.inWalletCurrency.value).toBe(total);
      expect(settled.every((one) => one.user?.id === item.user?.id && one.date < item.date)).toBe(true);
    }
    expect(new Set(named.map((item) => item.type))).toEqual(
      new Set(['direct_reimbursement', 'external_reimbursement']),
    );
  });

  it('have their own reconciliation ids', () => {
    expect(new Set(job.exportItems.map((item) => item.additionalInformation.reconciliationId)).size).toBe(2000);
  });

  it('to be booked as payables have a vendor; all methods and null occur', () => {
    const methods = job.exportItems.map((item) => item.bookkeeping?.method ?? null);
    const payables = job.exportItems.filter((item) => item.bookkeeping?.method === 'accounts_payable');

    expect(new Set(methods)).toEqual(new Set([null, 'none', 'journal', 'accounts_payable']));
    expect(payables.every((item) => item.vendor)).toBe(true);
  });

  it('have a vendor, a supplier, both or neither', () => {
    const purchases = job.exportItems.filter((item) => item.type === 'card_purchase');
    const kinds = new Set(purchases.map((item) => `${Boolean(item.vendor)} ${Boolean(item.supplier)}`));

    expect(kinds).toEqual(new Set(['true true', 'true false', 'false true', 'false false']));
  });

  it('keep to the options', () => {
    const plain = generateExportJob({
      seed: 15,
      items: 200,
      types: ['card_purchase', 'invoice_payment'],
      currencies: ['SEK'],
      receipts: 0,
      vendorBasedBookkeeping: false,
      companyId: '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20',
    });

    expect(new Set(plain.exportItems.map((item) => item.type))).toEqual(new Set(['card_purchase']));
    expect(plain.exportItems.every((item) => item.amount.inWalletCurrency.currency === 'SEK')).toBe(true);
    expect(plain.exportItems.every((item) => !item.vendor && !item.bookkeeping)).toBe(true);
    expect(plain.exportItems.every((item) => item.companyId === '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20')).toBe(true);
    expect(plain.receipts).toEqual([]);
  });
});

describe('planted problems', () => {
  const broken = generateExportJob({ seed: 16, items: 400, broken: 0.1 });

  it('are as many as asked for, of every kind, and none without asking', () => {
    expect(job.planted).toEqual([]);
    expect(broken.planted).toHaveLength(40);
    expect([...new Set(broken.planted.map((one) => one.problem))].sort()).toEqual([
      'control-item-without-data',
      'currency-undefined',
      'fractional-amount',
      'lines-do-not-sum-up',
      'missing-category',
      'unknown-type',
      'zero-category',
    ]);
  });

  it('are what they are called', () => {
    for (const { accountingEntryId, problem } of broken.planted) {
      const item = broken.exportItems.find((one) => one.accountingEntryId === accountingEntryId);
      expect(broken.accountingEntryIds).toContain(accountingEntryId);
      expect(describeProblem(item)).toBe(problem);
    }
  });

  function describeProblem(item: ExportItem | undefined): string {
    if (!item) return 'control-item-without-data';
    const { currency, value } = item.amount.inWalletCurrency;
    const account = item.accountingEntryLines[0]?.account;
    if (currency === 'UNDEFINED') return 'currency-undefined';
    if (!Number.isInteger(value)) return 'fractional-amount';
    if (sumOf(item, 'inWalletCurrency') !== value) return 'lines-do-not-sum-up';
    if (item.type === 'overdraft') return 'unknown-type';
    return account ? (account.id.startsWith('00000000') ? 'zero-category' : 'nothing') : 'missing-category';
  }

  it('are nowhere else', () => {
    const planted = new Set(broken.planted.map((one) => one.accountingEntryId));
    const needCategory = ['card_purchase', 'card_invoice', 'out_of_pocket', 'mileage', 'per_diem', 'invoice', 'refund'];
    for (const item of broken.exportItems.filter((one) => !planted.has(one.accountingEntryId))) {
      const hasCategories = item.accountingEntryLines.every((line) => line.account);
      expect(hasCategories || !needCategory.includes(item.type)).toBe(true);
      expect(sumOf(item, 'inWalletCurrency')).toBe(item.amount.inWalletCurrency.value);
    }
  });
});

describe('receipts', () => {
  const bytesOf = (type: string) =>
    job.receipts.filter((one) => one.type === type).map((one) => Buffer.from(one.bytes));

  it('are named by the items, several by some, null among them sometimes', () => {
    const files = job.exportItems.map((item) => item.files ?? []);

    expect(files.flat().filter((file) => file !== null)).toHaveLength(job.receipts.length);
    expect(files.some((list) => list.filter(Boolean).length > 1)).toBe(true);
    expect(files.some((list) => list.includes(null))).toBe(true);
  });

  it('are PDFs whose cross-reference table points at their objects', () => {
    for (const bytes of bytesOf('application/pdf').slice(0, 50)) {
      const text = bytes.toString('latin1');
      const table = text.slice(Number(/startxref\n(\d+)/.exec(text)?.[1]));
      const offsets = [...table.matchAll(/(\d{10}) 00000 n/g)].map((match) => Number(match[1]));
      expect(offsets.map((offset) => text.slice(offset, offset + 7))).toEqual(
        [1, 2, 3, 4, 5].map((number) => `${number} 0 obj`),
      );
    }
  });

  it('are PNGs whose pixels inflate to their size', () => {
    for (const bytes of bytesOf('image/png').slice(0, 50)) {
      const start = bytes.indexOf('IDAT');
      const pixels = inflateSync(bytes.subarray(start + 4, start + 4 + bytes.readUInt32BE(start - 4)));
      expect(pixels).toHaveLength(33 * 32);
    }
  });

  it('are JPEGs from start to end marker, and all differ', () => {
    for (const bytes of bytesOf('image/jpeg')) {
      expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff');
      expect(bytes.subarray(-2).toString('hex')).toBe('ffd9');
    }
    expect(new Set(job.receipts.map((one) => Buffer.from(one.bytes).toString('base64'))).size).toBe(
      job.receipts.length,
    );
  });
});
