import { describe, expect, it } from 'vitest';
import { defaultAccount } from '../../src/simulator/index.js';
import { journalBody } from './journal-body.js';
import { idOf, openNetsuite, problemOf, type NetsuiteCalls } from './netsuite-calls.js';

const JOURNALS = '/record/v1/journalEntry';

async function refusalOf(netsuite: NetsuiteCalls, overrides: Readonly<Record<string, unknown>>) {
  const reply = await netsuite.call('POST', JOURNALS, { body: journalBody(netsuite, overrides) });
  expect(reply.status).toBe(400);
  return problemOf(reply);
}

describe('periods', () => {
  it('refuse a day in a closed or locked one', async () => {
    const netsuite = await openNetsuite();

    expect(await refusalOf(netsuite, { tranDate: '2025-12-31' })).toMatchObject({
      code: 'USER_ERROR',
      path: undefined,
    });
    netsuite.simulator.books.setPeriod('Mar 2026', 'all-locked');
    expect(await refusalOf(netsuite, {})).toMatchObject({ code: 'USER_ERROR' });
    netsuite.simulator.books.setPeriod('Mar 2026', 'ap-locked');
    await netsuite.create(JOURNALS, journalBody(netsuite));
  });

  it('refuse a named one that does not hold the day', async () => {
    const netsuite = await openNetsuite();
    const [april] = await netsuite.query("SELECT id FROM accountingperiod WHERE periodname = 'Apr 2026'");

    expect(await refusalOf(netsuite, { postingPeriod: april })).toMatchObject({ code: 'USER_ERROR' });
  });

  it('move what falls into a closed one where the account is set so', async () => {
    const netsuite = await openNetsuite({ account: defaultAccount({ closedDates: 'first-open' }) });

    await netsuite.create(JOURNALS, journalBody(netsuite, { tranDate: '2025-12-31' }));

    expect(netsuite.simulator.books.transactions).toMatchObject([{ date: '2025-12-31', period: 'Jan 2026' }]);
  });

  it('keep what is booked in them from being changed and deleted once they are closed', async () => {
    const netsuite = await openNetsuite();
    const id = await netsuite.create(JOURNALS, journalBody(netsuite));
    netsuite.simulator.books.setPeriod('Mar 2026', 'closed');

    expect((await netsuite.call('PATCH', `${JOURNALS}/${id}`, { body: { memo: 'Other' } })).status).toBe(400);
    expect((await netsuite.call('DELETE', `${JOURNALS}/${id}`)).status).toBe(400);
  });
});

describe('changing a journal', () => {
  it('doubles its lines when the same PUT comes twice, and the answer does not tell', async () => {
    const netsuite = await openNetsuite();
    const { externalId: _externalId, ...body } = journalBody(netsuite);

    const first = await netsuite.call('PUT', `${JOURNALS}/eid:pleo-je-1`, { body });
    const second = await netsuite.call('PUT', `${JOURNALS}/eid:pleo-je-1`, { body });

    expect([first.status, second.status]).toEqual([204, 204]);
    expect(idOf(first)).toBe(idOf(second));
    expect(netsuite.simulator.books.transactions).toMatchObject([{ externalId: 'pleo-je-1', total: 25_000 }]);
  });

  it('replaces them where PUT asks for it', async () => {
    const netsuite = await openNetsuite();
    const { externalId: _externalId, ...body } = journalBody(netsuite);

    await netsuite.call('PUT', `${JOURNALS}/eid:pleo-je-1`, { body });
    await netsuite.call('PUT', `${JOURNALS}/eid:pleo-je-1?replace=line`, { body });

    expect(netsuite.simulator.books.transactions).toMatchObject([{ total: 12_500 }]);
  });

  it('changes by PATCH what is sent, lines by their number', async () => {
    const netsuite = await openNetsuite();
    const id = await netsuite.create(JOURNALS, journalBody(netsuite));

    const reply = await netsuite.call('PATCH', `${JOURNALS}/${id}`, {
      body: {
        memo: 'Corrected',
        line: {
          items: [
            { line: 1, debit: 101 },
            { line: 3, credit: 126 },
          ],
        },
      },
    });

    expect(reply.status).toBe(204);
    expect(netsuite.simulator.books.transactions).toMatchObject([
      { memo: 'Corrected', total: 12_600, externalId: 'pleo-je-1' },
    ]);
  });

  it('deletes it without a trace', async () => {
    const netsuite = await openNetsuite();
    const id = await netsuite.create(JOURNALS, journalBody(netsuite));

    expect((await netsuite.call('DELETE', `${JOURNALS}/eid:pleo-je-1`)).status).toBe(204);

    expect((await netsuite.call('GET', `${JOURNALS}/${id}`)).status).toBe(404);
    expect(await netsuite.query('SELECT id FROM transaction')).toEqual([]);
  });

  it('waits for approval where the account wants it', async () => {
    const netsuite = await openNetsuite({
      account: defaultAccount({ approvals: { journals: 'on', bills: 'hidden' } }),
    });
    const id = await netsuite.create(JOURNALS, journalBody(netsuite));
    await netsuite.create(JOURNALS, journalBody(netsuite, { externalId: 'pleo-je-2', approved: true }));

    expect(netsuite.simulator.books.transactions).toMatchObject([{ state: 'draft' }, { state: 'live' }]);
    await netsuite.call('PATCH', `${JOURNALS}/${id}`, { body: { approved: true } });
    expect(netsuite.simulator.books.transactions).toMatchObject([{ state: 'live' }, { state: 'live' }]);
  });
});
