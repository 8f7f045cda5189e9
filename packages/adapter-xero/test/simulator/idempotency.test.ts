import { describe, expect, test } from 'vitest';
import { line, spend, startOrganisation, type Fields } from './simulated-organisation.js';

const SIX_MINUTES = 6 * 60_000;

async function startKeyed() {
  const organisation = await startOrganisation();
  const put = (sent: Fields, key = 'key-1', path = 'BankTransactions') =>
    organisation.call('PUT', path, { BankTransactions: [sent] }, { 'Idempotency-Key': key });
  return { ...organisation, put, held: () => organisation.simulator.books.bankTransactions.length };
}

describe('the header Idempotency-Key', () => {
  test('the same call gets the same answer, and nothing is done again', async () => {
    const { put, held, simulator } = await startKeyed();
    const [before, after] = [await put(spend()), await put(spend())];
    expect([after.text, held()]).toEqual([before.text, 1]);
    expect(simulator.requests.map(({ isReplay }) => isReplay)).toEqual([false, true]);
  });

  test('another body or address under the key is refused', async () => {
    const { put, held } = await startKeyed();
    await put(spend());
    for (const reply of [
      await put(spend({ Reference: 'other' })),
      await put(spend(), 'key-1', 'BankTransactions?unitdp=4'),
    ])
      expect([reply.status, reply.json]).toMatchObject([
        400,
        { Message: 'Idempotency Key: key-1 is used with a different request.' },
      ]);
    expect(held()).toBe(1);
  });

  test('six minutes after the first call the key is new: a duplicate is made', async () => {
    const { put, held, clock } = await startKeyed();
    await put(spend());
    clock.leap(SIX_MINUTES - 1);
    await put(spend());
    expect(held()).toBe(1);
    clock.leap(1);
    await put(spend());
    expect(held()).toBe(2);
  });

  test('a refusal is kept too, though its cause is gone', async () => {
    const { put, held, simulator } = await startKeyed();
    simulator.books.setLockDates({ period: '2026-12-31' });
    expect((await put(spend())).status).toBe(400);
    simulator.books.setLockDates({ period: null });
    expect((await put(spend())).status).toBe(400);
    expect((await put(spend(), 'key-2')).status).toBe(200);
    expect(held()).toBe(1);
  });

  test('an internal error is kept as well, though the record is there', async () => {
    const { put, held, simulator } = await startKeyed();
    simulator.failNextWrite(500, 'after');
    expect([(await put(spend())).status, (await put(spend())).status, held()]).toEqual([500, 500, 1]);
  });

  test('what a gateway says is not kept', async () => {
    const { put, held, simulator } = await startKeyed();
    simulator.failNextWrite(502, 'after');
    expect([(await put(spend())).status, (await put(spend())).status, held()]).toEqual([502, 200, 1]);
  });

  test('a lost answer is there to be asked for again', async () => {
    const { put, held, simulator } = await startKeyed();
    simulator.loseNextAnswer();
    await expect(put(spend())).rejects.toThrow('fetch failed');
    expect([(await put(spend())).status, held()]).toEqual([200, 1]);
  });

  test('a key may have 128 characters', async () => {
    const { put } = await startKeyed();
    expect([(await put(spend(), 'k'.repeat(128))).status, (await put(spend(), 'k'.repeat(129))).status]).toEqual([
      200, 400,
    ]);
  });

  test('a repeat costs a call, and limits come first', async () => {
    const organisation = await startOrganisation({ limits: { perMinute: 2 } });
    const put = () =>
      organisation.call('PUT', 'BankTransactions', { BankTransactions: [spend()] }, { 'Idempotency-Key': 'key' });
    expect([(await put()).status, (await put()).status, (await put()).status]).toEqual([200, 200, 429]);
  });

  test('a read ignores it', async () => {
    const { call, put } = await startKeyed();
    const list = () => call('GET', 'BankTransactions?page=1', undefined, { 'Idempotency-Key': 'key-1' });
    const before = await list();
    await put(spend({ LineItems: [line()] }));
    expect((await list()).text).not.toBe(before.text);
  });
});
