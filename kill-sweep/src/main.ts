// Kills the real command at every request and every commit of a job, and prints what the far ends' books say of it.
import { availableParallelism } from 'node:os';
import { describeFailure, describeMeasured, describeTable } from './describe-sweep.ts';
import { everyNth, listCases } from './list-cases.ts';
import { measureRun } from './measure-run.ts';
import { runCase, type CaseResult } from './run-case.ts';
import { runLanes } from './run-lanes.ts';
import { isWrong, summarise } from './summarise.ts';
import type { SweepCase } from './sweep-case.ts';
import { parseSweepOptions, type SweepOptions } from './sweep-options.ts';

/** A line of progress after so many cases. */
const PROGRESS_EVERY = 25;

const EXIT = { allRight: 0, somethingWrong: 1, interrupted: 130 };

// the runners are killed on exit
process.on('SIGINT', () => process.exit(EXIT.interrupted));

const options = parseSweepOptions(process.argv.slice(2));
const beganAt = performance.now();
const measured = options.cases.length > 0 ? [] : await runLanes(options.ledgers, 1, measureRun);
for (const one of measured) tell(describeMeasured(one));
const [main, ...others] = measured;
const cases = main ? chosen(listCases([main, ...others], options.seed), options) : options.cases;
const results = await runAll(cases);
const summaries = summarise(results, (performance.now() - beganAt) / 1_000);
const failures = results.filter(({ findings }) => findings.length > 0);
if (options.json) {
  const expected = measured.map(({ ledger, requests, commits }) => ({ ledger, requests: requests.length, commits }));
  process.stdout.write(`${JSON.stringify({ expected, parts: summaries, failures }, null, 2)}\n`);
} else {
  process.stdout.write(`${[...failures.map(describeFailure), describeTable(summaries)].join('\n')}\n`);
}
process.exitCode = summaries.some(isWrong) ? EXIT.somethingWrong : EXIT.allRight;

function chosen(all: readonly SweepCase[], { parts, every }: SweepOptions): readonly SweepCase[] {
  return parts.flatMap((part) =>
    everyNth(
      all.filter((one) => one.part === part),
      every,
    ),
  );
}

function runAll(all: readonly SweepCase[]): Promise<readonly CaseResult[]> {
  let done = 0;
  return runLanes(all, availableParallelism(), async (one) => {
    const result = await runCase(one);
    done += 1;
    if (result.findings.length > 0) tell(describeFailure(result));
    if (done % PROGRESS_EVERY === 0) tell(`${done} of ${all.length} cases`);
    return result;
  });
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
