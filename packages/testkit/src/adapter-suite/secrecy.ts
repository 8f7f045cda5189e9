import { inspect } from 'node:util';
import { demand } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import type { AdapterBench } from './adapter-bench.js';
import { harnessCan, hasSecrets, refusesEntries, takesReceipts } from './concerns.js';
import { entriesOfEveryKind } from './entries-of-every-kind.js';

/** What nobody may ever read in what an adapter says. */
export const secrecy: Theme<AdapterBench> = {
  name: 'secrets',
  page: 'docs/writing-an-adapter.md#what-may-never-happen',
  behaviours: [
    {
      title: 'no error of an outage shows a secret, nor do its causes',
      advice:
        'Never put a token, a header, a URL query or the error of an HTTP client into an error or its cause: logs keep all of it. @ledgerferry/http scrubs them.',
      where: [hasSecrets],
      run: async (bench) => {
        const call = bench.call(await bench.prepare(bench.entry('secret')));
        await bench.harness.disconnect();
        const { adapter } = bench;
        const calls = [adapter.checkReadiness(), adapter.loadReferenceData(), adapter.post(call)];
        demandSecrecy(bench, 'The error of an outage', await Promise.allSettled(calls));
      },
    },
    {
      title: 'no error of a look-up shows a secret, nor do its causes',
      advice: 'Name the system and what was asked for in the error of a look-up, never the request itself.',
      where: [hasSecrets],
      run: async (bench) => {
        const document = bench.firstDocument(bench.entry('secret'));
        await bench.harness.disconnect();
        demandSecrecy(
          bench,
          'The error of a look-up',
          await Promise.allSettled([bench.adapter.find([bench.query(document)])]),
        );
      },
    },
    {
      title: 'no error of a receipt shows a secret, nor do its causes',
      advice: 'Name the file in the error of an upload, never the request itself.',
      where: [hasSecrets, takesReceipts],
      run: async (bench) => {
        const call = bench.attachCall(await bench.postOne(bench.entry('secret')), 0);
        await bench.harness.disconnect();
        const { adapter } = bench;
        const calls = [adapter.attach(call), adapter.findAttachments(call.target)];
        demandSecrecy(bench, 'The error of a receipt', await Promise.allSettled(calls));
      },
    },
    {
      title: 'no error of a refused login shows a secret',
      advice: 'Say which setting is wrong, not what it holds.',
      where: [hasSecrets, harnessCan('revokeAccess')],
      run: async (bench) => {
        const call = bench.call(await bench.prepare(bench.entry('secret')));
        await bench.harness.revokeAccess?.();
        const calls = [bench.adapter.checkReadiness(), bench.adapter.post(call)];
        demandSecrecy(bench, 'The error of a refused login', await Promise.allSettled(calls));
      },
    },
    {
      title: 'no refusal shows a secret',
      advice:
        'Take only the words of the system about the entry into a problem: it is sent to Pleo, where every user may read it.',
      where: [hasSecrets, refusesEntries],
      run: async (bench) => {
        const documents = await bench.prepare(bench.refused('secret'));
        demandSecrecy(bench, 'A refusal', await Promise.allSettled([bench.adapter.post(bench.call(documents))]));
      },
    },
    {
      title: 'no answer and no plan shows a secret',
      advice:
        'Leave credentials to the call that is sent: ids, links, summaries and bodies are stored, shown and sent to Pleo.',
      where: [hasSecrets],
      run: async (bench) => {
        const { document, outcome } = await bench.postOne(bench.entry('secret'));
        const plans = entriesOfEveryKind(bench).map((entry) => bench.plan(entry));
        const answers = [outcome, await bench.find(document), await bench.adapter.checkReadiness()];
        demandSecrecy(bench, 'An answer or a plan', [plans, answers]);
      },
    },
  ],
};

/** Looks through everything that a log could print of a value: messages, details, stacks, causes. Does not repeat what it finds. */
function demandSecrecy({ harness }: AdapterBench, what: string, value: unknown): void {
  const text = inspect(value, { depth: 20, showHidden: true, maxArrayLength: null, maxStringLength: null });
  demand(!harness.secrets.some((secret) => text.includes(secret)), `${what} must not show a secret, but does.`);
}
