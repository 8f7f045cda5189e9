import { describe, expect, test } from 'vitest';
import { bill, elements, journal, line, messages, spend, startOrganisation } from './simulated-organisation.js';

const unknownAccount = [line({ AccountCode: '9999' })];
const message = "Account code '9999' is not a valid code for this document.";

describe('a list with one bad element', () => {
  test('without summarizeErrors=false nothing is kept, and the answer is 400', async () => {
    const { simulator, call } = await startOrganisation();
    const sent = { BankTransactions: [spend(), spend({ LineItems: unknownAccount })] };
    for (const path of ['BankTransactions', 'BankTransactions?summarizeErrors=true']) {
      const reply = await call('PUT', path, sent);
      expect(reply.status).toBe(400);
      expect(reply.json).toMatchObject({
        ErrorNumber: 10,
        Type: 'ValidationException',
        Message: 'A validation exception occurred',
      });
      expect(messages(reply)).toEqual([message]);
    }
    expect(simulator.books.bankTransactions).toEqual([]);
  });

  test('with it the others are kept, the answer is 200, and each has a status', async () => {
    const { simulator, call } = await startOrganisation();
    const sent = [spend({ Reference: 'good' }), spend({ Reference: 'bad', LineItems: unknownAccount })];
    const reply = await call('PUT', 'BankTransactions?summarizeErrors=false', { BankTransactions: sent });
    expect(reply.status).toBe(200);
    expect(elements(reply, 'BankTransactions')).toMatchObject([
      { Reference: 'good', StatusAttributeString: 'OK' },
      { Reference: 'bad', StatusAttributeString: 'ERROR', ValidationErrors: [{ Message: message }] },
    ]);
    expect(simulator.books.bankTransactions.map(({ reference }) => reference)).toEqual(['good']);
  });

  test('a refused element carries an id all the same', async () => {
    const { call } = await startOrganisation();
    const sent = { BankTransactions: [spend({ LineItems: unknownAccount })] };
    const [refused] = elements(await call('PUT', 'BankTransactions?summarizeErrors=false', sent), 'BankTransactions');
    expect(refused?.['BankTransactionID']).toMatch(/^[0-9a-f-]{36}$/);
    expect((await call('GET', `BankTransactions/${String(refused?.['BankTransactionID'])}`)).status).toBe(404);
  });

  test('messages stand at the line, and at the contact alone', async () => {
    const { simulator, contact, call } = await startOrganisation();
    simulator.books.archiveContact(contact.id);
    const sent = {
      BankTransactions: [spend({ Contact: { ContactID: contact.id }, LineItems: [line(), ...unknownAccount] })],
    };
    const reply = await call('PUT', 'BankTransactions?summarizeErrors=false', sent);
    expect(elements(reply, 'BankTransactions')).toMatchObject([
      {
        Contact: {
          ContactID: contact.id,
          ValidationErrors: [{ Message: expect.stringContaining('has been archived') }],
        },
        LineItems: [{ AccountCode: '3620' }, { AccountCode: '9999', ValidationErrors: [{ Message: message }] }],
        ValidationErrors: [{ Message: message }],
      },
    ]);
  });

  test('amounts of a refused element come back digit by digit', async () => {
    const { call } = await startOrganisation();
    const sent = JSON.stringify({ BankTransactions: [spend({ LineItems: unknownAccount })] }).replace(
      '895.2,',
      '895.20,',
    );
    expect((await call('PUT', 'BankTransactions', sent)).text).toContain('"UnitAmount":895.20,');
  });
});

test('every kind that takes a list answers for each element', async () => {
  const { call } = await startOrganisation();
  const { InvoiceNumber: _, ...creditNote } = bill({ Type: 'ACCPAYCREDIT' });
  const lists = { Invoices: bill(), CreditNotes: creditNote, ManualJournals: journal(), Contacts: { Name: 'New' } };
  for (const [name, good] of Object.entries(lists)) {
    const bad = { ...good, Narration: '', Name: 'a  b', LineItems: [] };
    const known = Object.fromEntries(Object.entries(bad).filter(([field]) => field in good));
    const reply = await call('PUT', `${name}?summarizeErrors=false`, { [name]: [good, known] });
    expect(elements(reply, name).map((each) => each['StatusAttributeString'])).toEqual(['OK', 'ERROR']);
  }
});

test('a draft journal keeps what it can, with a warning beside its errors', async () => {
  const { call } = await startOrganisation();
  const JournalLines = [
    { LineAmount: 100, AccountCode: '9999' },
    { LineAmount: -100, AccountCode: '5830' },
  ];
  const sent = { ManualJournals: [journal({ Status: 'DRAFT', JournalLines })] };
  expect(elements(await call('PUT', 'ManualJournals?summarizeErrors=false', sent), 'ManualJournals')).toMatchObject([
    {
      StatusAttributeString: 'WARNING',
      Warnings: [{ Message: "Account code '9999' has been removed as it does not match a recognised account." }],
    },
  ]);
});
