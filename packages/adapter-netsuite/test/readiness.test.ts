import { buildAccountingEntry } from '@ledgerferry/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { NetsuiteSimulatorOptions, SimulatedRole } from '../src/simulator/index.js';
import { ACCOUNT_OF_TESTS, startNetsuite } from './netsuite-fixture.js';
import { callOf, isTokenRequest, queryOf, refusalAnswer, scriptNetsuite } from './scripted-netsuite.js';

async function start(options: NetsuiteSimulatorOptions = {}) {
  const netsuite = await startNetsuite(options);
  onTestFinished(() => netsuite.simulator.close());
  return netsuite;
}

/** An adapter of a role that may see all but this, or may do less otherwise. */
async function openAs(role: Partial<SimulatedRole>, settings: object = {}) {
  const { open } = await start({ role });
  return open(settings);
}

describe('a check fails, and names the permission,', () => {
  test.each([
    [['transaction'], 'Transactions: Find Transaction'],
    [['transaction.posting'], 'Transactions: Find Transaction'],
    [['currency'], 'Lists: Currency'],
    [['subsidiary'], 'Lists: Subsidiaries'],
  ])('where the role may not see %j', async (hides, permission) => {
    const adapter = await openAs({ hides });
    await expect(adapter.checkReadiness()).rejects.toMatchObject({
      kind: 'misconfigured',
      code: 'NETSUITE_LIST_NOT_SHOWN',
      jobReason: 'authorization_failure',
      message: expect.stringContaining(permission),
    });
  });

  test('where the catalog knows no bills', async () => {
    const { adapter } = await scriptNetsuite(
      (request) =>
        isTokenRequest(request)
          ? undefined
          : refusalAnswer(400, 'INVALID_PARAMETER', 'Record type vendorBill was not found.'),
      { payables: 'vendor-bill' },
    );
    await expect(adapter.checkReadiness()).rejects.toMatchObject({
      kind: 'misconfigured',
      code: 'NETSUITE_FEATURE_MISSING',
      message: expect.stringMatching(/vendorBill \(Transactions: Bills\).*vendorBill was not found/s),
    });
  });

  test('where nothing may be asked at all', async () => {
    const { adapter } = await scriptNetsuite((request) => {
      if (isTokenRequest(request)) return undefined;
      if (!request.path.endsWith('/suiteql')) {
        const properties = { subsidiary: { type: 'object' } };
        return { body: { components: { schemas: { journalEntry: { properties } } } } };
      }
      return refusalAnswer(403, 'INSUFFICIENT_PERMISSION', 'No.');
    });
    await expect(adapter.checkReadiness()).rejects.toMatchObject({
      code: 'NETSUITE_PERMISSION_MISSING',
      message: expect.stringMatching(/SuiteAnalytics Workbook \(Edit\), and Lists: /),
    });
  });
});

test.each([
  ['account', 'Lists: Accounts'],
  ['accountingperiod', 'Setup: Manage Accounting Periods'],
  ['vendor', 'Lists: Vendors'],
])(
  'a job ends before it writes, and names the permission, where the role may not see %s',
  async (table, permission) => {
    const adapter = await openAs({ hides: [table] });
    await expect(adapter.loadReferenceData()).rejects.toMatchObject({
      code: 'NETSUITE_LIST_NOT_SHOWN',
      message: expect.stringContaining(permission),
    });
  },
);

describe('what some accounts lack is done without:', () => {
  test('columns of look-ups, which then tell no totals', async () => {
    const adapter = await openAs({ hides: ['transaction.reversaldate', 'transaction.isreversal'] });
    await adapter.checkReadiness();
    const [document] = adapter.plan(buildAccountingEntry(), await adapter.loadReferenceData()).documents;
    if (!document) return;
    await adapter.post(callOf(document));
    await expect(adapter.find([queryOf(document)])).resolves.toMatchObject([{ status: 'live', summary: null }]);
  });

  test('columns of lists', async () => {
    const hides = ['vendor.legalname', 'employee.externalid', 'subsidiary.isinactive', 'department.includechildren'];
    const { subsidiary, vendors, employees, dimensions } = await (await openAs({ hides })).loadReferenceData();
    expect(subsidiary).toBe('1');
    expect(vendors.some(({ names }) => names.includes('DSB'))).toBe(true);
    expect(employees.some(({ name }) => name === 'Åsa Lindqvist')).toBe(true);
    expect(dimensions.get('department')?.[0]).toMatchObject({ name: 'ENG', subsidiaries: null });
  });

  test('accounting periods', async () => {
    const features = { multipleCurrencies: true, accountingPeriods: false };
    const { simulator, open } = await start({ account: { ...ACCOUNT_OF_TESTS, features } });
    const adapter = open();
    const facts = await adapter.loadReferenceData();
    expect(facts).toMatchObject({ closedThrough: null, periods: null });
    const entry = buildAccountingEntry();
    expect(adapter.rules(facts).flatMap((rule) => rule.validate(entry))).toEqual([]);
    const [document] = adapter.plan(entry, facts).documents;
    if (document) await adapter.post(callOf(document));
    expect(simulator.books.transactions.map(({ state }) => state)).toEqual(['live']);
  });

  test('vendors of several subsidiaries: each has its own then', async () => {
    const { open } = await start({ role: { hides: ['vendorsubsidiaryrelationship'] } });
    const { vendors } = await open().loadReferenceData();
    const isOpen = (code: string) => vendors.find(({ entityId }) => entityId === code)?.subsidiaries?.has('1');
    expect([isOpen('V-DK-0053'), isOpen('V-SE-ONLY')]).toEqual([true, false]);
  });
});

describe('a check of the RESTlet', () => {
  test('warns where it is not open to the role, though everything else is', async () => {
    const { warnings } = await (await openAs({ mayCallRestlet: false })).checkReadiness();
    expect(warnings).toContainEqual(expect.stringContaining('The RESTlet for receipts cannot be used'));
  });

  test('warns where it is not there', async () => {
    const { simulator, open } = await start();
    const restlet = `${simulator.url}/app/site/hosting/restlet.nl?script=other&deploy=1`;
    const { warnings } = await open({ restlet }).checkReadiness();
    expect(warnings).toContainEqual(expect.stringMatching(/RESTlet for receipts cannot be used.*connection\.restlet/s));
  });

  test('warns where it is out of reach', async () => {
    const { open } = await start();
    const restlet = 'http://127.0.0.1:9/app/site/hosting/restlet.nl?script=1&deploy=1';
    const { warnings } = await open({ restlet }).checkReadiness();
    expect(warnings).toContainEqual(expect.stringContaining('The RESTlet for receipts was not reached'));
  });
});
