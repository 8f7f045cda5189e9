import type { AccountingEntry, Problem, Validator } from '@ledgerferry/core';
import { xeroProblem } from '../errors/xero-errors.js';
import { bookedLines } from '../plan/booked-lines.js';
import { chooseRecord, type RecordChoice } from '../plan/choose-record.js';
import { contactOf } from '../plan/contact-of.js';
import { problemsIn } from '../plan/decision.js';
import { paymentShares } from '../plan/payment-shares.js';
import type { XeroBooks } from '../plan/xero-books.js';

/** A record fits the accounts and the settings. */
export function recordFits(books: XeroBooks): Validator {
  return { name: 'a record of Xero fits', validate: (entry) => problemsIn(chooseRecord(entry, books)) };
}

/** Accounts, tax rates and tracking options of the lines are there and may be used together. */
export function linesFit(books: XeroBooks): Validator {
  return ruleOfRecord('accounts, tax rates and tracking fit', books, (_entry, choice) =>
    'lines' in choice
      ? problemsIn(bookedLines(choice.lines, books, { takesTaxAmounts: choice.record === 'invoice' }))
      : [],
  );
}

/** The contact can be used, or be made. */
export function contactFits(books: XeroBooks): Validator {
  return ruleOfRecord('the contact can be used', books, (entry, choice) => {
    if (choice.record === 'bank-transaction') return problemsIn(contactOf(entry, 'supplier', books));
    return 'owedTo' in choice ? problemsIn(contactOf(entry, choice.owedTo, books)) : [];
  });
}

/** A bill's currency is enabled. Source: Xero Accounting API, Invoices: CurrencyCode. */
export function currencyIsEnabled(books: XeroBooks): Validator {
  const { currencies, organisation } = books.facts;
  return ruleOfRecord('the currency is enabled', books, ({ amount: { currency } }, choice) =>
    choice.record !== 'invoice' || currency === organisation.baseCurrency || currencies.has(currency)
      ? []
      : [xeroProblem('XERO_CURRENCY_NOT_ENABLED', `The currency ${currency} is not enabled in ${organisation.name}.`)],
  );
}

/** A payment can be shared out among bills, and those can be paid. */
export function billsCanBePaid(books: XeroBooks): Validator {
  return ruleOfRecord('the bills can be paid', books, (entry, choice) =>
    choice.record === 'payments' ? [...draftProblems(entry), ...problemsIn(paymentShares(entry))] : [],
  );
}

/** What is posted as a draft in the same job cannot be paid yet. Source: Xero Accounting API, Payments. */
function draftProblems({ posting, settles }: AccountingEntry): readonly Problem[] {
  if (posting === 'final' || settles.every(({ externalId }) => externalId !== null)) return [];
  const found =
    'The bill to be paid is being posted as a draft, as bookkeeping.posting says, and Xero takes no payment of drafts.';
  return [xeroProblem('XERO_INVOICE_NOT_APPROVED', found)];
}

/** A rule that only concerns entries for which a record was found; that there is one is a rule of its own. */
function ruleOfRecord(
  name: string,
  books: XeroBooks,
  validate: (entry: AccountingEntry, choice: RecordChoice) => readonly Problem[],
): Validator {
  return {
    name,
    validate: (entry) => {
      const choice = chooseRecord(entry, books);
      return 'value' in choice ? validate(entry, choice.value) : [];
    },
  };
}
