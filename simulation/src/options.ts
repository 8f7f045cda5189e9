import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

/** What `npm run simulate` is asked for. */
export interface SimulationOptions {
  /** A single case, told as a story. Null: all of it. */
  readonly one: { readonly seed: number } | { readonly id: string } | null;
  /** How many random schedules. */
  readonly seeds: number;
  /** The first seed. */
  readonly from: number;
  /** Tries only each n-th single fault and crash pair: 1 for all of them. */
  readonly every: number;
  readonly lanes: number;
  readonly json: boolean;
}

/** @throws where an option is not known or no number. */
export function readOptions(args: readonly string[]): SimulationOptions {
  const { values } = parseArgs({
    args: args.filter((argument) => argument !== '--'),
    options: {
      seed: { type: 'string' },
      case: { type: 'string' },
      seeds: { type: 'string', default: '20000' },
      from: { type: 'string', default: String(newSeeds()) },
      every: { type: 'string', default: '1' },
      lanes: { type: 'string', default: String(availableParallelism()) },
      json: { type: 'boolean', default: false },
    },
  });
  return {
    one: oneCase(values),
    seeds: wholeNumber('seeds', values.seeds),
    from: wholeNumber('from', values.from),
    every: Math.max(wholeNumber('every', values.every), 1),
    lanes: Math.max(wholeNumber('lanes', values.lanes), 1),
    json: values.json,
  };
}

function oneCase({ seed, case: id }: { readonly seed?: string; readonly case?: string }): SimulationOptions['one'] {
  if (id !== undefined) return { id };
  return seed === undefined ? null : { seed: wholeNumber('seed', seed) };
}

/** Seeds that no earlier day has tried; what fails is kept and tried for ever. */
function newSeeds(): number {
  const SEEDS_A_MINUTE = 1_000;
  const MINUTES = 2_000_000;
  return (Math.floor(Date.now() / 60_000) % MINUTES) * SEEDS_A_MINUTE + 1;
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} must be a whole number, not "${text}".`);
  return number;
}
