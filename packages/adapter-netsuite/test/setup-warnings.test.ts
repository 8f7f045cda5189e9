import { expect, onTestFinished, test } from 'vitest';
import type { AccountSetup } from '../src/reference-data/account-setup.js';
import { setupWarnings } from '../src/setup-warnings.js';
import { startNetsuite } from './netsuite-fixture.js';

async function warningsWith(settings: object): Promise<readonly string[]> {
  const { simulator, open } = await startNetsuite();
  onTestFinished(() => simulator.close());
  return (await open(settings).checkReadiness()).warnings;
}

test('a check warns of nothing where RESTlet and link field are there', async () => {
  expect(await warningsWith({ linkField: 'custbody_pleo_link' })).toEqual([]);
});

test('a check says that receipts are not uploaded without a RESTlet', async () => {
  expect(await warningsWith({ restlet: undefined })).toEqual([
    'connection.restlet is not set: entries carry the link to Pleo, and receipts are not uploaded to NetSuite.',
  ]);
});

test('a check says where the link goes that has no field of its own', async () => {
  expect(await warningsWith({ linkField: 'custbody_link' })).toEqual([
    'connection.linkField is custbody_link, and the account shows no such field on journals, vendor bills, vendor credits, vendor payments: their memo carries the link to Pleo. Apply the field to them in NetSuite, or correct the setting.',
  ]);
});

test('only records that are written are named, and of these only those that lack the field', () => {
  const record = (...body: readonly string[]) => ({ body: new Set(body), line: new Set<string>() });
  const writable: AccountSetup['writable'] = new Map([
    ['journalEntry', record('memo', 'custbody_link')],
    ['vendorBill', record('memo')],
  ]);
  const settings = { restlet: 'https://example.com/restlet', linkField: 'custbody_link', approval: 'leave' } as const;
  expect(setupWarnings(settings, { writable })).toEqual([
    expect.stringContaining('no such field on vendor bills: their memo'),
  ]);
});
