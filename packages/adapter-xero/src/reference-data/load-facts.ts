import type {
  AccountAnswer,
  OrganisationAnswer,
  TaxRateAnswer,
  TrackingCategoryAnswer,
} from '../api/setting-answers.js';
import type { XeroApi } from '../api/xero-api.js';
import { dayOf } from '../api/xero-date.js';
import type { ContactBook } from './contact-book.js';
import type { XeroAccount, XeroFacts, XeroOrganisation, XeroTaxRate, XeroTrackingCategory } from './xero-facts.js';

/** What the facts are read with. */
interface Reading {
  readonly tenantId: string;
  readonly api: XeroApi;
  readonly contacts: ContactBook;
  readonly organisation: OrganisationAnswer;
}

/** Reads what rules and plans need, side by side. */
export async function loadFacts({ tenantId, api, contacts, organisation }: Reading): Promise<XeroFacts> {
  const [accounts, taxRates, categories, currencies, allContacts] = await Promise.all([
    api.readAccounts(),
    api.readTaxRates(),
    api.readTrackingCategories(),
    api.readCurrencies(),
    contacts.readAll(api),
  ]);
  return {
    closedThrough: closedThrough(organisation),
    organisation: toOrganisation(tenantId, organisation),
    accounts: accounts.map(toAccount),
    taxRates: taxRates.map(toTaxRate),
    trackingCategories: categories.map(toTrackingCategory),
    currencies: new Set(currencies.map(({ Code }) => Code)),
    contacts: allContacts,
  };
}

/** The later of the two lock dates: nothing may be dated on it or before. Source: Xero, Set lock dates. */
function closedThrough({ PeriodLockDate, EndOfYearLockDate }: OrganisationAnswer): string | null {
  const days = [dayOf(PeriodLockDate), dayOf(EndOfYearLockDate)].filter((day) => day !== undefined);
  return days.toSorted().at(-1) ?? null;
}

function toOrganisation(tenantId: string, answer: OrganisationAnswer): XeroOrganisation {
  const { Name, BaseCurrency, ShortCode, PaysTax } = answer;
  return { tenantId, name: Name ?? '', baseCurrency: BaseCurrency ?? '', shortCode: ShortCode, paysTax: PaysTax };
}

function toAccount(answer: AccountAnswer): XeroAccount {
  return {
    accountId: answer.AccountID,
    code: answer.Code,
    name: answer.Name ?? '',
    status: answer.Status ?? 'ACTIVE',
    type: answer.Type ?? '',
    class: answer.Class ?? '',
    currency: answer.CurrencyCode,
    systemAccount: answer.SystemAccount,
    takesPayments: answer.EnablePaymentsToAccount,
  };
}

function toTaxRate(answer: TaxRateAnswer): XeroTaxRate {
  const { TaxType: taxType, Name, Status, EffectiveRate } = answer;
  const classes = [
    ['ASSET', answer.CanApplyToAssets],
    ['EQUITY', answer.CanApplyToEquity],
    ['EXPENSE', answer.CanApplyToExpenses],
    ['LIABILITY', answer.CanApplyToLiabilities],
    ['REVENUE', answer.CanApplyToRevenue],
  ] as const;
  const appliesTo = new Set<string>(classes.flatMap(([name, applies]) => (applies ? name : [])));
  return { taxType, name: Name ?? taxType, status: Status ?? 'ACTIVE', effectiveRate: EffectiveRate ?? '0', appliesTo };
}

function toTrackingCategory(answer: TrackingCategoryAnswer): XeroTrackingCategory {
  return {
    trackingCategoryId: answer.TrackingCategoryID,
    name: answer.Name ?? '',
    status: answer.Status ?? 'ACTIVE',
    options: (answer.Options ?? []).map(({ TrackingOptionID, Name, Status }) => ({
      trackingOptionId: TrackingOptionID,
      name: Name ?? '',
      status: Status ?? 'ACTIVE',
    })),
  };
}
