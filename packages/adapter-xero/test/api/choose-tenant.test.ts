import { expect, onTestFinished, test } from 'vitest';
import { defaultOrganisation, type OrganisationSeed } from '../../src/simulator/index.js';
import { ORGANISATION, startXero } from '../xero-fixture.js';

const OTHER: OrganisationSeed = defaultOrganisation({
  tenantId: '0b2f6a3c-0f2a-4a36-9a35-6f2d3c5d7e10',
  name: 'Second ApS',
});

async function openWith(organisations: readonly OrganisationSeed[], settings: object) {
  const { simulator, open } = await startXero({ organisations });
  onTestFinished(() => simulator.close());
  return { simulator, adapter: open(settings) };
}

test('the only organisation behind a token need not be named', async () => {
  const { adapter, simulator } = await openWith([ORGANISATION], { tenantId: undefined });
  expect(await adapter.checkReadiness()).toMatchObject({ tenant: ORGANISATION.tenantId, name: 'Havnegade Kaffe ApS' });
  await adapter.loadReferenceData();
  expect(simulator.requests.filter(({ path }) => path === '/connections').length).toBe(1);
});

test('several organisations behind a token are told apart by name and id', async () => {
  const { adapter } = await openWith([ORGANISATION, OTHER], { tenantId: undefined });
  await expect(adapter.checkReadiness()).rejects.toMatchObject({
    kind: 'misconfigured',
    code: 'XERO_TENANT_UNCLEAR',
    message: expect.stringContaining(`Havnegade Kaffe ApS (${ORGANISATION.tenantId}), Second ApS (${OTHER.tenantId})`),
  });
});

test('the organisation that is named is the one that is posted to', async () => {
  const { adapter, simulator } = await openWith([ORGANISATION, OTHER], { tenantId: OTHER.tenantId });
  expect(await adapter.checkReadiness()).toMatchObject({ tenant: OTHER.tenantId, name: 'Second ApS' });
  expect(simulator.requests.some(({ path }) => path === '/connections')).toBe(false);
});

test('an organisation that the token is not for is a lost connection', async () => {
  const { adapter } = await openWith([ORGANISATION], { tenantId: OTHER.tenantId });
  await expect(adapter.checkReadiness()).rejects.toMatchObject({
    kind: 'connection-lost',
    code: 'XERO_TENANT_NOT_CONNECTED',
    jobReason: 'authorization_failure',
  });
});
