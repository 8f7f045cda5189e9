import type { Answer } from '../http/answer.js';
import type { ApiCall } from '../api/api-call.js';
import type { Endpoint } from '../api/endpoint.js';
import { envelope, instant } from '../api/envelope.js';

const ACTIONS = [
  'AttachFile',
  'CreateApprovedBill',
  'CreateApprovedInvoice',
  'CreateDraftBill',
  'CreateDraftInvoice',
  'CreateRepeatingInvoice',
  'PublishReports',
  'UseMulticurrency',
];

/** Source: Xero Accounting API, Organisation. */
export const organisationEndpoints: readonly Endpoint[] = [
  { method: 'GET', pattern: 'Organisation', scope: 'accounting.settings', query: [], handle: getOrganisation },
  { method: 'GET', pattern: 'Organisation/Actions', scope: 'accounting.settings', query: [], handle: getActions },
];

function getOrganisation(call: ApiCall): Answer {
  const { seed, lockDates, organisationId } = call.books;
  return envelope(call, {
    Organisations: [
      {
        OrganisationID: organisationId,
        Name: seed.name,
        LegalName: seed.name,
        PaysTax: seed.paysTax,
        Version: seed.version,
        OrganisationType: 'COMPANY',
        OrganisationEntityType: 'COMPANY',
        BaseCurrency: seed.baseCurrency,
        CountryCode: seed.countryCode,
        IsDemoCompany: false,
        OrganisationStatus: 'ACTIVE',
        FinancialYearEndDay: 31,
        FinancialYearEndMonth: 12,
        SalesTaxBasis: seed.paysTax ? 'ACCRUALS' : 'NONE',
        SalesTaxPeriod: 'QUARTERLY',
        ...(lockDates.period === null ? {} : { PeriodLockDate: instant(Date.parse(lockDates.period)) }),
        ...(lockDates.endOfYear === null ? {} : { EndOfYearLockDate: instant(Date.parse(lockDates.endOfYear)) }),
        CreatedDateUTC: instant(Date.UTC(2024, 0, 8)),
        Timezone: seed.timezone,
        ShortCode: seed.shortCode,
        Class: 'PREMIUM',
        Edition: 'BUSINESS',
        LineOfBusiness: '',
        Addresses: [],
        Phones: [],
        ExternalLinks: [],
        PaymentTerms: {},
      },
    ],
  });
}

function getActions(call: ApiCall): Answer {
  const isMulticurrency = call.books.seed.currencies.length > 1;
  const Actions = ACTIONS.map((Name) => ({
    Name,
    Status: Name === 'UseMulticurrency' && !isMulticurrency ? 'NOT-ALLOWED' : 'ALLOWED',
  }));
  return envelope(call, { Actions });
}
