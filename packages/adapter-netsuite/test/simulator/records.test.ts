import { describe, expect, it } from 'vitest';
import { defaultAccount, type TaxFeature } from '../../src/simulator/index.js';
import { billBody } from './bill-body.js';
import { openNetsuite, problemOf, type Json } from './netsuite-calls.js';

const VENDORS = '/record/v1/vendor';
const PALM = { externalId: 'pleo-vendor-1', companyName: 'Palm Café LLC', subsidiary: { id: '1' } };

describe('a vendor', () => {
  it('is made with its company name as its id, for one subsidiary', async () => {
    const netsuite = await openNetsuite();

    const id = await netsuite.create(VENDORS, PALM);

    expect(
      await netsuite.query(
        `SELECT id, entityid, companyname, externalid, isperson, isinactive FROM vendor WHERE id = ${id}`,
      ),
    ).toEqual([
      {
        id,
        entityid: 'Palm Café LLC',
        companyname: 'Palm Café LLC',
        externalid: 'pleo-vendor-1',
        isperson: 'F',
        isinactive: 'F',
      },
    ]);
    expect(
      await netsuite.query(`SELECT subsidiary, isprimarysub FROM vendorsubsidiaryrelationship WHERE entity = ${id}`),
    ).toEqual([{ subsidiary: '1', isprimarysub: 'T' }]);
    await netsuite.create('/record/v1/vendorBill', billBody(netsuite, { entity: { externalId: 'pleo-vendor-1' } }));
  });

  it('is not made twice, by its name or by its external id', async () => {
    const netsuite = await openNetsuite();
    await netsuite.create(VENDORS, PALM);

    const sameName = await netsuite.call('POST', VENDORS, {
      body: { ...PALM, externalId: 'other', companyName: 'PALM CAFÉ LLC' },
    });
    const sameId = await netsuite.call('POST', VENDORS, { body: { ...PALM, companyName: 'Other' } });

    const refusal = {
      code: 'USER_ERROR',
      path: undefined,
      detail: 'Error while accessing a resource. This entity already exists.',
    };
    expect([sameName.status, problemOf(sameName)]).toEqual([400, refusal]);
    expect([sameId.status, problemOf(sameId)]).toEqual([400, refusal]);
  });

  it('needs a name and a subsidiary', async () => {
    const netsuite = await openNetsuite();

    expect((await netsuite.call('POST', VENDORS, { body: { ...PALM, companyName: undefined } })).status).toBe(400);
    expect((await netsuite.call('POST', VENDORS, { body: { ...PALM, subsidiary: undefined } })).status).toBe(400);
  });

  it('is read and changed, and kept while transactions name it', async () => {
    const netsuite = await openNetsuite();
    const id = await netsuite.create(VENDORS, PALM);

    await netsuite.call('PATCH', `${VENDORS}/${id}`, { body: { email: 'hello@example.com' } });
    const { json } = await netsuite.call('GET', `${VENDORS}/eid:pleo-vendor-1`);
    expect(json).toMatchObject({
      id,
      companyName: 'Palm Café LLC',
      email: 'hello@example.com',
      currency: { refName: 'Danish Krone' },
    });

    await netsuite.create('/record/v1/vendorBill', billBody(netsuite, { entity: { id } }));
    expect((await netsuite.call('DELETE', `${VENDORS}/${id}`)).status).toBe(400);
  });
});

describe('collections', () => {
  it('list ids and links alone, a page at a time', async () => {
    const netsuite = await openNetsuite();

    const { json } = await netsuite.call('GET', '/record/v1/department?limit=4&offset=4');

    expect(json).toMatchObject({ count: 2, offset: 4, totalResults: 6, hasMore: false });
    expect(json['items']).toEqual([
      { links: [{ rel: 'self', href: `${netsuite.simulator.baseUrl}/record/v1/department/15` }], id: '15' },
      { links: [{ rel: 'self', href: `${netsuite.simulator.baseUrl}/record/v1/department/16` }], id: '16' },
    ]);
  });

  it('find a record by its external id', async () => {
    const netsuite = await openNetsuite();
    const id = await netsuite.create(VENDORS, PALM);

    const q = encodeURIComponent('externalId IS "pleo-vendor-1"');

    expect((await netsuite.call('GET', `${VENDORS}?q=${q}`)).json).toMatchObject({ count: 1, items: [{ id }] });
  });
});

async function schemasOf(tax: TaxFeature, select: string): Promise<Json> {
  const netsuite = await openNetsuite({ account: defaultAccount({ tax }) });
  const reply = await netsuite.call('GET', `/record/v1/metadata-catalog?select=${select}`, {
    headers: { accept: 'application/swagger+json' },
  });
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/swagger+json']);
  return reply.json['components']?.['schemas'] ?? {};
}

function propertiesOf(schemas: Json, name: string): Json {
  return schemas[name]?.['properties'] ?? {};
}

describe('the metadata catalog', () => {
  it('has no property for legacy tax', async () => {
    const schemas = await schemasOf('legacy', 'vendorBill,journalEntry');

    const line = propertiesOf(schemas, 'vendorBill-expenseElement');
    expect(Object.keys(line)).toEqual(
      expect.arrayContaining(['account', 'amount', 'memo', 'department', 'class', 'location', 'cseg_project']),
    );
    expect(Object.keys(line).filter((name) => /tax/i.test(name))).toEqual([]);
    expect(Object.keys(propertiesOf(schemas, 'vendorBill')).filter((name) => /tax/i.test(name))).toEqual([]);
  });

  it('has details of tax on bills with SuiteTax, and none on journals', async () => {
    const schemas = await schemasOf('suitetax', 'vendorBill,journalEntry');

    expect(propertiesOf(schemas, 'vendorBill-expenseElement')).toHaveProperty('taxDetailsReference');
    expect(propertiesOf(schemas, 'vendorBill')).toMatchObject({
      taxDetails: { $ref: '#/components/schemas/vendorBill-taxDetailsCollection' },
    });
    expect(Object.keys(propertiesOf(schemas, 'journalEntry-lineElement')).filter((name) => /tax/i.test(name))).toEqual(
      [],
    );
  });

  it('marks custom fields, and says neither lengths nor what is required', async () => {
    const schemas = await schemasOf('none', 'journalEntry');

    const journal = propertiesOf(schemas, 'journalEntry');
    expect(journal['custbody_pleo_link']).toMatchObject({ 'x-ns-custom-field': true, type: 'string' });
    expect(journal['memo']).toMatchObject({ 'x-ns-custom-field': false, type: 'string' });
    expect(JSON.stringify(schemas)).not.toMatch(/maxLength|required/);
  });

  it('leaves out what was not selected, and refuses what does not exist', async () => {
    expect(await schemasOf('none', 'journalEntry')).not.toHaveProperty('vendorBill');

    const netsuite = await openNetsuite();
    const reply = await netsuite.call('GET', '/record/v1/metadata-catalog?select=journalEntries', {
      headers: { accept: 'application/swagger+json' },
    });
    expect(reply.status).toBe(400);
  });
});
