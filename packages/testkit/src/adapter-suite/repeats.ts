import { demandEqual } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import type { AdapterBench } from './adapter-bench.js';
import { forgetsErrors, harnessCan, needsPrerequisites, recognisesRepeats, refusesDuplicates } from './concerns.js';

/** What becomes of what is sent twice. */
export const repeats: Theme<AdapterBench> = {
  name: 'repeats',
  page: 'docs/exactly-once.md#how-doubt-is-settled',
  behaviours: [
    {
      title: 'a repeat under the same request key books nothing',
      advice:
        'Send call.requestKey in the header that the system recognises repeats by; declare repeat.windowMs: 0 where there is none.',
      where: [recognisesRepeats],
      run: async (bench) => {
        const documents = await bench.prepare(bench.entry('repeat'));
        const call = bench.call(documents);
        await bench.adapter.post(call);
        await bench.adapter.post(call);
        for (const document of documents)
          demandEqual(
            (await bench.held(document)).length,
            1,
            'repeat.windowMs is declared: a repeat must book nothing.',
          );
      },
    },
    {
      title: 'a repeat under the same request key answers the same',
      advice:
        'Read a repeated answer as the first one: the engine repeats a call whose answer was lost, and records what it hears.',
      where: [recognisesRepeats],
      run: async (bench) => {
        const call = bench.call(await bench.prepare(bench.entry('same answer')));
        const first = await bench.adapter.post(call);
        demandEqual(
          await bench.adapter.post(call),
          first,
          'The same call under the same request key must answer the same.',
        );
      },
    },
    {
      title: 'a repeat is recognised after a restart',
      advice:
        'Let the accounting system recognise the request key, not a list in memory: after a crash that list is empty.',
      where: [recognisesRepeats],
      run: async (bench) => {
        const documents = await bench.prepare(bench.entry('restart'));
        const call = bench.call(documents);
        await bench.adapter.post(call);
        await (await bench.harness.reopen()).post(call);
        for (const document of documents)
          demandEqual(
            (await bench.held(document)).length,
            1,
            'A repeat must book nothing, whichever adapter sends it.',
          );
      },
    },
    {
      title: 'a call that was refused for the moment succeeds when it is sent again',
      advice:
        'Keep no error under a request key; where the system does (it answers the old error again), declare repeat.cachesErrors: true.',
      where: [forgetsErrors, harnessCan('throttleNextWrite')],
      run: async (bench) => {
        const documents = await bench.prepare(bench.entry('patience'));
        const call = bench.call(documents);
        await bench.harness.throttleNextWrite?.(0);
        await bench.adapter.post(call).catch(() => undefined);
        const [outcome] = await bench.adapter.post(call);
        demandEqual(outcome?.status, 'posted', 'The same call must succeed once the system serves it.');
      },
    },
    {
      title: 'a reference that is there already books nothing',
      advice:
        'Let the system itself refuse a second document with the reference; where it only warns, declare reference.unique: false.',
      where: [refusesDuplicates],
      run: async (bench) => {
        const { document } = await bench.postOne(bench.entry('twice'));
        await bench.adapter.post(bench.call([document])).catch(() => undefined);
        demandEqual(
          (await bench.held(document)).length,
          1,
          'References are declared unique: the ledger must hold one.',
        );
      },
    },
    {
      title: 'a reference that is there already is the outcome "exists"',
      advice:
        'Turn the duplicate error of the system into { status: "exists", key }: the engine looks it up. "refused" would fail an entry that is booked.',
      where: [refusesDuplicates],
      run: async (bench) => {
        const { document } = await bench.postOne(bench.entry('again'));
        const outcomes = await bench.adapter.post(bench.call([document]));
        demandEqual(
          outcomes.map(({ key, status }) => [key, status]),
          [[document.key, 'exists']],
          'References are declared unique: a second document must be the outcome "exists".',
        );
      },
    },
    {
      title: 'a prerequisite that is there already is not made again',
      advice:
        'Answer "exists" where the system has a contact or vendor of this name: the engine looks it up and uses that one.',
      where: [needsPrerequisites],
      run: async (bench) => {
        for (const document of bench.plan(bench.payable('shared')).prerequisites) {
          await bench.postDocument(document);
          await bench.adapter.post(bench.call([document]));
          demandEqual((await bench.held(document)).length, 1, `${document.key} must be in the ledger once.`);
        }
      },
    },
  ],
};
