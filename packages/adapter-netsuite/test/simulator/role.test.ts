import { describe, expect, it } from 'vitest';
import { defaultAccount } from '../../src/simulator/index.js';
import { journalBody } from './journal-body.js';
import { openNetsuite, problemOf, send, TOKEN, type NetsuiteCalls } from './netsuite-calls.js';

async function refusalOf({ call }: NetsuiteCalls, q: string) {
  const reply = await call('POST', '/query/v1/suiteql', { body: { q }, headers: { Prefer: 'transient' } });
  return [reply.status, problemOf(reply).code];
}

describe('a role', () => {
  it('is not shown hidden tables and columns, as if they were not there', async () => {
    const netsuite = await openNetsuite({ role: { hides: ['vendor', 'account.externalid'] } });

    expect(await refusalOf(netsuite, 'SELECT id FROM vendor ORDER BY id')).toEqual([400, 'INVALID_PARAMETER']);
    expect(await refusalOf(netsuite, 'SELECT externalid FROM account')).toEqual([400, 'INVALID_PARAMETER']);
    expect((await netsuite.query('SELECT id FROM account ORDER BY id')).length).toBeGreaterThan(0);
  });

  it('may find no transaction that is there all the same', async () => {
    const netsuite = await openNetsuite({ role: { seesTransactions: false } });
    const body = { ...journalBody(netsuite), externalId: 'e1' };
    await netsuite.create('/record/v1/journalEntry', body);

    expect(await netsuite.query("SELECT id FROM transaction WHERE externalid = 'e1'")).toEqual([]);
    expect((await netsuite.call('POST', '/record/v1/journalEntry', { body })).status).toBe(400);
  });

  it('may be kept from the RESTlet alone', async () => {
    const { simulator, query } = await openNetsuite({ role: { mayCallRestlet: false } });

    const reply = await send(`${simulator.restletUrl}&type=journalEntry&id=1`, 'GET', {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    expect([reply.status, reply.json]).toMatchObject([401, { error: { code: 'INVALID_LOGIN' } }]);
    expect((await query('SELECT id FROM currency ORDER BY id')).length).toBeGreaterThan(0);
  });
});

describe('an account', () => {
  it.each([
    [{ multipleCurrencies: false, accountingPeriods: true }, 'currency', 'currency'],
    [{ multipleCurrencies: true, accountingPeriods: false }, 'accountingperiod', 'postingPeriod'],
  ])('has neither list nor property of what it has not enabled: %j', async (features, table, property) => {
    const netsuite = await openNetsuite({ account: defaultAccount({ features }) });

    expect(await refusalOf(netsuite, `SELECT id FROM ${table}`)).toEqual([400, 'INVALID_PARAMETER']);
    const reply = await netsuite.call('POST', '/record/v1/journalEntry', {
      body: { ...journalBody(netsuite), [property]: { id: '1' } },
    });
    expect(problemOf(reply)).toMatchObject({ code: 'INVALID_CONTENT', path: property });
  });

  it('says of a repeat first what else is wrong with it', async () => {
    const netsuite = await openNetsuite();
    const body = { ...journalBody(netsuite), externalId: 'e1' };
    await netsuite.create('/record/v1/journalEntry', body);
    const repeat = async () => problemOf(await netsuite.call('POST', '/record/v1/journalEntry', { body })).detail;

    expect(await repeat()).toMatch(/already exists/);
    for (const { name, end } of defaultAccount().periods)
      if (end > '2026-01-01') netsuite.simulator.books.setPeriod(name, 'closed');
    expect(await repeat()).toMatch(/closed or locked/);
  });

  it('that is asked too much at once may call it a bad login', async () => {
    const { simulator, call } = await openNetsuite({ governance: { concurrent: 1, refusalStatus: 401 } });
    simulator.occupy(1);

    const reply = await call('GET', '/record/v1/metadata-catalog');
    expect([reply.status, problemOf(reply).code, simulator.refusals]).toEqual([401, 'INVALID_LOGIN', 1]);
  });
});
