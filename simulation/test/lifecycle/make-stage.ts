import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Stage, type StageOptions } from './stage.js';

/** A stage with a state file of its own, which is gone when the test is over. */
export function makeStage(options: Omit<StageOptions, 'statePath'> = {}): Stage {
  const folder = mkdtempSync(join(tmpdir(), 'ledgerferry-job-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return new Stage({ ...options, statePath: join(folder, 'state.db') });
}
