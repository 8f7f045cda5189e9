import { silentLogger, type Logger } from '@ledgerferry/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { defaultAccount, type NetsuiteAccount, type NetsuiteSimulatorOptions } from '../../src/simulator/index.js';
import { ACCOUNT_WITHOUT_SUBSIDIARIES, startNetsuite } from '../netsuite-fixture.js';
import { isTokenRequest, refusalAnswer, rowsAnswer, scriptNetsuite } from '../scripted-netsuite.js';

async function start(options: NetsuiteSimulatorOptions = {}) {
  const netsuite = await startNetsuite(options);
  onTestFinished(() => netsuite.simulator.close());
  return netsuite;
}

async function factsOf(account: Partial<NetsuiteAccount>, settings: object = {}) {
  const { open } = await start({ account: defaultAccount(account) });
  return open(settings).loadReferenceData();
}

describe('the choice of the subsidiary', () => {
  test('is asked for where there are several, with the list of them', async () => {
    const { open } = await start();
    await expect(open({ subsidiary: undefined }).checkReadiness()).rejects.toMatchObject({
      kind: 'misconfigured',
      code: 'NETSUITE_SUBSIDIARY_NEEDED',
      message: expect.stringContaining('1 (Havnegade Kaffe ApS), 2 (Norrsken Möbler AB)'),
    });
  });

  test('must be one that the account has', async () => {
    const { open } = await start();
    await expect(open({ subsidiary: '7' }).loadReferenceData()).rejects.toMatchObject({
      code: 'NETSUITE_SUBSIDIARY_UNKNOWN',
      message: expect.stringMatching(/connection\.subsidiary is 7.*1 \(Havnegade Kaffe ApS\)/s),
    });
  });

  test('is no choice where only one is active', async () => {
    const subsidiaries = [
      { name: 'Havnegade Kaffe ApS', currency: 'DKK', country: 'DK' },
      { name: 'Closed AB', currency: 'SEK', country: 'SE', isInactive: true },
      { name: 'Eliminations', currency: 'DKK', country: 'DK', isElimination: true },
    ];
    const own = ACCOUNT_WITHOUT_SUBSIDIARIES;
    const { open } = await start({ account: { ...own, subsidiaries } });
    expect((await open({ subsidiary: undefined }).loadReferenceData()).subsidiary).toBe('1');
  });

  test('makes different tenants of one account', async () => {
    const { open } = await start();
    const [parent, child] = [await open().checkReadiness(), await open({ subsidiary: '2' }).checkReadiness()];
    expect([parent.tenant, child.tenant]).toEqual(['1234567_SB1/1', '1234567_SB1/2']);
    expect(child.name).toBe('Norrsken Möbler AB (NetSuite 1234567_SB1)');
  });

  test('is refused where the account has none', async () => {
    const { open } = await start({ account: ACCOUNT_WITHOUT_SUBSIDIARIES });
    await expect(open({ subsidiary: '1' }).checkReadiness()).rejects.toMatchObject({
      code: 'NETSUITE_SUBSIDIARY_UNKNOWN',
      message: expect.stringContaining('Subsidiaries of the account: none.'),
    });
    const { tenant, name } = await open({ subsidiary: undefined }).checkReadiness();
    expect([tenant, name]).toEqual(['1234567_SB1', 'NetSuite 1234567_SB1']);
  });
});

describe('accounts, dimensions and people', () => {
  test('know which subsidiaries may use them, those below included', async () => {
    const { accounts, dimensions, vendors, employees } = await factsOf({});
    const account = (number: string) => accounts.find((each) => each.number === number);
    expect(account('3620')).toEqual({
      id: '121',
      number: '3620',
      externalId: 'gl-3620',
      name: 'Software',
      type: 'Expense',
      currency: null,
      subsidiaries: new Set(['1', '2']),
      isSummary: false,
      isInactive: false,
    });
    expect(account('3999')?.subsidiaries).toEqual(new Set(['2']));
    expect([account('2700')?.isSummary, account('2999')?.isInactive]).toEqual([true, true]);
    const department = dimensions.get('department')?.find(({ name }) => name === 'Warehouse Umeå');
    expect(department?.subsidiaries).toEqual(new Set(['2']));
    const vendor = (code: string) => vendors.find(({ entityId }) => entityId === code);
    expect(vendor('V-DK-0053')).toMatchObject({
      externalId: 'ext-V-DK-0053',
      names: ['DSB'],
      subsidiaries: new Set(['1']),
      isInactive: false,
    });
    expect(vendor('V-SE-ONLY')?.subsidiaries).toEqual(new Set());
    expect(employees.find(({ name }) => name === 'Åsa Lindqvist')?.subsidiaries).toEqual(new Set(['1']));
  });

  test('are open to everybody where there are no subsidiaries', async () => {
    const { open } = await start({ account: ACCOUNT_WITHOUT_SUBSIDIARIES });
    const { accounts, dimensions, vendors, employees, subsidiaries } = await open({
      subsidiary: undefined,
    }).loadReferenceData();
    const lists = [accounts, dimensions.get('department') ?? [], vendors, employees];
    expect(lists.flat().every((each) => each.subsidiaries === null)).toBe(true);
    expect([lists.every(({ length }) => length > 0), subsidiaries]).toEqual([true, []]);
  });

  test('include the values of each custom segment that lines have', async () => {
    const { dimensions } = await factsOf({});
    expect([...dimensions.keys()].toSorted()).toEqual(['class', 'cseg_project', 'department', 'location']);
    expect(dimensions.get('cseg_project')?.map(({ name }) => name)).toContain('P-1001');
  });

  test('are read page by page, all of them', async () => {
    const vendors = Array.from({ length: 2_501 }, (_, place) => ({
      entityId: `V-${place}`,
      companyName: `Vendor ${place}`,
    }));
    const facts = await factsOf({ vendors });
    expect(new Set(facts.vendors.map(({ entityId }) => entityId)).size).toBe(2_501);
  });
});

test('a currency without an ISO code is left out: no entry can be in it', async () => {
  const { adapter } = await scriptNetsuite((request) => {
    if (isTokenRequest(request)) return undefined;
    if (request.path.endsWith('/metadata-catalog'))
      return { body: { components: { schemas: { journalEntry: { properties: { currency: { type: 'object' } } } } } } };
    const currencies = [
      { id: '1', symbol: 'DKK', currencyprecision: '2', isbasecurrency: 'T', isinactive: 'F' },
      { id: '2' },
    ];
    return rowsAnswer(request.body.includes('FROM currency') ? currencies : []);
  });
  const { currencies } = await adapter.loadReferenceData();
  expect(currencies).toEqual([{ id: '1', symbol: 'DKK', precision: 2, isBase: true, isInactive: false }]);
});

describe('the calendar', () => {
  test('is read the same whatever the format of the user', async () => {
    const formats = ['M/D/YYYY', 'DD/MM/YYYY', 'D.M.YYYY', 'YYYY-MM-DD'] as const;
    const read = await Promise.all(formats.map((dateFormat) => factsOf({ dateFormat })));
    for (const { periods, closedThrough } of read) {
      expect(periods?.length).toBe(36);
      expect(periods?.[13]).toMatchObject({
        name: 'Feb 2026',
        start: '2026-02-01',
        end: '2026-02-28',
        isClosed: false,
      });
      expect(closedThrough).toBe('2025-12-31');
    }
  });

  test('is closed as far as every period from the first one is closed or locked', async () => {
    const month = (name: string, state: 'open' | 'closed' | 'all-locked' | 'ap-locked') => ({
      name: `${name} 2026`,
      start: `2026-${name}-01`,
      end: `2026-${name}-28`,
      state,
    });
    const closedThrough = async (...states: Parameters<typeof month>[1][]) => {
      const periods = states.map((state, place) => month(`0${place + 1}`, state));
      return (await factsOf({ periods }, { payables: 'journal' })).closedThrough;
    };
    expect(await closedThrough('closed', 'all-locked', 'open', 'closed')).toBe('2026-02-28');
    expect(await closedThrough('open', 'closed')).toBeNull();
    expect(await closedThrough('closed', 'ap-locked')).toBe('2026-01-28');
  });
});

describe('what can be written', () => {
  test('is journals alone where the settings want no bills', async () => {
    const { writable } = await factsOf({}, { payables: 'journal' });
    expect([...writable.keys()]).toEqual(['journalEntry']);
    const { body, line } = writable.get('journalEntry') ?? { body: new Set(), line: new Set() };
    expect([
      body.has('custbody_pleo_link'),
      body.has('approvalStatus'),
      line.has('debit'),
      line.has('taxCode'),
    ]).toEqual([true, false, true, false]);
  });

  test('has no tax in an account of legacy tax, where no tax codes are read', async () => {
    const { writable, taxCodes } = await factsOf({ tax: 'legacy' });
    const { body, line } = writable.get('vendorBill') ?? { body: new Set(), line: new Set() };
    expect([body.has('taxDetails'), line.has('taxDetailsReference'), taxCodes]).toEqual([false, false, []]);
  });

  test('has tax details in an account of SuiteTax, with its tax codes', async () => {
    const { writable, taxCodes } = await factsOf({ tax: 'suitetax' });
    const { body, line } = writable.get('vendorBill') ?? { body: new Set(), line: new Set() };
    expect([body.has('taxDetails'), line.has('taxDetailsReference')]).toEqual([true, true]);
    expect(taxCodes.find(({ name }) => name === 'I25')).toMatchObject({ rate: '25', isInactive: false });
  });

  test('is missing where the role is not shown a record, and the sentence says which', async () => {
    const { adapter } = await scriptNetsuite((request) =>
      isTokenRequest(request) ? undefined : { body: { components: { schemas: { journalEntry: { type: 'object' } } } } },
    );
    await expect(adapter.checkReadiness()).rejects.toMatchObject({
      kind: 'misconfigured',
      code: 'NETSUITE_FEATURE_MISSING',
      message: expect.stringContaining('journalEntry'),
    });
  });
});

describe('lists that the role may not see', () => {
  const properties = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  const CATALOG = {
    components: {
      schemas: {
        journalEntry: {
          allOf: [
            { properties: { ...properties('memo', 'postingPeriod'), line: { $ref: '#/components/schemas/lines' } } },
          ],
        },
        lines: { properties: { items: { type: 'array', items: { $ref: '#/components/schemas/line' } } } },
        line: { properties: properties('account', 'debit', 'department') },
        vendorBill: { properties: properties('entity') },
        vendorCredit: { properties: properties('entity') },
        vendorPayment: { properties: properties('entity') },
      },
    },
  };

  function withoutLists(hidden: readonly string[], logger?: Logger) {
    return scriptNetsuite(
      (request) => {
        if (isTokenRequest(request)) return undefined;
        if (request.path.endsWith('/metadata-catalog')) return { body: CATALOG };
        const isHidden = hidden.some((table) => new RegExp(`FROM ${table}\\b`).test(request.body));
        return isHidden ? refusalAnswer(400, 'INVALID_PARAMETER', "Record 'x' was not found.") : rowsAnswer([]);
      },
      { payables: hidden.includes('vendor') ? 'vendor-bill' : 'journal', currency: 'DKK' },
      logger,
    );
  }

  test('are left out where they only adorn an entry, and a dimension is then unknown', async () => {
    const { adapter } = await withoutLists(['employee', 'department', 'currency']);
    const { employees, dimensions, currencies } = await adapter.loadReferenceData();
    expect([employees, [...dimensions.keys()], currencies]).toEqual([[], [], null]);
  });

  test.each(['account', 'accountingperiod'])(
    'stop the job where nothing can be booked without them (%s)',
    async (table) => {
      const { adapter } = await withoutLists([table]);
      await expect(adapter.loadReferenceData()).rejects.toMatchObject({ code: 'NETSUITE_LIST_NOT_SHOWN' });
    },
  );

  test('stop a job with bills where they are the vendors', async () => {
    const { adapter } = await withoutLists(['vendor']);
    await expect(adapter.loadReferenceData()).rejects.toMatchObject({ code: 'NETSUITE_LIST_NOT_SHOWN' });
  });

  test('are noted in the log where entries lack something for it', async () => {
    const warned: object[] = [];
    const warn = (fields: object) => void warned.push(fields);
    const { adapter } = await withoutLists(['employee'], { ...silentLogger, warn });
    await adapter.loadReferenceData();
    expect(warned).toEqual([{ list: 'employees', says: "Record 'x' was not found." }]);
  });

  test('are told from a failure, which is let through', async () => {
    const { adapter } = await scriptNetsuite((request) => {
      if (isTokenRequest(request)) return undefined;
      if (request.path.endsWith('/metadata-catalog')) return { body: CATALOG };
      return request.body.includes('FROM employee') ? { status: 503 } : rowsAnswer([]);
    });
    await expect(adapter.loadReferenceData()).rejects.toMatchObject({ kind: 'transient' });
  });
});

test('a job that begins with a check does not ask the same twice', async () => {
  const { simulator, open } = await start();
  const adapter = open();
  const catalogs = () => simulator.requests.filter(({ path }) => path.endsWith('/metadata-catalog')).length;
  await adapter.checkReadiness();
  await adapter.loadReferenceData();
  expect(catalogs()).toBe(1);
  await adapter.loadReferenceData();
  expect(catalogs()).toBe(2);
});
