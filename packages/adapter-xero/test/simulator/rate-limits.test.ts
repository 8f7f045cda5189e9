import { describe, expect, test } from 'vitest';
import { defaultOrganisation } from '../../src/simulator/index.js';
import { startOrganisation, TOKEN, type Reply } from './simulated-organisation.js';

const limited = ({ status, headers }: Reply) => [
  status,
  headers.get('x-rate-limit-problem'),
  headers.get('retry-after'),
];

describe('how many calls are served', () => {
  test('every answer says what is left', async () => {
    const { call } = await startOrganisation();
    await call('GET', 'Organisation');
    const { headers } = await call('GET', 'Nothing');
    const names = ['x-minlimit-remaining', 'x-daylimit-remaining', 'x-appminlimit-remaining'];
    expect(names.map((name) => headers.get(name))).toEqual(['58', '4998', '9998']);
  });

  test('a minute is a fixed window that begins at its own moment', async () => {
    const { call, clock, simulator } = await startOrganisation({ limits: { perMinute: 2, minuteOffsetMs: 20_000 } });
    clock.leap(15_000);
    await call('GET', 'Organisation');
    await call('GET', 'Organisation');
    expect(limited(await call('GET', 'Organisation'))).toEqual([429, 'minute', '5']);
    clock.leap(5_000);
    await call('GET', 'Organisation');
    await call('GET', 'Organisation');
    expect(limited(await call('GET', 'Organisation'))).toEqual([429, 'minute', '60']);
    expect(simulator.refusals).toEqual({ minute: 2, day: 0, concurrent: 0, appminute: 0 });
  });

  test('a refused call has an empty body and uses nothing up', async () => {
    const { call } = await startOrganisation({ limits: { perMinute: 1, perDay: 9 } });
    await call('GET', 'Organisation');
    const reply = await call('GET', 'Organisation');
    expect([reply.text, reply.headers.get('x-daylimit-remaining')]).toEqual(['', '8']);
  });

  test('a day has its own limit, and says how long to wait', async () => {
    const { call, clock } = await startOrganisation({ limits: { perDay: 1 } });
    await call('GET', 'Organisation');
    expect(limited(await call('GET', 'Organisation'))).toEqual([429, 'day', String(15 * 3_600)]);
    clock.leap(15 * 3_600_000);
    expect((await call('GET', 'Organisation')).status).toBe(200);
  });

  test('the app has a limit over all organisations, without a word how long to wait', async () => {
    const { call } = await startOrganisation({ limits: { perMinuteOfApp: 1 } });
    await call('GET', 'Organisation');
    expect(limited(await call('GET', 'Organisation'))).toEqual([429, 'appminute', null]);
  });

  test('a sixth call in hand is refused, without a word how long to wait', async () => {
    const { call, clock, simulator } = await startOrganisation({ latencyMs: 1_000 });
    const calls = Array.from({ length: 6 }, () => call('GET', 'Organisation'));
    const refused = await Promise.race(calls);
    while (clock.sleepers() < 5) await new Promise((resolve) => setImmediate(resolve));
    await clock.advance(1_000);
    const statuses = (await Promise.all(calls)).map(({ status }) => status);
    expect(limited(refused)).toEqual([429, 'concurrent', null]);
    expect(statuses.filter((status) => status === 200).length).toBe(5);
    expect(simulator.mostRequestsAtOnce).toBe(6);
  });

  test('organisations do not share their minute', async () => {
    const other = '0dd6b7c5-8d9a-4f0e-9d57-6b7c0d5e7a10';
    const organisations = [defaultOrganisation(), defaultOrganisation({ tenantId: other })];
    const { call } = await startOrganisation({ organisations, limits: { perMinute: 1 } });
    await call('GET', 'Organisation');
    const reply = await call('GET', 'Organisation', undefined, { 'xero-tenant-id': other });
    expect(reply.status).toBe(200);
  });

  test('the next write can be refused for its minute, reads are not', async () => {
    const { call, simulator } = await startOrganisation();
    simulator.throttleNextWrite(7);
    expect((await call('GET', 'Organisation')).status).toBe(200);
    const write = () => call('PUT', 'Contacts', { Contacts: [{ Name: 'New' }] }, { Authorization: `Bearer ${TOKEN}` });
    expect(limited(await write())).toEqual([429, 'minute', '7']);
    expect((await write()).status).toBe(200);
  });
});
