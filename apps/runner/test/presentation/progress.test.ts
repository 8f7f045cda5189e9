import type { Clock, ExportProgress } from '@ledgerferry/core';
import { expect, test } from 'vitest';
import { createProgress } from '../../src/presentation/progress.js';

interface Display {
  readonly show: (step: ExportProgress['step'], done: number) => void;
  readonly log: (line: string) => void;
  readonly close: () => void;
  readonly shown: () => string;
  now: number;
}

function openDisplay({
  isTTY = false,
  json = false,
  env = {},
}: {
  isTTY?: boolean;
  json?: boolean;
  env?: Record<string, string>;
}): Display {
  let text = '';
  const clock: Clock = { now: () => display.now, sleep: () => Promise.resolve() };
  const stderr = { write: (part: string) => (text += part), isTTY, columns: 60 };
  const progress = createProgress({ stderr, env }, { json, clock });
  const watch = progress.watch('Example ApS');
  const display: Display = {
    show: (step, done) => watch({ jobId: 'j', step, done, total: 200 }),
    log: (line) => void progress.logOutput.write(line),
    close: () => progress.close(),
    shown: () => text,
    now: 10_000,
  };
  return display;
}

test('writes a line for each step, and at most one a second in between', () => {
  const display = openDisplay({});

  display.show('record', 0);
  display.show('record', 50);
  display.show('update', 50);
  display.now += 1_000;
  display.show('record', 100);
  display.show('record', 150);

  expect(display.shown()).toBe('Example ApS: record 0/200\nExample ApS: update 50/200\nExample ApS: record 100/200\n');
});

test('redraws one bar on a terminal, within its width, and takes it away at the end', () => {
  const display = openDisplay({ isTTY: true });

  display.show('record', 100);
  display.close();

  expect(display.shown()).toBe('\r\u001B[2K[############............] Example ApS: record 100/200\r\u001B[2K');
});

test('keeps logs out of the bar', () => {
  const display = openDisplay({ isTTY: true });

  display.show('record', 100);
  display.log('{"level":"warn"}\n');

  expect(display.shown().endsWith('\r\u001B[2K{"level":"warn"}\n')).toBe(true);
});

test.each([
  ['in continuous integration', { isTTY: true, env: { CI: '1' } }],
  ['where JSON is asked for', { isTTY: true, json: true }],
])('draws no bar %s', (_, options) => {
  const display = openDisplay(options);

  display.show('record', 100);

  expect(display.shown()).toBe('Example ApS: record 100/200\n');
});
