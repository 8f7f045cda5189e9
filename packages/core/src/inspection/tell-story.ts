import type { AuditRecord, StoredJob } from '../ports/state-store.js';
import { receiptNumber } from './find-differences.js';

/** One thing that happened to an entry, in plain words. */
export interface StoryLine {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly text: string;
}

/** What happened to an entry, from its jobs and its audit trail, oldest first. */
export function tellStory(trail: readonly AuditRecord[], jobs: readonly StoredJob[]): readonly StoryLine[] {
  const begun = jobs.map(({ takenUpAt, jobId }) => ({ at: takenUpAt, text: `Export Job ${jobId} was taken up.` }));
  const ended = jobs.flatMap(({ finishedAt, finalStatus }) =>
    finishedAt === null ? [] : [{ at: finishedAt, text: `The job ended as ${finalStatus}.` }],
  );
  const told = trail
    .filter(({ accountingEntryId }) => accountingEntryId !== null)
    .map(({ at, event, detail }) => ({ at, text: sentenceOf(event, detail) }));
  return [...begun, ...told, ...ended].toSorted((left, right) => left.at - right.at);
}

/** How it was learned, where that is worth telling; the store writes it at the end of a line. */
const SOURCES: Readonly<Record<string, string>> = {
  'look-up': ' (looked up)',
  validation: ' (before anything was sent)',
  person: ' (says a person)',
};

function sentenceOf(event: string, detail: string): string {
  const [, facts = detail, source = ''] = /^(.*) \(([a-z-]+)\)$/s.exec(detail) ?? [];
  const [, key = '', rest = ''] = /^(\S+?)(?:,? (.*))?$/s.exec(facts) ?? [];
  const subject = subjectOf(key);
  const by = SOURCES[source] ?? '';
  switch (event) {
    case 'document-intended':
      return `The ${subject} was about to be sent to the ledger${facts.includes('generation') ? ' once more' : ''}.`;
    case 'document-posted':
      return `The ledger has the ${subject}: ${rest}${by}.`;
    case 'document-refused':
      return `The ${subject} was not booked: ${rest}${by}`;
    case 'document-parked':
      return `Whether the ledger has the ${subject} could not be settled${by}.`;
    case 'item-settled':
      return `The entry was settled: ${facts.split(/[:;]/, 1).join('')}${by}.`;
    case 'item-reported':
      return 'Pleo was told.';
    default:
      return `${event}: ${detail}`;
  }
}

/** `journal`, `invoice`, `receipt 1`, … */
function subjectOf(key: string): string {
  const [, role = key] = key.split('/');
  return role === 'file' ? `receipt ${receiptNumber(key)}` : role;
}
