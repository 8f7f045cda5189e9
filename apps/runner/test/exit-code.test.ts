import { IntegrationError, type ErrorKind, type JobReport } from '@ledgerferry/core';
import { expect, test } from 'vitest';
import { ConfigurationError } from '../src/configuration/configuration-error.js';
import { exitCodeOfError, exitCodeOfReport, firstThatApplies } from '../src/exit-code.js';
import { UsageError } from '../src/usage-error.js';

const report: JobReport = {
  jobId: 'j',
  companyId: 'c',
  status: 'completed',
  items: { exported: 1, failed: 0, parked: 0, alreadyExported: 0 },
  totals: {},
  durationMs: 1,
  outcomes: [],
  stopped: null,
};
const items = (changed: Partial<JobReport['items']>): JobReport['items'] => ({ ...report.items, ...changed });

test.each<[string, Partial<JobReport>, number]>([
  ['completed', {}, 0],
  ['completed with errors', { status: 'completed_with_errors', items: items({ failed: 1 }) }, 1],
  ['failed', { status: 'failed', items: items({ exported: 0, failed: 1 }) }, 2],
  ['with a parked entry', { status: 'completed_with_errors', items: items({ parked: 1, failed: 1 }) }, 75],
  ['failed with a parked entry', { status: 'failed', items: items({ parked: 1 }) }, 75],
  ['expired', { status: 'failed', stopped: { code: 'PLEO_JOB_IS_OVER', message: '', unfinished: true } }, 75],
  ['left open', { status: 'in_progress', stopped: { code: 'X', message: '', unfinished: true } }, 75],
  ['stopped and failed', { status: 'failed', stopped: { code: 'X', message: '', unfinished: false } }, 2],
])('a job %s', (_, changed, exitCode) => {
  expect(exitCodeOfReport({ ...report, ...changed })).toBe(exitCode);
});

test.each<[string, unknown, number]>([
  ['a wrong command line', new UsageError('x'), 64],
  ['a wrong configuration', new ConfigurationError('x', []), 78],
  ...(['misconfigured', 'connection-lost'] satisfies ErrorKind[]).map((kind): [string, unknown, number] => [
    kind,
    new IntegrationError(kind, 'X', 'x'),
    78,
  ]),
  ...(['transient', 'outcome-unknown'] satisfies ErrorKind[]).map((kind): [string, unknown, number] => [
    kind,
    new IntegrationError(kind, 'X', 'x'),
    75,
  ]),
  ['a defect', new TypeError('x'), 75],
])('answers for %s', (_, error, exitCode) => {
  expect(exitCodeOfError(error)).toBe(exitCode);
});

test('of several, the first in the order 64, 78, 75, 2, 1, 0 applies', () => {
  expect(firstThatApplies([0, 1, 2, 75, 78])).toBe(78);
  expect(firstThatApplies([0, 1, 2, 75])).toBe(75);
  expect(firstThatApplies([1, 0, 2])).toBe(2);
  expect(firstThatApplies([0, 1])).toBe(1);
  expect(firstThatApplies([])).toBe(0);
});
