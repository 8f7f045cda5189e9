import type { Problem } from '@ledgerferry/core';
import { demand, demandEqual, described } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import { demandCode, demandOwner, demandReason, demandSentence } from '../conformance/demand-problem.js';
import type { AdapterBench } from './adapter-bench.js';
import { refusesEntries } from './concerns.js';

/** What becomes of an entry that the ledger itself refuses. */
export const refusals: Theme<AdapterBench> = {
  name: 'refusals',
  page: 'docs/writing-an-adapter.md#errors',
  behaviours: [
    {
      title: 'a refused document is an outcome, not an error',
      advice:
        'Turn the 4xx that the system answers about one entry into { status: "refused", key, problem }: an error from post ends the whole job.',
      where: [refusesEntries],
      run: async (bench) => {
        const [document] = await bench.prepare(bench.refused('refused'));
        demand(document !== undefined, 'plan must name at least one document.');
        const outcomes = await bench.adapter.post(bench.call([document])).catch((error: unknown) => {
          demand(false, `A refused document must be the outcome "refused", but post threw ${described(error)}.`);
        });
        demandEqual(
          outcomes.map(({ key, status }) => [key, status]),
          [[document.key, 'refused']],
          'A document that the ledger refuses must be the outcome "refused".',
        );
      },
    },
    {
      title: 'a refused document is not in the ledger',
      advice:
        'Answer "refused" only where nothing was kept; where the system keeps a part of it, such as a draft, the document is posted, or unknown.',
      where: [refusesEntries],
      run: async (bench) => {
        const [document] = await bench.prepare(bench.refused('refused'));
        demand(document !== undefined, 'plan must name at least one document.');
        await bench.adapter.post(bench.call([document])).catch(() => undefined);
        demandEqual(await bench.held(document), [], 'A refused document must not be in the ledger.');
      },
    },
    {
      title: 'a refusal has a stable code',
      advice:
        'Give each kind of refusal a code of your own in capitals with your prefix, from a table; never the number or the words of the vendor.',
      where: [refusesEntries],
      run: (bench) => demandOfProblem(bench, demandCode),
    },
    {
      title: 'a refusal has a reason that Pleo knows',
      advice:
        'Choose the reason of each row of your table among ITEM_FAILURE_REASON_TYPES of core: Pleo takes no other.',
      where: [refusesEntries],
      run: (bench) => demandOfProblem(bench, demandReason),
    },
    {
      title: 'a refusal names who can put it right',
      advice: 'Say in each row of your table whether bookkeeper, administrator or ledgerferry must act.',
      where: [refusesEntries],
      run: (bench) => demandOfProblem(bench, demandOwner),
    },
    {
      title: 'a refusal says in a sentence what to do',
      advice:
        'Write for a bookkeeper: what the ledger says, the account, tax code or period in question, and what to do about it. No JSON, no stack.',
      where: [refusesEntries],
      run: (bench) => demandOfProblem(bench, demandSentence),
    },
    {
      title: 'an entry is booked once what was wrong has been corrected',
      advice:
        'Keep no memory of refusals, and send no request key of the refused call again: the corrected entry has the same id and reference.',
      where: [refusesEntries],
      run: async (bench) => {
        const refused = bench.refused('corrected');
        await bench.adapter.post(bench.call(await bench.prepare(refused))).catch(() => undefined);
        const corrected = bench.entry('corrected');
        const [outcome] = await bench.adapter.post(bench.call(await bench.prepare(corrected)));
        demandEqual(outcome?.status, 'posted', 'An entry that was refused and then corrected must be booked.');
      },
    },
  ],
};

/** Looks at the problem of a refused entry. Where there is no outcome "refused", another behaviour says so. */
async function demandOfProblem(bench: AdapterBench, look: (problem: Problem) => void): Promise<void> {
  const documents = await bench.prepare(bench.refused('refused'));
  const outcomes = await bench.adapter.post(bench.call(documents)).catch(() => []);
  for (const outcome of outcomes) if (outcome.status === 'refused') look(outcome.problem);
}
