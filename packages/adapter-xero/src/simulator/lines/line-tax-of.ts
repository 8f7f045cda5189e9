import type { Books } from '../books/books.js';
import type { HeldAccount, Hundredths, LineAmountTypes } from '../books/held-records.js';
import type { TaxRateSeed } from '../organisation/organisation-seed.js';
import { lineTax } from '../money/line-tax.js';
import { fromScaled, toScaled } from '../money/scaled.js';

type Fail = (message: string) => void;

/** What a line's tax is worked out from. */
export interface TaxedLine {
  readonly account: HeldAccount | null;
  readonly lineAmount: Hundredths;
  readonly lineAmountTypes: LineAmountTypes;
  /** Default: the account's own. */
  readonly taxType: string | undefined;
  /** As decimal text. */
  readonly taxAmount: string | undefined;
  /** Invoices and credit notes may say another amount than Xero works out. */
  readonly mayOverride: boolean;
}

/** Tax type and tax of a line. Source: Xero, API guide "Tax in Xero"; Accounting API, Tax Rates. */
export function taxOfLine(
  books: Books,
  line: TaxedLine,
  fail: Fail,
): { readonly taxType: string; readonly tax: Hundredths } {
  const { account, lineAmountTypes } = line;
  const taxType = lineAmountTypes === 'NoTax' ? 'NONE' : (line.taxType ?? account?.taxType ?? 'NONE');
  const rate = books.seed.taxRates.find((candidate) => candidate.taxType === taxType);
  const problem = rateProblem(rate, account);
  if (!rate || problem !== null) {
    fail(problem ?? 'Tax rate must be valid');
    return { taxType, tax: 0 };
  }
  const own = lineTax(line.lineAmount, rate.effectiveRate, lineAmountTypes);
  return { taxType, tax: line.taxAmount === undefined ? own : givenTax(line, own, taxType, fail) };
}

function rateProblem(rate: TaxRateSeed | undefined, account: HeldAccount | null): string | null {
  if (!rate) return 'Tax rate must be valid';
  if ((rate.status ?? 'ACTIVE') !== 'ACTIVE') return 'Tax rate must be Active';
  if (account && !rate.appliesTo.includes(account.class))
    return `TaxType code '${rate.taxType}' cannot be used with account code '${account.code ?? account.id}'.`;
  return null;
}

function givenTax(line: TaxedLine, own: Hundredths, taxType: string, fail: Fail): Hundredths {
  const given = toScaled(line.taxAmount ?? '', 2);
  const isSensible = given !== null && (given === 0 || (own !== 0 && Math.sign(given) === Math.sign(line.lineAmount)));
  const isTaken = given === own || (line.mayOverride && isSensible && Math.abs(given) <= Math.abs(line.lineAmount));
  if (isTaken && given !== null) return given;
  fail(`Tax amount ${line.taxAmount} is incorrect for ${taxType} tax type, should be ${fromScaled(own, 2)}`);
  return own;
}
