// Prints, as one JSON document, what the engine costs beside a hand-written program, what calls it makes beside the fewest there can be,
// how long jobs take beside the least makespan, and how fast it is back after a crash, with the bars of docs/performance.md.
import { parseArgs } from 'node:util';
import { measureCalls } from './calls/measure-calls.ts';
import { measureCrash } from './calls/measure-crash.ts';
import { measureRestart } from './calls/measure-restart.ts';
import { measureMakespans } from './makespan/measure-makespans.ts';
import { measureCosts } from './measure-costs.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });
const [sizes = '1000,10000,20000', rounds = '3'] = positionals;

const PARTS: Readonly<Record<string, () => Promise<object>>> = {
  costs: () => measureCosts({ sizes: sizes.split(',').map(Number), rounds: Number(rounds) }),
  calls: async () => ({
    callsWithoutFaults: [await measureCalls({ unique: true }), await measureCalls({ unique: false })],
    callsAfterCrash: [
      await measureCrash({ unique: true, during: 'postings' }),
      await measureCrash({ unique: false, during: 'postings' }),
      await measureCrash({ unique: true, during: 'receipts' }),
      await measureCrash({ unique: false, during: 'receipts' }),
    ],
  }),
  makespan: async () => {
    const makespans = await measureMakespans();
    if (makespans.some(({ hold }) => !hold)) process.exitCode = 1;
    return { makespans };
  },
  restart: async () => ({ restart: await measureRestart() }),
};

const names = values.only?.split(',') ?? Object.keys(PARTS);
const unknown = names.find((name) => !(name in PARTS));
if (unknown !== undefined) throw new Error(`--only ${unknown}: there are ${Object.keys(PARTS).join(', ')}`);

const report = {};
for (const name of names) Object.assign(report, await PARTS[name]?.());
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
