import { expect, test } from 'vitest';
import { netsuiteConnectionSchema } from '../../src/netsuite-connection.js';
import { entryOf } from '../plan/sample-books.js';
import { sampleItem } from '../plan/sample-item.js';
import { SAMPLE_ACCOUNT } from '../plan/sample-account.js';
import { openLedger } from './open-ledger.js';

/** An account that uses euro alone: it lists no currencies, and its records name none. */
const IN_EURO = {
  subsidiaries: [],
  baseCurrency: 'EUR',
  accounts: SAMPLE_ACCOUNT.accounts
    .filter(({ subsidiaries }) => subsidiaries === undefined)
    .map(({ currency: _kept, ...account }) => account),
  features: { ...SAMPLE_ACCOUNT.features, multipleCurrencies: false },
};

const PURCHASE = entryOf(sampleItem({ bookkeepingMethod: 'accounts_payable' }));

test('an account of one currency is booked in, and no currency is named', async () => {
  const { adapter, facts, books, book } = await openLedger(IN_EURO, { subsidiary: undefined, currency: 'EUR' });
  for (const { body } of adapter.plan(PURCHASE, facts).documents) expect(body).not.toHaveProperty('currency');
  await book(PURCHASE);
  expect(books.transactions.map(({ currency, total }) => `${total} ${currency}`)).toEqual(['12000 EUR', '12000 EUR']);
});

test('entries in other currencies are refused there', async () => {
  const { refusal } = await openLedger(IN_EURO, { subsidiary: undefined, currency: 'DKK' });
  expect(await refusal(PURCHASE)).toMatchObject({
    code: 'NETSUITE_CURRENCY_UNKNOWN',
    message: expect.stringContaining('in EUR, and NetSuite books in its own currency alone'),
  });
});

test('a check says that the currency must be set where NetSuite names none', async () => {
  await expect(openLedger(IN_EURO, { subsidiary: undefined })).rejects.toMatchObject({
    kind: 'misconfigured',
    code: 'NETSUITE_CURRENCY_NEEDED',
    message: expect.stringContaining('Set connection.currency'),
  });
});

test('a currency is an ISO code', () => {
  const auth = { consumerKey: 'a', consumerSecret: 'b', tokenId: 'c', tokenSecret: 'd' };
  const settings = { accountId: '1234567', auth, currency: 'euro' };
  expect(netsuiteConnectionSchema.safeParse(settings).error?.issues[0]?.message).toBe(
    'must be an ISO code, such as DKK',
  );
});
