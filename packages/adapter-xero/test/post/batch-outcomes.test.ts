import type { SeenRequest } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { callOf, documentOf, scriptXero } from '../scripted-xero.js';

const spend = (key: string) =>
  documentOf(key, 'bank-transaction', { Type: 'SPEND', LineItems: [{ AccountCode: '404', UnitAmount: '10.00' }] });

/** The elements of a call, as Xero would answer them: with an id, and all fields. */
function booked({ body }: SeenRequest, list: string, id: string): Record<string, unknown>[] {
  const { [list]: elements = [] } = JSON.parse(body) as Record<string, Record<string, unknown>[]>;
  return elements.map((element, place) => ({
    [id]: `id-${place + 1}`,
    Status: 'AUTHORISED',
    Date: '/Date(1773187200000+0000)/',
    Total: '10.00',
    CurrencyCode: 'EUR',
    StatusAttributeString: 'OK',
    ...element,
  }));
}

const refusal = (message: string) => ({ StatusAttributeString: 'ERROR', ValidationErrors: [{ Message: message }] });

describe('a batch that is answered', () => {
  test('gives every document its own id, in whatever order Xero answers', async () => {
    const { adapter, seen } = await scriptXero((request) => ({
      body: { BankTransactions: booked(request, 'BankTransactions', 'BankTransactionID').toReversed() },
    }));
    const outcomes = await adapter.post(callOf(spend('a/booking'), spend('b/booking')));
    expect(outcomes).toMatchObject([
      { key: 'a/booking', status: 'posted', externalId: 'id-1', summary: { date: '2026-03-11' } },
      { key: 'b/booking', status: 'posted', externalId: 'id-2', summary: { total: { minorUnits: 1_000 } } },
    ]);
    expect(seen.map(({ method, path, query }) => `${method} ${path}?${query.toString()}`)).toEqual([
      'PUT /BankTransactions?summarizeErrors=false',
    ]);
    expect(seen[0]?.headers).toMatchObject({ 'idempotency-key': 'key-1', 'xero-tenant-id': 'tenant' });
    expect(seen[0]?.body).toContain('"UnitAmount":10.00');
  });

  test('refuses an element with an error although it has an id', async () => {
    const { adapter } = await scriptXero((request) => {
      const [first, second] = booked(request, 'BankTransactions', 'BankTransactionID');
      const message = "Account code '999' is not a valid code for this document.";
      return { body: { BankTransactions: [first, { ...second, ...refusal(message) }] } };
    });
    const outcomes = await adapter.post(callOf(spend('a/booking'), spend('b/booking')));
    expect(outcomes).toMatchObject([
      { key: 'a/booking', status: 'posted' },
      {
        key: 'b/booking',
        status: 'refused',
        problem: { code: 'XERO_ACCOUNT_NOT_ACCEPTED', reason: 'account_unknown' },
      },
    ]);
  });

  test('finds errors that sit on a line', async () => {
    const { adapter } = await scriptXero((request) => {
      const [element] = booked(request, 'BankTransactions', 'BankTransactionID');
      const LineItems = [{ ValidationErrors: [{ Message: 'Tax rate must be Active' }] }];
      return { body: { BankTransactions: [{ ...element, LineItems, StatusAttributeString: 'ERROR' }] } };
    });
    const [outcome] = await adapter.post(callOf(spend('a/booking')));
    expect(outcome).toMatchObject({ status: 'refused', problem: { code: 'XERO_TAX_TYPE_INACTIVE' } });
  });

  test('knows nothing of a document that the answer does not name', async () => {
    const { adapter } = await scriptXero((request) => ({
      body: { BankTransactions: booked(request, 'BankTransactions', 'BankTransactionID').slice(1) },
    }));
    const outcomes = await adapter.post(callOf(spend('a/booking'), spend('b/booking')));
    expect(outcomes).toMatchObject([
      { key: 'a/booking', status: 'unknown' },
      { key: 'b/booking', status: 'posted', externalId: 'id-2' },
    ]);
  });

  test('does not call a draft posted whose account Xero left out', async () => {
    const bill = documentOf('a/booking', 'bill', { Type: 'ACCPAY', LineItems: [{ AccountCode: '999' }] });
    const { adapter } = await scriptXero((request) => {
      const Warnings = [{ Message: "Account code '999' has been removed as it does not match a recognised account" }];
      const [element] = booked(request, 'Invoices', 'InvoiceID');
      return { body: { Invoices: [{ ...element, StatusAttributeString: 'WARNING', Warnings }] } };
    });
    const [outcome] = await adapter.post(callOf(bill));
    expect(outcome).toMatchObject({ status: 'unknown' });
  });

  test('posts a document in spite of another warning', async () => {
    const { adapter } = await scriptXero((request) => {
      const [element] = booked(request, 'BankTransactions', 'BankTransactionID');
      return { body: { BankTransactions: [{ ...element, Warnings: [{ Message: 'The rate is unusual' }] }] } };
    });
    expect(await adapter.post(callOf(spend('a/booking')))).toMatchObject([{ status: 'posted' }]);
  });

  test('says of a contact that is there already that it exists', async () => {
    const { adapter } = await scriptXero((request) => {
      const [element] = booked(request, 'Contacts', 'ContactID');
      const message = 'The contact name ACME is already assigned to another contact. The name must be unique.';
      return { body: { Contacts: [{ ...element, ...refusal(message) }] } };
    });
    const contact = documentOf('prerequisite/contact/acme', 'contact', { Name: 'ACME' });
    expect(await adapter.post(callOf(contact))).toEqual([{ status: 'exists', key: 'prerequisite/contact/acme' }]);
  });
});

describe('a call that is refused', () => {
  test('refuses the documents that have errors and knows nothing of the others', async () => {
    const { adapter } = await scriptXero((request) => {
      const [first, second] = booked(request, 'BankTransactions', 'BankTransactionID');
      const Elements = [first, { ...second, ...refusal('The document date cannot be before the period lock date') }];
      return {
        status: 400,
        body: { ErrorNumber: 10, Type: 'ValidationException', Message: 'A validation error', Elements },
      };
    });
    const outcomes = await adapter.post(callOf(spend('a/booking'), spend('b/booking')));
    expect(outcomes).toMatchObject([
      { key: 'a/booking', status: 'unknown' },
      { key: 'b/booking', status: 'refused', problem: { code: 'XERO_PERIOD_LOCKED' } },
    ]);
  });

  test('refuses all documents where Xero finds fault with the call itself', async () => {
    const body = { ErrorNumber: 17, Type: 'PostDataInvalidException', Message: 'Invalid Json data' };
    const { adapter } = await scriptXero(() => ({ status: 400, body }));
    const [outcome] = await adapter.post(callOf(spend('a/booking')));
    expect(outcome).toMatchObject({ status: 'refused', problem: { code: 'XERO_REFUSED' } });
    expect(outcome?.status === 'refused' && outcome.problem.message).toContain('Invalid Json data');
  });

  test('knows nothing where the answer is not from Xero', async () => {
    const { adapter } = await scriptXero(() => ({ status: 400, body: '<html>Bad request</html>' }));
    expect(await adapter.post(callOf(spend('a/booking')))).toMatchObject([{ status: 'unknown' }]);
  });

  test('is in doubt where Xero knows the request key for another request', async () => {
    const Message = 'Idempotency Key: key-1 is used with a different request.';
    const { adapter } = await scriptXero(() => ({ status: 400, body: { Type: 'ValidationException', Message } }));
    await expect(adapter.post(callOf(spend('a/booking')))).rejects.toMatchObject({
      kind: 'outcome-unknown',
      code: 'XERO_REQUEST_KEY_TAKEN',
    });
  });

  test('names the scope that is missing', async () => {
    const headers = { 'WWW-Authenticate': 'insufficient_scope' };
    const { adapter } = await scriptXero(() => ({ status: 403, headers, body: { Title: 'Forbidden', Status: 403 } }));
    const journal = documentOf('a/booking', 'manual-journal', { Narration: 'Salary' });
    await expect(adapter.post(callOf(journal))).rejects.toMatchObject({
      kind: 'misconfigured',
      code: 'XERO_PERMISSION_MISSING',
      message: expect.stringContaining('accounting.manualjournals'),
    });
  });
});

describe('a payment that exceeds what is due', () => {
  const payment = documentOf('a/booking', 'payment', { Invoice: { InvoiceID: 'inv' }, Amount: '10.00' });
  const message = 'Payment amount exceeds the amount outstanding on this document';
  const scripted = (found: readonly object[], status = 200) =>
    scriptXero((request) => {
      if (request.method === 'GET') return { status, body: { Payments: found } };
      return {
        body: { Payments: booked(request, 'Payments', 'PaymentID').map((each) => ({ ...each, ...refusal(message) })) },
      };
    });

  test('is refused where Xero does not hold it', async () => {
    const { adapter } = await scripted([]);
    expect(await adapter.post(callOf(payment))).toMatchObject([
      { status: 'refused', problem: { code: 'XERO_PAYMENT_EXCEEDS_DUE' } },
    ]);
  });

  test('is in doubt where it is itself what was paid', async () => {
    const held = {
      PaymentID: 'p-1',
      Reference: 'a/booking',
      Status: 'AUTHORISED',
      Date: '/Date(1773187200000+0000)/',
      Amount: 10,
    };
    const { adapter } = await scripted([held]);
    expect(await adapter.post(callOf(payment))).toMatchObject([{ status: 'unknown', key: 'a/booking' }]);
  });

  test('is in doubt where Xero cannot be asked', async () => {
    const { adapter } = await scripted([], 503);
    expect(await adapter.post(callOf(payment))).toMatchObject([{ status: 'unknown', key: 'a/booking' }]);
  });
});
