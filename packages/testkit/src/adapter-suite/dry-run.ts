import { demandEqual } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import type { AdapterBench } from './adapter-bench.js';
import { takesReceipts } from './concerns.js';
import { entriesOfEveryKind } from './entries-of-every-kind.js';

/** A dry run asks and plans; it must be unable to write. */
export const dryRun: Theme<AdapterBench> = {
  name: 'dry run',
  page: 'docs/writing-an-adapter.md#what-may-never-happen',
  behaviours: [
    {
      title: 'checking readiness and loading facts change nothing',
      advice:
        'Only read in checkReadiness and loadReferenceData: `check` and `plan` call them on books that are in use.',
      run: (bench) =>
        demandUnchanged(bench, async () => {
          await bench.adapter.checkReadiness();
          await bench.adapter.loadReferenceData();
        }),
    },
    {
      title: 'planning and the rules change nothing',
      advice:
        'Let plan and rules compute only. What must be made first, such as a contact, is a prerequisite of the plan.',
      run: (bench) =>
        demandUnchanged(bench, () => {
          const rules = bench.adapter.rules(bench.facts);
          for (const entry of entriesOfEveryKind(bench)) {
            bench.plan(entry);
            for (const rule of rules) rule.validate(entry);
          }
        }),
    },
    {
      title: 'looking up changes nothing, whether or not it finds',
      advice: 'Never create what find does not find: the engine decides what is posted, and writes it down first.',
      run: async (bench) => {
        const names = ['there', 'not there'].slice(0, bench.adapter.capabilities.findBatchSize);
        const documents = names.map((name) => bench.firstDocument(bench.entry(name)));
        await demandUnchanged(bench, async () => void (await bench.find(...documents)));
      },
    },
    {
      title: 'looking for receipts changes nothing',
      advice: 'Only read in findAttachments.',
      where: [takesReceipts],
      run: async (bench) => {
        const posted = await bench.postOne(bench.entry('receipts'));
        const call = bench.attachCall(posted, 0);
        await bench.adapter.attach(call);
        await demandUnchanged(bench, async () => void (await bench.adapter.findAttachments(call.target)));
      },
    },
  ],
};

async function demandUnchanged(bench: AdapterBench, reads: () => void | Promise<void>): Promise<void> {
  await bench.postOne(bench.entry('there'));
  const before = await bench.books();
  await reads();
  demandEqual(await bench.books(), before, 'The ledger must hold after it what it held before.');
}
