import { problemsIn, type AccountingEntry, type Problem, type Validator } from '@ledgerferry/core';
import { xeroProblem } from '../errors/xero-errors.js';
import { bookedLines } from '../plan/booked-lines.js';
import type { BookingContext } from '../plan/booking-context.js';
import { chooseRecord, type RecordChoice } from '../plan/choose-record.js';
import { contactOf } from '../plan/contact-of.js';
import { paymentShares } from '../plan/payment-shares.js';

/** A record fits the accounts and the settings. */
export function recordFits(context: BookingContext): Validator {
  return { name: 'a record of Xero fits', validate: (entry) => problemsIn(chooseRecord(entry, context)) };
}

/** Accounts, tax rates and tracking options of the lines are there and may be used together. */
export function linesFit(context: BookingContext): Validator {
  return ruleOfRecord('accounts, tax rates and tracking fit', context, (_entry, choice) =>
    'lines' in choice
      ? problemsIn(bookedLines(choice.lines, context, { takesTaxAmounts: choice.record === 'invoice' }))
      : [],
  );
}

/** The contact can be used, or be made. */
export function contactFits(context: BookingContext): Validator {
  return ruleOfRecord('the contact can be used', context, (entry, choice) => {
    if (choice.record === 'bank-transaction') return problemsIn(contactOf(entry, 'supplier', context));
    return 'owedTo' in choice ? problemsIn(contactOf(entry, choice.owedTo, context)) : [];
  });
}

/** A bill's currency is enabled. Source: Xero Accounting API, Invoices: CurrencyCode. */
export function currencyIsEnabled(context: BookingContext): Validator {
  const { currencies, organisation } = context.facts;
  return ruleOfRecord('the currency is enabled', context, ({ amount: { currency } }, choice) =>
    choice.record !== 'invoice' || currency === organisation.baseCurrency || currencies.has(currency)
      ? []
      : [xeroProblem('XERO_CURRENCY_NOT_ENABLED', `The currency ${currency} is not enabled in ${organisation.name}.`)],
  );
}

/** A payment can be shared out among bills, and those can be paid. */
export function billsCanBePaid(context: BookingContext): Validator {
  return ruleOfRecord('the bills can be paid', context, (entry, choice) =>
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
  context: BookingContext,
  validate: (entry: AccountingEntry, choice: RecordChoice) => readonly Problem[],
): Validator {
  return {
    name,
    validate: (entry) => {
      const choice = chooseRecord(entry, context);
      return 'value' in choice ? validate(entry, choice.value) : [];
    },
  };
}
