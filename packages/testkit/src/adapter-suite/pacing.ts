import { CALL_NOT_BEGUN } from '@ledgerferry/core';
import { demand, demandEqual, demandIntegrationError } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import type { AdapterBench } from './adapter-bench.js';
import { harnessCan } from './concerns.js';

/** How an adapter keeps to the limits of its system. */
export const pacing: Theme<AdapterBench> = {
  name: 'pacing',
  page: 'docs/writing-an-adapter.md#capabilities',
  behaviours: [
    {
      title: 'no more calls are in flight than declared',
      advice:
        'Count the requests of one post as well: send the documents of a call one after the other, or reserve each in a pace that knows the limit.',
      where: [harnessCan('mostCallsAtOnce')],
      run: async (bench) => {
        const { maximumInFlight, batchOutcome } = bench.adapter.capabilities;
        const size = batchOutcome === 'each' ? Math.min(bench.batchSize(), 5) : 1;
        const lanes = Array.from({ length: maximumInFlight }, (_, lane) =>
          Array.from({ length: size }, (_, place) => bench.entry(`lane ${lane} ${place}`)),
        );
        const calls = [];
        for (const lane of lanes) calls.push(bench.call(await bench.prepare(...lane)));
        await Promise.allSettled(calls.map((call) => bench.adapter.post(call)));
        const most = bench.harness.mostCallsAtOnce?.() ?? 0;
        demand(
          most <= maximumInFlight,
          `At most ${maximumInFlight} calls may be in flight at once: so many are declared. The ledger had ${most} in hand.`,
        );
      },
    },
    {
      title: 'a write that cannot begin at once is not begun, and says so',
      advice:
        'Throw "transient" with code CALL_NOT_BEGUN and retryAfterMs where the budget is spent: a write that waits under an old intent may be booked twice. Set write: true in @ledgerferry/http.',
      where: [harnessCan('openWithoutBudget')],
      run: async (bench) => {
        const call = bench.call(await bench.prepare(bench.entry('late')));
        const adapter = (await bench.harness.openWithoutBudget?.()) ?? bench.adapter;
        const error = await demandIntegrationError(
          () => adapter.post(call),
          'post must throw an IntegrationError where its budget of calls is spent, and not wait.',
        );
        demandEqual([error.kind, error.code], ['transient', CALL_NOT_BEGUN], 'A write that was not begun must say so.');
        demand(
          error.retryAfterMs !== undefined && error.retryAfterMs > 0,
          'A write that was not begun must say in retryAfterMs when it can be.',
        );
      },
    },
    {
      title: 'a write that was not begun books nothing',
      advice: 'Reserve the call before you send anything of it, and give the reservation up with the error.',
      where: [harnessCan('openWithoutBudget')],
      run: async (bench) => {
        const documents = await bench.prepare(bench.entry('unsent'));
        const adapter = (await bench.harness.openWithoutBudget?.()) ?? bench.adapter;
        await adapter.post(bench.call(documents)).catch(() => undefined);
        for (const document of documents)
          demandEqual(await bench.held(document), [], `${document.key} must not be in the ledger.`);
      },
    },
  ],
};
