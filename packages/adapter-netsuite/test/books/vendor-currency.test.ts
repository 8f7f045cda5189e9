import { expect, test } from 'vitest';
import { entryOf } from '../plan/sample-books.js';
import { sampleItem } from '../plan/sample-item.js';
import { openLedger } from './open-ledger.js';

const BILL = entryOf(sampleItem({ type: 'invoice' }));

function ledger(otherCurrencies: readonly string[]) {
  return openLedger({ vendors: [{ entityId: 'V-ACME', companyName: 'ACME Cloud', currency: 'SEK', otherCurrencies }] });
}

test("a bill in a currency that is not the vendor's is refused by NetSuite, and the administrator told what to add", async () => {
  const { refusal } = await ledger([]);
  expect(await refusal(BILL)).toMatchObject({
    code: 'NETSUITE_CURRENCY_NOT_ACCEPTED',
    owner: 'administrator',
    message: expect.stringContaining('Add the currency to the vendor'),
  });
});

test('a vendor may have other currencies than its own, so that its own alone refuses nothing', async () => {
  const { books, book } = await ledger(['EUR']);
  await book(BILL);
  expect(books.transactions).toMatchObject([{ currency: 'EUR', total: 12_000 }]);
});
