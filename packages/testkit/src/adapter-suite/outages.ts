import { IntegrationError } from '@ledgerferry/core';
import { demand, demandEqual, demandIntegrationError } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import type { AdapterBench } from './adapter-bench.js';
import { harnessCan } from './concerns.js';

/** What an adapter says of a ledger that does not serve it. */
export const outages: Theme<AdapterBench> = {
  name: 'outages',
  page: 'docs/writing-an-adapter.md#errors',
  behaviours: [
    {
      title: 'a post that does not reach the ledger is an error',
      advice:
        'Throw an IntegrationError where no outcome can be known: "refused" would fail good entries, "posted" would lose them.',
      run: async (bench) => {
        const call = bench.call(await bench.prepare(bench.entry('lost')));
        await bench.harness.disconnect();
        await demandIntegrationError(
          () => bench.adapter.post(call),
          'post must throw an IntegrationError where the ledger is out of reach.',
        );
      },
    },
    {
      title: 'an outage is not blamed on the entry',
      advice:
        'Throw "transient" where nothing was sent, "outcome-unknown" where something may have been; "item-rejected" ends the job for good entries.',
      run: async (bench) => {
        const call = bench.call(await bench.prepare(bench.entry('blameless')));
        await bench.harness.disconnect();
        const error = await integrationErrorOf(() => bench.adapter.post(call));
        demand(
          error?.kind !== 'item-rejected',
          'A ledger that is out of reach refuses no entry, but post threw "item-rejected".',
        );
      },
    },
    {
      title: 'nothing is booked by a post that does not reach the ledger',
      advice: 'Keep no queue of your own: what is sent later than the engine knows of is booked twice.',
      run: async (bench) => {
        const documents = await bench.prepare(bench.entry('nothing'));
        const call = bench.call(documents);
        await bench.harness.disconnect();
        await bench.adapter.post(call).catch(() => undefined);
        for (const document of documents)
          demandEqual(
            await bench.held(document),
            [],
            'Nothing must be in the ledger after a call that did not reach it.',
          );
      },
    },
    {
      title: 'an error says what happened, under a stable code',
      advice:
        'Give every error a code in capitals with your prefix, and a sentence with the system, what happened and what to do.',
      run: async (bench) => {
        const call = bench.call(await bench.prepare(bench.entry('said')));
        await bench.harness.disconnect();
        const error = await integrationErrorOf(() => bench.adapter.post(call));
        if (!error) return;
        demand(
          /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(error.code),
          `The code of an error must be upper case with a prefix, such as XERO_UNREACHABLE, but is "${error.code}".`,
        );
        demand(
          error.message.length >= 20,
          `The message of an error must be a sentence that an operator can act on, but is "${error.message}".`,
        );
      },
    },
    {
      title: 'a ledger that asks for patience is "transient", with the time it asked for, if any',
      advice:
        'Turn 429 into "transient" with retryAfterMs from Retry-After: the engine waits so long, and no longer. Where the system does not say when, leave it out.',
      where: [harnessCan('throttleNextWrite')],
      run: async (bench) => {
        const call = bench.call(await bench.prepare(bench.entry('patience')));
        const retryAfterMs = await bench.harness.throttleNextWrite?.(7_000);
        const error = await demandIntegrationError(
          () => bench.adapter.post(call),
          'post must throw an IntegrationError where the ledger refuses to serve for now.',
        );
        demandEqual(
          [error.kind, error.retryAfterMs ?? null],
          ['transient', retryAfterMs],
          'A ledger that asks for patience must be "transient", with retryAfterMs where it says when to come back.',
        );
      },
    },
    {
      title: 'a login that is refused ends the job, and is not tried for ever',
      advice:
        'Turn 401 and 403 about the login into "connection-lost" or "misconfigured": a person must act, and no further entry can succeed.',
      where: [harnessCan('revokeAccess')],
      run: async (bench) => {
        const call = bench.call(await bench.prepare(bench.entry('revoked')));
        await bench.harness.revokeAccess?.();
        for (const attempt of [() => bench.adapter.checkReadiness(), () => bench.adapter.post(call)]) {
          const error = await demandIntegrationError(attempt, 'A refused login must be an IntegrationError.');
          demand(
            error.kind === 'connection-lost' || error.kind === 'misconfigured',
            `A refused login must be "connection-lost" or "misconfigured", but is "${error.kind}".`,
          );
        }
      },
    },
  ],
};

/** The IntegrationError that is thrown. Where there is none, another behaviour says so. */
async function integrationErrorOf(action: () => Promise<unknown>): Promise<IntegrationError | null> {
  const thrown: unknown = await action().then(
    () => null,
    (error: unknown) => error,
  );
  return IntegrationError.isInstance(thrown) ? thrown : null;
}
