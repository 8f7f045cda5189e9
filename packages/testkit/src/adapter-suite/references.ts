import type { Document, PostOutcome } from '@ledgerferry/core';
import { demand, demandEqual, shown } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import type { AdapterBench } from './adapter-bench.js';
import { canBeAsked, tellsCaseApart } from './concerns.js';

/** What becomes of references: the ledger keeps them as they are, and look-ups go by them alone. */
export const references: Theme<AdapterBench> = {
  name: 'references',
  page: 'docs/writing-an-adapter.md#what-may-never-happen',
  behaviours: [
    {
      title: 'a reference of full length is kept whole',
      advice:
        'Declare maxLength as the length that the field really keeps: a reference that is cut off is never found again, and the entry is booked twice.',
      run: async (bench) => {
        const reference = longestReference(bench);
        const [document] = await bench.prepare(bench.entry('long'));
        demand(document !== undefined, 'plan must name at least one document.');
        await postAs(bench, document, reference);
        const held = (await bench.harness.ledger.documents()).map((each) => each.reference);
        demand(
          held.includes(reference),
          `The ledger must keep a reference of ${reference.length} characters, of the whole alphabet, as it is.\n  expected: ${reference}\n  found:    ${held.join(', ')}`,
        );
      },
    },
    {
      title: 'a reference of full length is found',
      advice: 'Escape the reference where it goes into a query or a URL, and compare it whole.',
      where: [canBeAsked],
      run: async (bench) => {
        const [document] = await bench.prepare(bench.entry('long'));
        demand(document !== undefined, 'plan must name at least one document.');
        const reference = longestReference(bench);
        const outcome = await postAs(bench, document, reference);
        await bench.harness.settle?.();
        const [finding] = await bench.adapter.find([{ ...bench.query(document), reference }]);
        demand(
          finding?.status === 'live' && outcome?.status === 'posted' && finding.externalId === outcome.externalId,
          `find must find a reference of ${reference.length} characters.\n  found:    ${shown(finding)}`,
        );
      },
    },
    {
      title: 'the beginning of a reference is another reference',
      advice:
        'Ask for equality, not for "begins with" or "contains": ask the system for an exact match, and compare the answer once more yourself.',
      where: [canBeAsked],
      run: async (bench) => {
        const [document] = await bench.prepare(bench.entry('whole'));
        demand(document !== undefined, 'plan must name at least one document.');
        const reference = longestReference(bench);
        await postAs(bench, document, reference);
        await demandAbsent(bench, document, reference.slice(0, -1));
        await demandAbsent(bench, document, reference.slice(1));
      },
    },
    {
      title: 'the same letters in another case are another reference',
      advice:
        'Compare references exactly. Where the system ignores case, leave one case out of capabilities.reference.alphabet.',
      where: [canBeAsked, tellsCaseApart],
      run: async (bench) => {
        const [document] = await bench.prepare(bench.entry('case'));
        demand(document !== undefined, 'plan must name at least one document.');
        const reference = longestReference(bench);
        await postAs(bench, document, reference);
        await demandAbsent(bench, document, swapCase(reference));
      },
    },
    {
      title: 'an entry with the same day, amount and texts is not taken for another',
      advice: 'Go by the reference alone: two coffees of one day are two entries.',
      where: [canBeAsked],
      run: async (bench) => {
        await bench.postOne(bench.entry('mine'));
        const twin = bench.firstDocument(bench.entry('twin'));
        demandEqual(
          await bench.find(twin),
          [{ status: 'absent', key: twin.key }],
          'find must not find an entry that only looks alike.',
        );
      },
    },
  ],
};

/** As long as the field takes, and of every character it takes; without a slash at its ends, which a URL might lose. */
function longestReference({ adapter }: AdapterBench): string {
  const { alphabet, maxLength } = adapter.capabilities.reference;
  const characters = Array.from(alphabet).filter((character) => character !== '/');
  const inside = Array.from({ length: maxLength }, (_, place) => alphabet[place % alphabet.length] ?? '');
  inside[0] = characters[0] ?? '';
  inside[maxLength - 1] = characters[1] ?? '';
  return inside.join('');
}

async function postAs(bench: AdapterBench, document: Document, reference: string): Promise<PostOutcome | undefined> {
  const [outcome] = await bench.adapter.post({ ...bench.call([document]), documents: [{ document, reference }] });
  demandEqual(outcome?.status, 'posted', `A document must be booked under the reference ${reference}.`);
  return outcome;
}

async function demandAbsent(bench: AdapterBench, document: Document, reference: string): Promise<void> {
  await bench.harness.settle?.();
  const [finding] = await bench.adapter.find([{ ...bench.query(document), reference }]);
  demandEqual(finding, { status: 'absent', key: document.key }, `The reference ${reference} is not in the ledger.`);
}

function swapCase(text: string): string {
  return text.replace(/[a-zA-Z]/g, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  );
}
