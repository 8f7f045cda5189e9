import { expect, onTestFinished, test } from 'vitest';
import type { OrganisationSeed } from '../../src/simulator/index.js';
import { scriptXero } from '../scripted-xero.js';
import { ORGANISATION, startXero } from '../xero-fixture.js';

async function start(overrides: Partial<OrganisationSeed> = {}) {
  const xero = await startXero({ organisations: [{ ...ORGANISATION, ...overrides }] });
  onTestFinished(() => xero.simulator.close());
  return xero;
}

test('a job begins with six calls, each setting read once', async () => {
  const { open, simulator } = await start();
  const adapter = open();
  await adapter.checkReadiness();
  await adapter.loadReferenceData();
  expect(simulator.requests.map(({ path }) => path.replace('/api.xro/2.0', '')).toSorted()).toEqual([
    '/Accounts',
    '/Contacts',
    '/Currencies',
    '/Organisation',
    '/TaxRates',
    '/TrackingCategories',
    '/connect/token',
  ]);
});

test('what was read by a check serves one job, and no later one', async () => {
  const { open, simulator } = await start();
  const adapter = open();
  await adapter.checkReadiness();
  expect((await adapter.loadReferenceData()).closedThrough).toBeNull();
  simulator.books.setLockDates({ period: '2026-01-31' });
  expect((await adapter.loadReferenceData()).closedThrough).toBe('2026-01-31');
});

test('the books are closed through the later of both lock dates', async () => {
  const closedThrough = async (overrides: Partial<OrganisationSeed>) =>
    (await (await start(overrides)).open().loadReferenceData()).closedThrough;
  expect(await closedThrough({ periodLockDate: '2026-02-28', endOfYearLockDate: '2025-12-31' })).toBe('2026-02-28');
  expect(await closedThrough({ periodLockDate: '2025-06-30', endOfYearLockDate: '2025-12-31' })).toBe('2025-12-31');
  expect(await closedThrough({})).toBeNull();
});

test('accounts, rates, tracking, currencies and contacts are as Xero has them', async () => {
  const { open } = await start({ contacts: [{ name: 'ACME Cloud', contactNumber: 'vendor-1' }] });
  const facts = await open().loadReferenceData();
  expect(facts).toMatchObject({ organisation: { name: 'Havnegade Kaffe ApS', baseCurrency: 'EUR', paysTax: true } });
  expect(facts).toHaveProperty('accounts');
  const found = JSON.parse(JSON.stringify(facts, (_, value: unknown) => (value instanceof Set ? [...value] : value)));
  expect(found.accounts).toContainEqual(
    expect.objectContaining({ code: '55010', type: 'BANK', class: 'ASSET', currency: 'DKK', systemAccount: null }),
  );
  expect(found.accounts).toContainEqual(expect.objectContaining({ code: null, name: 'House bank' }));
  expect(found.accounts).toContainEqual(expect.objectContaining({ code: '2999', status: 'ARCHIVED' }));
  expect(found.taxRates).toContainEqual(
    expect.objectContaining({ taxType: 'I25', appliesTo: ['ASSET', 'EXPENSE', 'LIABILITY'] }),
  );
  expect(found.trackingCategories).toContainEqual(
    expect.objectContaining({
      name: 'DEPARTMENT',
      options: expect.arrayContaining([expect.objectContaining({ name: 'ENG' })]),
    }),
  );
  expect(found.currencies).toEqual(['EUR', 'DKK', 'GBP', 'SEK']);
  expect(found.contacts).toMatchObject([
    { name: 'ACME Cloud', contactNumber: 'vendor-1', status: 'ACTIVE', mergedInto: null },
  ]);
});

test('contacts are read to their last page', async () => {
  const contacts = Array.from({ length: 1_500 }, (_, place) => ({ ContactID: `c-${place}`, Name: `Contact ${place}` }));
  const { adapter, seen } = await scriptXero(({ path, query }) => {
    const page = Number(query.get('page'));
    const lists = {
      Accounts: [],
      TaxRates: [],
      TrackingCategories: [],
      Currencies: [],
      Organisations: [{ Name: 'Example' }],
    };
    return { body: path === '/Contacts' ? { Contacts: contacts.slice((page - 1) * 1_000, page * 1_000) } : lists };
  });
  expect(await adapter.loadReferenceData()).toMatchObject({ contacts: { length: 1_500 } });
  expect(seen.filter(({ path }) => path === '/Contacts').length).toBe(2);
});
