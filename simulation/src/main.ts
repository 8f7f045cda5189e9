import { randomSchedule } from './cases/random-schedule.js';
import { caseById, type SimulatedCase } from './cases/simulated-case.js';
import { isClean } from './judge.js';
import { readOptions, type SimulationOptions } from './options.js';
import { describe } from './report.js';
import { runCase } from './run-case.js';
import { simulate } from './simulate.js';
import { storyLine } from './tell-story.js';

const options = readOptions(process.argv.slice(2));
process.exitCode = options.one === null ? await everything() : await oneCase(theCase(options.one));

async function everything(): Promise<number> {
  const report = await simulate(options, (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : `${describe(report)}\n`);
  return report.isClean ? 0 : 1;
}

function theCase(one: NonNullable<SimulationOptions['one']>): SimulatedCase {
  return 'seed' in one ? randomSchedule(one.seed) : caseById(one.id);
}

/** Tells a case as a story, with the verdict at its end. */
async function oneCase(simulated: SimulatedCase): Promise<number> {
  process.stdout.write(`case ${simulated.id}\n`);
  const { verdict } = await runCase(simulated, (told) => process.stdout.write(`${storyLine(told)}\n`));
  process.stdout.write(`${JSON.stringify(verdict, null, 2)}\n`);
  return isClean(verdict) ? 0 : 1;
}
