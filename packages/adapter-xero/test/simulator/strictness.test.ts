import { describe, expect, test } from 'vitest';
import { line, spend, startOrganisation, type Fields } from './simulated-organisation.js';

async function answerTo(sent: unknown, options = {}) {
  const { call } = await startOrganisation(options);
  const { status, json } = await call('PUT', 'BankTransactions', sent);
  return { status, json };
}

const list = (sent: Fields) => ({ BankTransactions: [spend(sent)] });

describe('a body', () => {
  test.each([
    ['an unknown field', list({ Colour: 'red' }), 'Unknown field "Colour" in BankTransactions[0].'],
    [
      'an unknown field of a line',
      list({ LineItems: [line({ Acount: '1' })] }),
      'Unknown field "Acount" in BankTransactions[0].LineItems.0.',
    ],
    ['a field beside the list', { ...list({}), Extra: 1 }, 'Unknown field "Extra" in the body.'],
    [
      'an amount as a text',
      list({ LineItems: [line({ UnitAmount: '895.20' })] }),
      'BankTransactions[0].LineItems.0.UnitAmount: must be a JSON number.',
    ],
    ['a number as a reference', list({ Reference: 7 }), 'BankTransactions[0].Reference: must be a text.'],
    ['a date of another form', list({ Date: '11/03/2026' }), 'BankTransactions[0].Date: must be a date as YYYY-MM-DD.'],
    [
      'a day that there is not',
      list({ Date: '2026-02-30' }),
      'BankTransactions[0].Date: must be a date as YYYY-MM-DD.',
    ],
    [
      'a code as an id',
      list({ BankAccount: { AccountID: '55010' } }),
      'BankTransactions[0].BankAccount.AccountID: must be a UUID.',
    ],
    ['an element without its list', spend(), 'Unknown field "Type" in the body.'],
    ['no element', { BankTransactions: [] }, 'The body must hold a list "BankTransactions" with at least one element.'],
    ['no JSON', '{', 'Invalid Json data'],
  ])('with %s is refused, by name', async (_what, sent, message) => {
    expect(await answerTo(sent)).toEqual({
      status: 400,
      json: { ErrorNumber: 14, Type: 'PostDataInvalidException', Message: message },
    });
  });

  test('unknown fields are ignored, as Xero does, where the simulator is not strict', async () => {
    const sent = list({ Colour: 'red', LineItems: [line({ Acount: '1' })] });
    expect((await answerTo(sent, { strict: false })).status).toBe(200);
  });

  test('wrong types are refused all the same', async () => {
    expect((await answerTo(list({ Colour: 'red', Reference: 7 }), { strict: false })).status).toBe(400);
  });

  test('amounts are read digit by digit', async () => {
    const { call, simulator } = await startOrganisation();
    const sent = JSON.stringify(list({})).replace('895.2,', '9999999999.99,');
    await call('PUT', 'BankTransactions', sent);
    expect(simulator.books.bankTransactions[0]?.total).toBe(999_999_999_999);
  });
});

describe('a request', () => {
  test('with an unknown query parameter is refused', async () => {
    const { call } = await startOrganisation();
    const { status, json } = await call('GET', 'BankTransactions?reference=a');
    expect([status, json]).toMatchObject([
      400,
      { Message: 'Unknown query parameter "reference" of BankTransactions.' },
    ]);
  });

  test('for something else is not found, in words that are no JSON', async () => {
    const { call } = await startOrganisation();
    const replies = [
      await call('GET', 'Items'),
      await call('DELETE', 'Contacts'),
      await call('GET', 'Invoices/unknown'),
    ];
    expect(replies.map(({ status, json }) => [status, json])).toEqual([
      [404, undefined],
      [404, undefined],
      [404, undefined],
    ]);
  });

  test('that does not ask for JSON gets XML', async () => {
    const { call } = await startOrganisation();
    const { headers, text } = await call('GET', 'Currencies', undefined, { Accept: undefined });
    expect(headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(text).toContain('<Currency><Code>EUR</Code><Description>Euro</Description></Currency>');
  });

  test('without its content type is refused', async () => {
    const { call } = await startOrganisation();
    const reply = await call('PUT', 'Contacts', '{}', { 'Content-Type': 'text/plain' });
    expect(reply.status).toBe(400);
  });
});
