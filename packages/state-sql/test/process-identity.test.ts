import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { currentProcess, isProcessGone } from '../src/index.js';

test('a process that runs is not gone', () => {
  expect(isProcessGone(currentProcess())).toBe(false);
});

test('a process is itself whenever it is asked', () => {
  expect(currentProcess()).toEqual(currentProcess());
});

test('a process that ended is gone', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  const pid = child.pid ?? 0;
  await once(child, 'close');
  expect(isProcessGone({ ...currentProcess(), pid })).toBe(true);
});

test('a process whose number went to another is gone', () => {
  expect(isProcessGone({ ...currentProcess(), startedAt: '1' })).toBe(true);
  expect(isProcessGone({ ...currentProcess(), pid: process.ppid, startedAt: '0' })).toBe(process.platform === 'linux');
});

test('a process of another machine, another boot or another container is never known to be gone', () => {
  const ended = { ...currentProcess(), startedAt: '1' };
  expect(isProcessGone({ ...ended, host: 'another-machine' })).toBe(false);
  expect(isProcessGone({ ...ended, bootId: 'another boot' })).toBe(false);
});
