import type { JobReport } from '@ledgerferry/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { NetsuiteBooks, NetsuiteSimulatorOptions } from '../../src/simulator/index.js';
import { ACCOUNT_OF_TESTS, startNetsuite } from '../netsuite-fixture.js';
import { landingLate, openCompany } from './open-company.js';

async function start(options: NetsuiteSimulatorOptions = {}) {
  const netsuite = await startNetsuite(options);
  onTestFinished(() => netsuite.simulator.close());
  return { ...netsuite, company: openCompany(netsuite.clock) };
}

function outcomeOf({ outcomes }: JobReport) {
  return outcomes[0];
}

describe('an entry whose request lands late, after it was looked up,', () => {
  test.each<[string, (books: NetsuiteBooks) => void]>([
    ['refused without a place', (books) => books.setPeriod('Mar 2026', 'closed')],
    ['refused at an account', (books) => books.deactivateAccount('3620')],
    ['refused as being there', () => undefined],
  ])('is exported once where its second request is %s', async (_, meanwhile) => {
    const { simulator, open, company } = await start();
    const adapter = landingLate(open({ payables: 'journal' }), () => meanwhile(simulator.books));
    const report = await company.export(adapter);
    expect(outcomeOf(report)).toMatchObject({ status: 'exported', externalId: '10001' });
    expect(simulator.books.transactions.length).toBe(1);
    expect(simulator.requests.filter(({ path }) => path.endsWith('/journalEntry')).map(({ status }) => status)).toEqual(
      [204, 400],
    );
  });
});

test('an entry that NetSuite has and does not show to the role is parked, never told to have failed', async () => {
  const { simulator, open, company } = await start({ role: { seesTransactions: false } });
  await company.export(open());
  company.loseState();
  const report = await company.export(open());
  expect(outcomeOf(report)).toMatchObject({ status: 'parked' });
  expect(simulator.books.transactions.length).toBe(1);
});

test('an entry whose transaction a person voided is sent once, and booked as soon as nothing else holds its external id', async () => {
  const { simulator, open, company } = await start();
  await company.export(open());
  simulator.books.voidTransaction('10001');
  const writes = () => simulator.requests.filter(({ path }) => path.endsWith('/journalEntry')).length;
  const refused = outcomeOf(await company.export(open()));
  expect(refused?.status).not.toBe('exported');
  expect(JSON.stringify(refused)).toMatch(/voided.*10001|10001.*voided/);
  expect(writes()).toBe(2);
  simulator.books.changeExternalId('10001', null);
  expect(outcomeOf(await company.export(open()))).toMatchObject({ status: 'exported', externalId: '10003' });
});

test('an entry whose transaction a person gave another external id is not booked again', async () => {
  const { simulator, open, company } = await start();
  await company.export(open());
  simulator.books.changeExternalId('10001', 'renamed');
  const report = await company.export(open());
  expect(outcomeOf(report)).toMatchObject({ status: 'exported', alreadyExported: true, externalId: '10001' });
  expect(simulator.books.transactions.length).toBe(1);
});

describe('a RESTlet that does not work leaves the entry booked, once, in a job that is completed:', () => {
  test.each<[string, NetsuiteSimulatorOptions, object]>([
    ['it is not open to the role', { role: { mayCallRestlet: false } }, {}],
    ['it is not there', {}, { restlet: 'script=other&deploy=1' }],
    ['its folder is missing', { account: { ...ACCOUNT_OF_TESTS, folders: [] } }, {}],
  ])('%s', async (_, options, settings) => {
    const { simulator, open, company } = await start(options);
    const restlet = simulator.restletUrl.replace(/\?.*/, '?script=other&deploy=1');
    const report = await company.export(open('restlet' in settings ? { restlet } : {}));
    expect(report).toMatchObject({ status: 'completed', items: { exported: 1, failed: 0, parked: 0 } });
    expect(simulator.books.transactions.length).toBe(1);
    expect(simulator.books.attachments).toEqual([]);
    expect(simulator.requests.filter(({ path }) => path.endsWith('/journalEntry')).length).toBe(1);
  });
});
