import { beforeEach, describe, expect, test } from 'vitest';
import { kindOf } from '../src/faults/fault-kinds.js';
import { isClean, judge } from '../src/judge.js';
import { ledgerClass } from '../src/world/ledger-classes.js';
import { EXPECTED_REFERENCES, referenceJob } from '../src/world/reference-job.js';
import { World } from '../src/world/world.js';

let world: World;

/** A world in which the reference job went well. */
beforeEach(async () => {
  world = new World({ ledgerClass: ledgerClass('key'), kindOf, latency: () => 0, sameMachine: true });
  world.addJob(referenceJob());
  await world.run();
});

function documentOf(reference: string | undefined) {
  const document = world.ledger.documents().find((held) => held.reference === reference);
  if (!document) throw new Error(`nothing under ${reference}`);
  return document;
}

describe('the judge', () => {
  test('finds nothing wrong with a job that went well', () => {
    expect(isClean(judge(world))).toBe(true);
  });

  test('sees an entry that is booked twice', () => {
    const { reference, recordType, summary, body } = documentOf(EXPECTED_REFERENCES[0]);
    world.ledger.book({ reference, recordType, state: 'live', summary, body });
    expect(judge(world).duplicates).toEqual([`${reference} 2 times`]);
  });

  test('sees an entry that is missing, and that Pleo has it as exported', () => {
    const { reference, externalId } = documentOf(EXPECTED_REFERENCES[1]);
    world.ledger.remove(externalId);
    const verdict = judge(world);
    expect(verdict.losses).toEqual([reference]);
    expect(verdict.wrongStatuses).toHaveLength(1);
  });

  test('sees a receipt that is attached twice, and one that is missing', () => {
    const [receipt] = world.ledger.attachments();
    if (!receipt) throw new Error('no receipt');
    world.ledger.hang(receipt);
    expect(judge(world).duplicates).toEqual([`${receipt.fileName} on ${receipt.documentId} 2 times`]);
  });

  test('sees a job that is still open', () => {
    world.addJob(referenceJob('a0000000-0000-4000-8000-000000000002'));
    expect(judge(world).unfinished).toEqual(['job 2 is pending']);
  });

  test('lets what an accountant took away be gone', () => {
    const { reference, externalId } = documentOf(EXPECTED_REFERENCES[1]);
    world.tamper(reference.split('/')[0] ?? '', 'deleted');
    world.ledger.remove(externalId);
    expect(judge(world).losses).toEqual([]);
  });
});
