import { IntegrationError, type PostOutcome } from '@ledgerferry/core';
import { demand, demandEqual, demandIntegrationError, described, shown } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import type { AdapterBench } from './adapter-bench.js';
import { canBeAsked, harnessCan, takesReceipts } from './concerns.js';

const losesAnswers = harnessCan('loseNextAnswer');

/** What an adapter says of a write that took effect and was never answered: the one case in which duplicates are made. */
export const lostAnswers: Theme<AdapterBench> = {
  name: 'lost answers',
  page: 'docs/exactly-once.md#how-doubt-is-settled',
  behaviours: [
    {
      title: 'a post whose answer is lost is in doubt, never "transient"',
      advice:
        'Throw "outcome-unknown" for a time-out, a broken connection and every 5xx after sending: what is "transient" is sent again, and booked twice.',
      where: [losesAnswers],
      run: async (bench) => {
        const call = bench.call(await bench.prepare(bench.entry('in doubt')));
        await bench.harness.loseNextAnswer?.();
        let outcomes: readonly PostOutcome[];
        try {
          outcomes = await bench.adapter.post(call);
        } catch (error) {
          return demandInDoubt(error);
        }
        demandEqual(
          outcomes.map(({ status }) => status),
          ['unknown'],
          'Without an answer an outcome is "unknown".',
        );
      },
    },
    {
      title: 'a post whose answer is lost is not sent again by the adapter',
      advice:
        'Retry no write of your own, and switch off the retries of your HTTP client: only the engine knows whether a second attempt is safe.',
      where: [losesAnswers],
      run: async (bench) => {
        const documents = await bench.prepare(bench.entry('once'));
        const call = bench.call(documents);
        await bench.harness.loseNextAnswer?.();
        await bench.adapter.post(call).catch(() => undefined);
        for (const document of documents)
          demandEqual((await bench.held(document)).length, 1, `${document.key} must be in the ledger once.`);
      },
    },
    {
      title: 'what took effect without an answer is found',
      advice:
        'Ask the system in find, not a memory of the answers that came: the look-up is there for those that did not.',
      where: [losesAnswers, canBeAsked],
      run: async (bench) => {
        const [document] = await bench.prepare(bench.entry('found'));
        demand(document !== undefined, 'plan must name at least one document.');
        const call = bench.call([document]);
        await bench.harness.loseNextAnswer?.();
        await bench.adapter.post(call).catch(() => undefined);
        const [finding] = await bench.find(document);
        const [held] = await bench.held(document);
        demand(
          finding?.status === 'live' && finding.externalId === held?.externalId,
          `find must find ${document.key}, which is in the ledger as ${held?.externalId}.\n  found:    ${shown(finding)}`,
        );
      },
    },
    {
      title: 'a receipt whose answer is lost is in doubt, and found',
      advice:
        'Throw "outcome-unknown" from attach as from post: the engine looks the receipt up before it sends it again.',
      where: [losesAnswers, takesReceipts],
      run: async (bench) => {
        const posted = await bench.postOne(bench.entry('receipt'));
        const call = bench.attachCall(posted, 0);
        await bench.harness.loseNextAnswer?.();
        const error = await demandIntegrationError(
          () => bench.adapter.attach(call),
          'attach must throw an IntegrationError where the answer is lost.',
        );
        demandEqual(error.kind, 'outcome-unknown', 'A receipt that may have arrived must be "outcome-unknown".');
        const found = await bench.adapter.findAttachments(call.target);
        demandEqual(
          found.map(({ fileName }) => fileName),
          [call.fileName],
          'findAttachments must find the receipt that arrived.',
        );
      },
    },
  ],
};

function demandInDoubt(error: unknown): void {
  demand(
    IntegrationError.isInstance(error),
    `post must throw an IntegrationError where the answer is lost, but threw ${described(error)}.`,
  );
  demandEqual(error.kind, 'outcome-unknown', 'A post that may have been applied must be "outcome-unknown".');
}
