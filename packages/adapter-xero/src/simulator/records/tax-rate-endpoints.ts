import type { AccountClass, TaxRateSeed } from '../organisation/organisation-seed.js';
import { fromScaled, toScaled } from '../money/scaled.js';
import { jsonNumber } from '@ledgerferry/http';
import type { Endpoint } from '../api/endpoint.js';
import { envelope } from '../api/envelope.js';
import { matchesWhere } from '../where/matches-where.js';
import { parseWhere } from '../where/parse-where.js';
import type { QueryFields } from '../where/query-fields.js';
import type { Wire } from '../api/write-elements.js';

const FIELDS: QueryFields<TaxRateSeed> = {
  Name: { kind: 'text', read: ({ name }) => name },
  TaxType: { kind: 'text', read: ({ taxType }) => taxType },
  Status: { kind: 'text', read: ({ status }) => status ?? 'ACTIVE' },
};

/** Source: Xero Accounting API, TaxRates. */
export const taxRateEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    pattern: 'TaxRates',
    scope: 'accounting.settings',
    query: ['where'],
    handle: (call) => {
      const where = call.query.get('where');
      const matches = where === null ? () => true : matchesWhere(parseWhere(where), FIELDS);
      return envelope(call, { TaxRates: call.books.seed.taxRates.filter(matches).map(taxRateWire) });
    },
  },
];

function taxRateWire(rate: TaxRateSeed): Wire {
  const appliesTo = (accountClass: AccountClass) => rate.appliesTo.includes(accountClass);
  const displayRate = percentage(rate.displayRate ?? rate.effectiveRate);
  return {
    Name: rate.name,
    TaxType: rate.taxType,
    ReportTaxType: 'NONE',
    CanApplyToAssets: appliesTo('ASSET'),
    CanApplyToEquity: appliesTo('EQUITY'),
    CanApplyToExpenses: appliesTo('EXPENSE'),
    CanApplyToLiabilities: appliesTo('LIABILITY'),
    CanApplyToRevenue: appliesTo('REVENUE'),
    DisplayTaxRate: displayRate,
    EffectiveRate: percentage(rate.effectiveRate),
    Status: rate.status ?? 'ACTIVE',
    TaxComponents: [{ Name: rate.name, Rate: displayRate, IsCompound: false, IsNonRecoverable: false }],
  };
}

function percentage(decimal: string): unknown {
  return jsonNumber(fromScaled(toScaled(decimal, 4) ?? 0, 4));
}
