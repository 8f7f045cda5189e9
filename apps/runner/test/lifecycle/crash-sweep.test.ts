import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AdapterCapabilities } from '@ledgerferry/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CrashPoint } from './crash-fuse.js';
import { judge } from './judge.js';
import { LEDGERS } from './ledgers.js';
import { referenceJob } from './reference-job.js';
import { Stage } from './stage.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledgerferry-crash-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(Object.entries(LEDGERS))('a crash at any boundary of a job, with %s', (_name, capabilities) => {
  test.each(['before', 'after', 'late'] as const)(
    '%s it takes effect, books every entry and receipt once',
    async (moment) => {
      const boundaries = await countBoundaries(capabilities);
      expect(boundaries).toBeGreaterThan(50);
      const wrong: string[] = [];
      for (let boundary = 1; boundary <= boundaries; boundary++) {
        const verdict = await crashAndResume(capabilities, { boundary, moment });
        if (verdict) wrong.push(`boundary ${boundary}: ${verdict}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  test('and the loss of the whole state file, books every entry and receipt once', async () => {
    const boundaries = await countBoundaries(capabilities);
    const wrong: string[] = [];
    for (let boundary = 1; boundary <= boundaries; boundary++) {
      const verdict = await crashAndResume(capabilities, { boundary, moment: 'after' }, (stage) => stage.loseState());
      if (verdict) wrong.push(`boundary ${boundary}: ${verdict}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('a crash at any boundary, with a ledger that can neither be searched nor repeats safely', () => {
  const capabilities: Partial<AdapterCapabilities> = {
    reference: { maxLength: 100, alphabet: 'abcdefghijklmnopqrstuvwxyz0123456789-/', lookup: 'none', unique: false },
    attachments: null,
  };

  test.each(['before', 'after', 'late'] as const)(
    '%s it takes effect, books nothing twice and hands only the call in flight to a person',
    async (moment) => {
      const stage = makeStage(capabilities, 'whole');
      const { fuse } = await stage.run();
      for (let boundary = 1; boundary <= fuse.boundaries.length; boundary++) {
        const crashed = makeStage(capabilities, `${moment}-${boundary}`);
        await crashed.run({ crash: { boundary, moment } });
        await crashed.run();
        const references = crashed.ledger.documents().map((document) => document.reference);
        expect(new Set(references).size, `boundary ${boundary}`).toBe(references.length);
        const job = crashed.pleo.book(referenceJob().id);
        expect(job.status, `boundary ${boundary}`).toMatch(/completed/);
        const uncertain = job.items.filter((item) => item.failureReason?.includes('may be in the ledger'));
        expect(uncertain.length, `boundary ${boundary}`).toBeLessThanOrEqual(5);
      }
    },
  );
});

async function countBoundaries(capabilities: Partial<AdapterCapabilities>): Promise<number> {
  const stage = makeStage(capabilities, 'whole');
  const { fuse } = await stage.run();
  expect(judge(stage)).toBeUndefined();
  return fuse.boundaries.length;
}

/** Kills the run at the point, starts it again until the job is over, and lets the far ends' books speak. */
async function crashAndResume(
  capabilities: Partial<AdapterCapabilities>,
  point: CrashPoint,
  meanwhile: (stage: Stage) => void = () => {},
): Promise<string | undefined> {
  const stage = makeStage(capabilities, `${point.moment}-${point.boundary}`);
  const { fuse } = await stage.run({ crash: point });
  meanwhile(stage);
  await stage.run();
  const verdict = judge(stage);
  return verdict && `${JSON.stringify(fuse.boundaries[point.boundary - 1])}: ${verdict}`;
}

let stages = 0;
function makeStage(capabilities: Partial<AdapterCapabilities>, name: string): Stage {
  const stage = new Stage({ capabilities, statePath: join(folder, `${(stages += 1)}-${name}.db`) });
  stage.addJob(referenceJob());
  return stage;
}
