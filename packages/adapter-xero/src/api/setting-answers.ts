import { z } from 'zod';
import { amount, flag, text } from './answer-fields.js';

/*
 * Answers about the organisation and its settings, as far as we read them. Everything may be missing, and every list of words may grow.
 * Source: Xero Accounting API, Organisation, Accounts, Tax rates, Tracking categories, Currencies, Contacts; Xero, Tenants (connections).
 */

export const connectionsAnswer = z.array(
  z.object({ tenantId: z.string(), tenantType: text, tenantName: text, authEventId: text }),
);

const organisation = z.object({
  Name: text,
  BaseCurrency: text,
  PaysTax: flag,
  ShortCode: text,
  PeriodLockDate: text,
  EndOfYearLockDate: text,
});
export const organisationAnswer = z.object({ Organisations: z.tuple([organisation], organisation) });
export type OrganisationAnswer = z.infer<typeof organisation>;

const account = z.object({
  AccountID: z.string(),
  Code: text,
  Name: text,
  Status: text,
  Type: text,
  Class: text,
  CurrencyCode: text,
  SystemAccount: text,
  EnablePaymentsToAccount: flag,
});
export const accountsAnswer = z.object({ Accounts: z.array(account) });
export type AccountAnswer = z.infer<typeof account>;

const taxRate = z.object({
  TaxType: z.string(),
  Name: text,
  Status: text,
  EffectiveRate: amount,
  CanApplyToAssets: flag,
  CanApplyToEquity: flag,
  CanApplyToExpenses: flag,
  CanApplyToLiabilities: flag,
  CanApplyToRevenue: flag,
});
export const taxRatesAnswer = z.object({ TaxRates: z.array(taxRate) });
export type TaxRateAnswer = z.infer<typeof taxRate>;

const trackingOption = z.object({ TrackingOptionID: z.string(), Name: text, Status: text });
const trackingCategory = z.object({
  TrackingCategoryID: z.string(),
  Name: text,
  Status: text,
  Options: z.array(trackingOption).nullish(),
});
export const trackingCategoriesAnswer = z.object({ TrackingCategories: z.array(trackingCategory) });
export type TrackingCategoryAnswer = z.infer<typeof trackingCategory>;

export const currenciesAnswer = z.object({ Currencies: z.array(z.object({ Code: z.string() })) });

const contact = z.object({
  ContactID: z.string(),
  Name: text,
  ContactNumber: text,
  ContactStatus: text,
  MergedToContactID: text,
  UpdatedDateUTC: text,
});
export const contactsAnswer = z.object({ Contacts: z.array(contact) });
export type ContactAnswer = z.infer<typeof contact>;
