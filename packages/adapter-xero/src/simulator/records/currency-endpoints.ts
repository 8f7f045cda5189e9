import type { Endpoint } from '../api/endpoint.js';
import { envelope } from '../api/envelope.js';

/** Source: Xero Accounting API, Currencies. */
export const currencyEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    pattern: 'Currencies',
    scope: 'accounting.settings',
    query: [],
    handle: (call) =>
      envelope(call, {
        Currencies: call.books.seed.currencies.map(({ code, description }) => ({
          Code: code,
          Description: description,
        })),
      }),
  },
];
