import { KINDS, sideBySide } from './ledger.ts';
import { contactsOf, leastCalls } from './least-calls.ts';
import { openWorkplace } from './workplace.ts';

const ITEMS = 1_000;

/** Calls that a first and a second job of a company make where nothing goes wrong, beside the fewest there can be. */
export async function measureCalls({ unique }: { readonly unique: boolean }) {
  const workplace = await openWorkplace({ unique });
  try {
    const knownContacts = new Set<string>();
    const jobs = [];
    for (const seed of [1, 2]) {
      const job = workplace.addJob({ seed, items: ITEMS });
      workplace.ledger.countAnew();
      await workplace.run();
      const made = workplace.ledger.calls();
      const least = leastCalls(job, { unique, isFirst: seed === 1, knownContacts });
      const exactlyTheLeast = KINDS.every((kind) => made[kind] === least[kind]);
      jobs.push({ calls: sideBySide(made, least), exactlyTheLeast });
      for (const contact of contactsOf(job.exportItems)) knownContacts.add(contact);
    }
    const [firstJob, secondJob] = jobs;
    return { uniqueReferences: unique, items: ITEMS, firstJob, secondJob };
  } finally {
    await workplace.close();
  }
}
