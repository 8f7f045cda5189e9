import { CALL_NOT_BEGUN, IntegrationError } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { makeStage } from './make-stage.js';
import { bookedNames, job } from './numbered-job.js';
import type { LedgerChange, Stage, StateChange } from './stage.js';

const WINDOW_MS = 360_000;

describe('a call in doubt, where the ledger recognises keys for a while', () => {
  test('is sent again under its key', async () => {
    const stage = inDoubt();
    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { exported: 1 } });
    expect(stage.ledger.calls('post')).toHaveLength(2);
    expect(bookedNames(stage)).toEqual(['1/journal']);
  });

  test('is looked up instead where its budget comes back only after the key is forgotten', async () => {
    const stage = inDoubt();
    let calls = 0;
    const spent: LedgerChange = (adapter) => ({
      ...adapter,
      post: async (call) => {
        calls += 1;
        if (calls === 2) throw notBegun(2 * WINDOW_MS);
        return adapter.post(call);
      },
    });
    expect(await stage.runJob({ ledger: spent })).toMatchObject({ status: 'completed', items: { exported: 1 } });
    expect(bookedNames(stage)).toEqual(['1/journal']);
  });

  test('is looked up instead where writing it down took until the key was forgotten', async () => {
    const stage = inDoubt();
    let intents = 0;
    const slow: StateChange = (store) => ({
      ...store,
      intend: async (lease, intent) => {
        intents += 1;
        if (intents === 2) await stage.clock.sleep(2 * WINDOW_MS);
        return store.intend(lease, intent);
      },
    });
    expect(await stage.runJob({ state: slow })).toMatchObject({ status: 'completed', items: { exported: 1 } });
    expect(bookedNames(stage)).toEqual(['1/journal']);
  });
});

/** One entry, whose first call is applied and not answered. */
function inDoubt(): Stage {
  const stage = makeStage({ capabilities: { repeat: { windowMs: WINDOW_MS, cachesErrors: false } } });
  stage.addJob(job(1, { 1: {} }));
  stage.ledger.scheduleFault({ method: 'post', number: 1, effect: 'after' });
  return stage;
}

function notBegun(retryAfterMs: number): IntegrationError {
  return new IntegrationError('transient', CALL_NOT_BEGUN, 'The budget of this hour is spent.', { retryAfterMs });
}
