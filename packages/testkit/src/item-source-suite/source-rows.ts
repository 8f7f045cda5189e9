import { CALL_NOT_BEGUN, type ItemUpdate, type Page } from '@ledgerferry/core';
import { demandEqual, demandIntegrationError } from '../conformance/advice.js';
import type { ItemSourceHarness } from './item-source-harness.js';

type Rows = AsyncIterable<Page<{ readonly accountingEntryId: string }>>;

/** Both layers of a job, by name. */
export function layersOf({ source, jobId }: ItemSourceHarness): readonly (readonly [name: string, read: () => Rows])[] {
  return [
    ['jobItems', () => source.jobItems(jobId)],
    ['exportItems', () => source.exportItems(jobId)],
  ];
}

/** Every page of a listing. */
export async function pagesOf<Row>(pages: AsyncIterable<Page<Row>>): Promise<readonly Page<Row>[]> {
  const read: Page<Row>[] = [];
  for await (const page of pages) read.push(page);
  return read;
}

/** The ids of a listing, in the order of reading. */
export async function idsOf(pages: Rows): Promise<readonly string[]> {
  return (await pagesOf(pages)).flatMap(({ rows }) => rows.map(({ accountingEntryId }) => accountingEntryId));
}

/** The ids of a job, as Pleo itself has them. */
export async function idsInPleo(harness: ItemSourceHarness): Promise<readonly string[]> {
  const { items } = await harness.book(harness.jobId);
  return items.map(({ accountingEntryId }) => accountingEntryId).toSorted();
}

export function success(accountingEntryId: string): Extract<ItemUpdate, { status: 'successful' }> {
  return {
    accountingEntryId,
    status: 'successful',
    externalId: `ledger-${accountingEntryId.slice(0, 8)}`,
    externalUrl: 'https://ledger.example.com/documents/1',
    exportedAt: '2026-03-11T09:00:00Z',
  };
}

export function failure(accountingEntryId: string): Extract<ItemUpdate, { status: 'failed' }> {
  return {
    accountingEntryId,
    status: 'failed',
    failureReason: 'The account 1234 is unknown: choose another category, then export again.',
    failureReasonType: 'account_unknown',
    externalId: null,
  };
}

/** Reports every item of a started job as successful. */
export async function reportAll({ source, jobId }: ItemSourceHarness): Promise<void> {
  const updates = (await idsOf(source.jobItems(jobId))).map(success);
  for (let start = 0; start < updates.length; start += source.maximumUpdates)
    await source.report(jobId, updates.slice(start, start + source.maximumUpdates));
}

/** Demands that a call says that the job is over. */
export async function demandOver(name: string, call: () => Promise<unknown>): Promise<void> {
  const error = await demandIntegrationError(call, `${name} must throw an IntegrationError for a job that is over.`);
  demandEqual(
    [error.kind, error.code],
    ['connection-lost', 'PLEO_JOB_IS_OVER'],
    `${name} must say "connection-lost" with code PLEO_JOB_IS_OVER for a job that is over.`,
  );
}

/** Demands that a call which may not begin says so. */
export async function demandNotBegun(name: string, call: () => Promise<unknown>): Promise<void> {
  const demanded = `${name} must throw CALL_NOT_BEGUN where it may not begin.`;
  const error = await demandIntegrationError(call, demanded);
  demandEqual([error.kind, error.code], ['transient', CALL_NOT_BEGUN], demanded);
}

/** What calls throw, in their order; null for one that answers. */
export async function errorsOf(calls: readonly (() => Promise<unknown>)[]): Promise<readonly unknown[]> {
  const settled = await Promise.allSettled(calls.map((call) => call()));
  return settled.map((each) => (each.status === 'rejected' ? each.reason : null));
}
