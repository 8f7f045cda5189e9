import { describe, expect, test } from 'vitest';
import { ACCOUNTS_MAPPING } from '../../src/bookkeeping/accounts-mapping.js';
import { invoicePostings, paymentPostings, postingsOf } from '../../src/bookkeeping/postings.js';
import { EXPORT_ITEM_TYPES } from '../../src/model/export-item.js';
import { entryOf, jotted, problemsOf, sampleItem, sampleLine, settings } from './sample-item.js';

/**
 * Debit/credit of each type and subtype, by the journal methods and by accounts payable. 3620 is the line's category, 55010 the wallet,
 * 63040 out-of-pocket, 55990 contra, 55980 reimbursement contra, 63000 payable.
 */
const EXPECTED = `
card_purchase           -                                 money-out   3620/55010   3620/63000 63000/55010
card_invoice            -                                 money-out   3620/55010   3620/63000 63000/55010
out_of_pocket           -                                 money-out   3620/63040   3620/63000 63000/63040
mileage                 -                                 money-out   3620/63040   3620/63040
per_diem                -                                 money-out   3620/63040   3620/63040
external_reimbursement  -                                 adjustment  63040/55980  63040/55980
external_reimbursement  reimbursement_to_employee         adjustment  63040/55980  63040/55980
external_reimbursement  reimbursement_to_employee_refund  adjustment  55980/63040  55980/63040
external_reimbursement  reimbursement_to_company          adjustment  55980/63040  55980/63040
direct_reimbursement    -                                 adjustment  63040/55010  63040/55010
direct_reimbursement    reimbursement_to_employee         adjustment  63040/55010  63040/55010
direct_reimbursement    reimbursement_to_employee_refund  adjustment  55010/63040  55010/63040
direct_reimbursement    reimbursement_to_company          adjustment  55010/63040  55010/63040
invoice                 -                                 bill        3620/63000   3620/63000
invoice_payment         -                                 payment     63000/55010  63000/55010
invoice_payment         invoice_payment_sent              payment     63000/55010  63000/55010
invoice_payment         invoice_payment_returned          payment     55010/63000  55010/63000
chargeback              -                                 money-in    55010/3620   63000/3620 55010/63000
refund                  -                                 money-in    55010/3620   63000/3620 55010/63000
cashback                -                                 money-in    55010/3620   55010/3620
atm_withdrawal          -                                 money-out   3620/55010   3620/55010
wallet_topup            -                                 transfer    55010/55990  55010/55990
wallet_unload           -                                 transfer    55990/55010  55990/55010
personal_spend          -                                 money-out   3620/55010   3620/55010
fee                     -                                 money-out   3620/55010   3620/55010
fee                     interest                          money-out   3620/55010   3620/55010
`;

const rows = EXPECTED.trim()
  .split('\n')
  .map((row) => row.split(/ +/) as [string, string, string, string, ...string[]])
  .map(([type, subType, kind, journal, ...payable]) => ({
    type,
    subType: subType === '-' ? null : subType,
    kind,
    journal,
    payable,
  }));

function booked(type: string, subType: string | null, bookkeepingMethod: string | null) {
  return entryOf(sampleItem({ type, subType, bookkeepingMethod }));
}

/** `debit/credit` of a step of two postings of 100.00. */
function step(postings: ReturnType<typeof postingsOf>): string {
  const debit = postings.filter(({ amount }) => amount.minorUnits === 10000).map(({ account }) => account.code);
  const credit = postings.filter(({ amount }) => amount.minorUnits === -10000).map(({ account }) => account.code);
  return `${debit.join('+')}/${credit.join('+')}`;
}

describe('the accounts of each type', () => {
  test('the expectations cover every type and subtype of the table', () => {
    expect([...new Set(rows.map((row) => row.type))]).toEqual([...EXPORT_ITEM_TYPES]);
    const mapped = EXPORT_ITEM_TYPES.flatMap((type) => [
      `${type} -`,
      ...Object.keys(ACCOUNTS_MAPPING[type].subTypes).map((subType) => `${type} ${subType}`),
    ]);
    expect(rows.map((row) => `${row.type} ${row.subType ?? '-'}`)).toEqual(mapped);
  });

  for (const method of ['journal', 'none', null]) {
    test.each(rows)(`$type $subType is booked $journal by the method ${method}`, ({ type, subType, kind, journal }) => {
      const entry = booked(type, subType, method);
      expect(entry.kind).toBe(kind);
      expect(entry.payable).toBeNull();
      expect(step(postingsOf(entry))).toBe(journal);
      expect(step(invoicePostings(entry))).toBe(journal);
      expect(paymentPostings(entry)).toEqual([]);
    });
  }

  test.each(rows)('$type $subType is booked $payable by accounts payable', ({ type, subType, kind, payable }) => {
    const entry = booked(type, subType, 'accounts_payable');
    const steps = [invoicePostings(entry), paymentPostings(entry)].filter((postings) => postings.length > 0);
    expect(entry.kind).toBe(kind);
    expect(steps.map(step)).toEqual(payable);
    expect(postingsOf(entry)).toEqual([...invoicePostings(entry), ...paymentPostings(entry)]);
  });

  test.each(['constructor', '__proto__', 'overdraft', '', 'CARD_PURCHASE'])(
    'the unknown type "%s" is refused by name',
    (type) => {
      const [problem] = problemsOf(sampleItem({ type }));
      expect(problem).toMatchObject({ code: 'UNKNOWN_ITEM_TYPE', reason: 'validation_failure' });
      expect(problem?.message).toContain(`a "${type}"`);
    },
  );

  test.each([
    ['card_purchase', 'interest'],
    ['fee', 'toString'],
    ['invoice_payment', 'reimbursement_to_employee'],
  ])('the unknown subtype %s %s is refused by name', (type, subType) => {
    const [problem] = problemsOf(sampleItem({ type, subType }));
    expect(problem).toMatchObject({ code: 'UNKNOWN_ITEM_SUBTYPE', reason: 'validation_failure' });
    expect(problem?.message).toContain(`a "${type}" of the kind "${subType}"`);
  });

  test('an unknown bookkeeping method is refused by name', () => {
    const [problem] = problemsOf(sampleItem({ bookkeepingMethod: 'cash' }));
    expect(problem).toMatchObject({ code: 'UNKNOWN_BOOKKEEPING_METHOD', reason: 'validation_failure' });
    expect(problem?.message).toContain('"cash"');
  });
});

describe('the wallet side', () => {
  const pleoWallet = { id: 'wallet', name: 'Pleo DKK Account', code: '55011', identifier: 'gl-55011' };

  test("the account that Pleo names beats the configured wallet's", () => {
    const entry = entryOf(sampleItem({ contraAccount: pleoWallet }), settings({ accounts: {} }));
    expect(entry.settlement).toEqual({
      role: 'wallet',
      code: '55011',
      identifier: 'gl-55011',
      name: 'Pleo DKK Account',
    });
  });

  test('an identifier without a code is enough', () => {
    const entry = entryOf(sampleItem({ contraAccount: { ...pleoWallet, code: null } }));
    expect(jotted(postingsOf(entry))).toEqual(['3620 100.00', 'gl-55011 -100.00']);
  });

  test.each([
    { ...pleoWallet, code: null, identifier: null },
    { ...pleoWallet, code: ' ', identifier: '' },
    { ...pleoWallet, id: '00000000-0000-0000-0000-000000000000' },
  ])('an account that the ledger cannot know leaves the configured one: %o', (contraAccount) => {
    expect(entryOf(sampleItem({ contraAccount })).settlement.code).toBe('55010');
  });

  test.each([
    ['out_of_pocket', '63040'],
    ['external_reimbursement', '55980'],
    ['invoice', '63000'],
  ])('it never replaces the other side of a %s', (type, settlement) => {
    expect(entryOf(sampleItem({ type, contraAccount: pleoWallet })).settlement.code).toBe(settlement);
  });

  test('it stands on the wallet side of a top-up, not on the side of the money in transit', () => {
    const entry = entryOf(sampleItem({ type: 'wallet_topup', contraAccount: pleoWallet }));
    expect(jotted(postingsOf(entry))).toEqual(['55990 -100.00', '55011 100.00']);
  });

  test('each wallet currency has its account', () => {
    const inEuro = {
      inSupplierCurrency: { currency: 'EUR', minorUnits: 10000, exponent: 2 },
      inWalletCurrency: { currency: 'EUR', minorUnits: 10000, exponent: 2 },
    };
    const line = sampleLine(10000, { lineAmount: inEuro, netAmount: inEuro });
    expect(entryOf(sampleItem({ amount: inEuro, lines: [line] })).settlement.code).toBe('55020');
  });
});

describe('accounts that are not configured', () => {
  test.each([
    ['card_purchase', 'journal', 'wallet'],
    ['out_of_pocket', 'journal', 'outOfPocket'],
    ['external_reimbursement', 'journal', 'outOfPocket'],
    ['wallet_topup', 'journal', 'contra'],
    ['invoice', 'journal', 'payable'],
  ])('a %s by %s names the missing setting %s and the currency', (type, bookkeepingMethod, setting) => {
    const [problem] = problemsOf(sampleItem({ type, bookkeepingMethod }), settings({ accounts: {} }));
    expect(problem).toMatchObject({
      code: 'MISSING_ACCOUNT',
      reason: 'missing_configuration',
      owner: 'administrator',
    });
    expect(problem?.message).toContain(`bookkeeping.accounts.${setting} for DKK`);
  });

  test('every missing account is named at once', () => {
    const problems = problemsOf(sampleItem({ bookkeepingMethod: 'accounts_payable' }), settings({ accounts: {} }));
    expect(problems.map(({ message }) => /accounts\.(\w+)/.exec(message)?.[1])).toEqual(['wallet', 'payable']);
  });

  test('an account for another currency does not help', () => {
    const [problem] = problemsOf(sampleItem(), settings({ accounts: { wallet: { EUR: '55020' } } }));
    expect(problem?.message).toBe(
      'No account for the Pleo balance in DKK is configured: an administrator must set bookkeeping.accounts.wallet for DKK; then export again.',
    );
  });

  test('reimbursements outside Pleo come from the contra account where they have none of their own', () => {
    const changed = settings({ accounts: { outOfPocket: '63040', contra: '55990' } });
    const entry = entryOf(sampleItem({ type: 'external_reimbursement' }), changed);
    expect(jotted(postingsOf(entry))).toEqual(['63040 100.00', '55990 -100.00']);
  });

  test('a reimbursement contra account for another currency is not replaced silently', () => {
    const accounts = { outOfPocket: '63040', contra: '55990', reimbursementContra: { EUR: '55981' } };
    const [problem] = problemsOf(sampleItem({ type: 'external_reimbursement' }), settings({ accounts }));
    expect(problem?.message).toContain('bookkeeping.accounts.reimbursementContra for DKK');
  });
});

describe('categories', () => {
  const zero = {
    id: '00000000-0000-0000-0000-000000000000',
    name: '',
    code: '3620',
    identifier: null,
  };
  const unlinked = { id: 'account-2', name: 'Travel', code: null, identifier: null };

  test.each([
    ['no account', null],
    ["Pleo's id for no category", zero],
    ['an account without code and identifier', unlinked],
  ])('a line with %s asks for a category', (_, account) => {
    const [problem] = problemsOf(sampleItem({ lines: [sampleLine(10000, { account })] }));
    expect(problem).toMatchObject({ code: 'MISSING_CATEGORY', reason: 'missing_configuration', owner: 'bookkeeper' });
    expect(problem?.message).toContain('"ACME*CLOUD - Mia Holm - Annual licence" (100.00 DKK)');
    expect(problem?.message).toContain('choose a category in Pleo');
  });

  test('the category that is linked to no account is named', () => {
    const [problem] = problemsOf(sampleItem({ lines: [sampleLine(10000, { account: unlinked })] }));
    expect(problem?.message).toContain('the category "Travel", which is linked to no account');
  });

  test('of several lines, each one without a category is named by its amount', () => {
    const lines = [sampleLine(6000), sampleLine(2500, { account: null }), sampleLine(1500, { account: null })];
    expect(problemsOf(sampleItem({ lines })).map(({ message }) => /line of ([\d.]+ DKK)/.exec(message)?.[1])).toEqual([
      '25.00 DKK',
      '15.00 DKK',
    ]);
  });

  test('cash without a category is what the employee owes', () => {
    const item = sampleItem({ type: 'atm_withdrawal', lines: [sampleLine(10000, { account: null })] });
    const entry = entryOf(item);
    expect(jotted(postingsOf(entry))).toEqual(['61200 100.00', '55010 -100.00']);
    expect(entry.lines[0]?.account.role).toBe('receivable');
  });

  test('personal spend without a category is set against what is owed to the employee', () => {
    const item = sampleItem({ type: 'personal_spend', lines: [sampleLine(10000, { account: null })] });
    expect(jotted(postingsOf(entryOf(item)))).toEqual(['63040 100.00', '55010 -100.00']);
  });

  test('cash without a category and without a receivable account is missing configuration', () => {
    const item = sampleItem({ type: 'atm_withdrawal', lines: [sampleLine(10000, { account: null })] });
    const [problem] = problemsOf(item, settings({ accounts: { wallet: '55010' } }));
    expect(problem?.message).toContain('bookkeeping.accounts.employeeReceivable for DKK');
  });

  test.each(['wallet_topup', 'wallet_unload', 'direct_reimbursement', 'external_reimbursement', 'invoice_payment'])(
    'a %s needs no category and is one line, however many Pleo sends',
    (type) => {
      const lines = [sampleLine(6000, { account: null }), sampleLine(4000, { account: null })];
      expect(entryOf(sampleItem({ type, lines })).lines).toHaveLength(1);
      expect(entryOf(sampleItem({ type, lines: [] })).lines).toHaveLength(1);
    },
  );
});
