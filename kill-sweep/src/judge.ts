import type { ItemBook } from '@ledgerferry/pleo-simulator';
import type { FarEnds } from './far-ends.ts';
import type { Finding } from './finding.ts';
import { entryOf, judgeLedger } from './judge-ledger.ts';
import type { SweepJob } from './sweep-job.ts';

/** What is wrong, from the books of Pleo and of the ledger and from the input alone: nothing of ours is asked. */
export function judge(farEnds: FarEnds, input: SweepJob): readonly Finding[] {
  const inLedger = judgeLedger(farEnds, input);
  const { status } = farEnds.pleo.books.job(input.job.id);
  if (status === 'pending' || status === 'in_progress') {
    const duplicates = inLedger.filter(({ wrong }) => wrong === 'duplicate');
    return [...duplicates, { wrong: 'unfinished', about: `the job is ${status}` }];
  }
  return [...inLedger, ...judgeItems(farEnds, input), ...judgeJob(farEnds, input)];
}

function judgeItems({ pleo, ledger }: FarEnds, { job, faulty }: SweepJob): readonly Finding[] {
  return pleo.books.job(job.id).items.flatMap((book): readonly Finding[] => {
    const { accountingEntryId, status, externalId } = book;
    if (book.refusals.length > 0)
      return [{ wrong: 'wrong', about: `Pleo refused updates of entry ${accountingEntryId}` }];
    if (faulty.has(accountingEntryId)) return status === 'failed' && externalId === null ? [] : [mismatch(book)];
    const booked = ledger.records().find(({ id }) => id === externalId);
    if (status === 'successful' && booked && entryOf(booked) === accountingEntryId) return [];
    return [mismatch(book)];
  });
}

function mismatch({ accountingEntryId, status, externalId, failureReasonType }: ItemBook): Finding {
  const isParked = failureReasonType === 'unexpected_failure';
  const about = `Pleo has entry ${accountingEntryId} as ${status} (${failureReasonType ?? externalId ?? 'no external id'})`;
  return { wrong: isParked ? 'parked' : 'wrong', about };
}

function judgeJob({ pleo }: FarEnds, { job, faulty }: SweepJob): readonly Finding[] {
  const { events, finalEventBeforeAllItems, itemUpdatesBeforeStart } = pleo.books.job(job.id);
  const final = faulty.size > 0 ? 'completed_with_errors' : 'completed';
  const accepted = events.filter((event) => event.accepted).map(({ event }) => event);
  const findings: Finding[] = [];
  if (accepted.join() !== `started,${final}`) findings.push({ wrong: 'wrong', about: `events ${accepted.join()}` });
  if (finalEventBeforeAllItems)
    findings.push({ wrong: 'wrong', about: 'the final event came before the last outcome' });
  if (itemUpdatesBeforeStart > 0) findings.push({ wrong: 'wrong', about: 'outcomes came before the start' });
  return findings;
}
