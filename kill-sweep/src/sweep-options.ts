import { parseArgs } from 'node:util';
import { LEDGERS, parseCase, PARTS, type LedgerKind, type Part, type SweepCase } from './sweep-case.ts';

/** What the command line asks for. */
export interface SweepOptions {
  /** Only these parts; default all. */
  readonly parts: readonly Part[];
  /** The ledgers: the first is tried at every point. Default: Abacus Books, both ways. */
  readonly ledgers: readonly [LedgerKind, ...LedgerKind[]];
  /** Only these cases; nothing is measured then. */
  readonly cases: readonly SweepCase[];
  /** Every n-th case of each part. */
  readonly every: number;
  /** The first seed of the random kills. */
  readonly seed: number;
  /** One JSON document on stdout in place of the table. */
  readonly json: boolean;
}

/** Reads the command line. Throws with a sentence where it makes no sense. */
export function parseSweepOptions(argv: readonly string[]): SweepOptions {
  const { values } = parseArgs({
    args: argv.filter((argument) => argument !== '--'),
    options: {
      part: { type: 'string', multiple: true, default: [] },
      ledger: { type: 'string', multiple: true, default: [] },
      case: { type: 'string', multiple: true, default: [] },
      every: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  return {
    parts: values.part.length === 0 ? PARTS : values.part.map(toPart),
    ledgers: toLedgers(values.ledger),
    cases: values.case.map(parseCase),
    every: toWholeNumber('every', values.every),
    seed: toWholeNumber('seed', values.seed),
    json: values.json,
  };
}

function toPart(name: string): Part {
  const part = PARTS.find((one) => one === name);
  if (part) return part;
  throw new Error(`--part ${name}: there are ${PARTS.join(', ')}.`);
}

function toLedgers(names: readonly string[]): SweepOptions['ledgers'] {
  const [first, ...others] = names.map(toLedger);
  return first === undefined ? ['look-up', 'unique'] : [first, ...others];
}

function toLedger(name: string): LedgerKind {
  const ledger = LEDGERS.find((one) => one === name);
  if (ledger) return ledger;
  throw new Error(`--ledger ${name}: there are ${LEDGERS.join(', ')}.`);
}

function toWholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new Error(`--${option} ${text}: a whole number from 1 is needed.`);
}
