import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { countInstructions } from './count-instructions.ts';
import type { FarEnds, FarEndsVerdict } from './far-ends.ts';
import type { Measured } from './measured.ts';
import { runnerFlags } from './runner-flags.ts';

const CONTENDERS = ['engine', 'hand-written'] as const;
type Contender = (typeof CONTENDERS)[number];
type Costs = Measured & { readonly instructions: number | null };

const compiled = mkdtempSync(join(tmpdir(), 'ledgerferry-compiled-'));
process.on('exit', () => rmSync(compiled, { recursive: true }));

/** What whole jobs of these sizes cost the engine and the hand-written program, the two taking turns. */
export async function measureCosts({ sizes, rounds }: { readonly sizes: readonly number[]; readonly rounds: number }) {
  const results = [];
  for (const items of sizes) {
    const measured: Record<Contender, Costs[]> = { engine: [], 'hand-written': [] };
    for (let round = 0; round < rounds; round++) {
      for (const contender of CONTENDERS) measured[contender].push(await runOnce(contender, items));
    }
    results.push(compare(items, summarise(items, measured.engine), summarise(items, measured['hand-written'])));
  }
  return { rounds, results, marginalCpu: marginalCpu(results), memoryGrowth: growth(results) };
}

async function runOnce(contender: Contender, items: number): Promise<Costs> {
  const folder = mkdtempSync(join(tmpdir(), 'ledgerferry-bench-'));
  const farEndsProcess = spawn(process.execPath, [source('far-ends'), String(items)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const farEnds = (await firstLine(farEndsProcess)) as FarEnds;
    const counter = countInstructions(folder);
    const [command, ...args] = [
      ...counter.prefix,
      process.execPath,
      ...(contender === 'engine' ? runnerFlags() : []),
      source(contender),
      JSON.stringify(farEnds),
      join(folder, 'state.db'),
    ];
    // as the runner does: what Node compiled once is kept
    const env = { ...process.env, NODE_COMPILE_CACHE: compiled };
    const exporter = spawn(command ?? '', args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const measured = (await firstLine(exporter)) as Measured;
    await once(exporter, 'exit');
    const verdict = (await (await fetch(`${farEnds.ledgerUrl}/verdict`)).json()) as FarEndsVerdict;
    demandExactlyOnce(contender, items, verdict);
    return { ...measured, instructions: counter.read() };
  } finally {
    farEndsProcess.kill();
    rmSync(folder, { recursive: true });
  }
}

/** A figure of a run that booked anything wrong is worth nothing. */
function demandExactlyOnce(contender: Contender, items: number, verdict: FarEndsVerdict): void {
  const isRight =
    verdict.booked === items &&
    verdict.duplicates === 0 &&
    verdict.successful === items &&
    verdict.jobStatus === 'completed' &&
    verdict.ledgerCalls === Math.ceil(items / 50);
  if (!isRight) throw new Error(`${contender} with ${items} items: ${JSON.stringify(verdict)}`);
}

function source(name: string): string {
  return join(import.meta.dirname, `${name}.ts`);
}

async function firstLine(child: ChildProcess): Promise<unknown> {
  const { stdout } = child;
  if (!stdout) throw new Error('the process has no output');
  for await (const line of createInterface({ input: stdout })) return JSON.parse(line);
  throw new Error('the process ended without a word');
}

function summarise(items: number, rounds: readonly Costs[]) {
  const perThousand = (figure: number): number => (figure * 1_000) / items;
  const instructions = rounds.map((round) => round.instructions);
  return {
    itemsPerSecond: Math.round(items / median(rounds.map((round) => round.seconds))),
    cpuSecondsPerThousand: rounded(perThousand(median(rounds.map((round) => round.cpuSeconds)))),
    millionInstructionsPerThousand: instructions.includes(null)
      ? null
      : Math.round(perThousand(median(instructions.map(Number))) / 1e6),
    commits: median(rounds.map((round) => round.commits)),
    peakMegabytes: median(rounds.map((round) => round.peakMegabytes)),
  };
}

type Summary = ReturnType<typeof summarise>;

function compare(items: number, engine: Summary, handWritten: Summary) {
  const mostCommits = 2 * Math.ceil(items / 50) + 2 * Math.ceil(items / 100) + 10;
  const cpuRatio = rounded(engine.cpuSecondsPerThousand / handWritten.cpuSecondsPerThousand);
  const instructionsRatio =
    engine.millionInstructionsPerThousand && handWritten.millionInstructionsPerThousand
      ? rounded(engine.millionInstructionsPerThousand / handWritten.millionInstructionsPerThousand)
      : null;
  return {
    items,
    engine,
    handWritten,
    ratios: {
      cpu: cpuRatio,
      instructions: instructionsRatio,
      itemsPerSecond: rounded(engine.itemsPerSecond / handWritten.itemsPerSecond),
    },
    bars: {
      cpuAtMost3: cpuRatio <= 3,
      instructionsAtMost3: instructionsRatio === null ? 'not counted on this machine' : instructionsRatio <= 3,
      commitsAtMost: `${engine.commits} of ${mostCommits}`,
      commitsHold: engine.commits <= mostCommits,
      memoryUnder400Megabytes: engine.peakMegabytes < 400,
    },
  };
}

/** What a further thousand items cost, without start and warm-up: the slope between the smallest and the largest job. */
function marginalCpu(measured: readonly ReturnType<typeof compare>[]) {
  const [small, large] = [measured[0], measured.at(-1)];
  if (!small || !large || small === large) return null;
  const slope = (contender: 'engine' | 'handWritten'): number => {
    const seconds = ({ items, ...result }: typeof small): number =>
      (result[contender].cpuSecondsPerThousand * items) / 1_000;
    return rounded((seconds(large) - seconds(small)) / ((large.items - small.items) / 1_000));
  };
  const [engine, handWritten] = [slope('engine'), slope('handWritten')];
  const ratio = rounded(engine / handWritten);
  return { engine, handWritten, ratio, atMost3: ratio <= 3 };
}

function growth(
  measured: readonly ReturnType<typeof compare>[],
): { readonly ratio: number; readonly atMost2andAHalf: boolean } | null {
  const at = (items: number): number | undefined =>
    measured.find((result) => result.items === items)?.engine.peakMegabytes;
  const [small, large] = [at(1_000), at(10_000)];
  return small && large ? { ratio: rounded(large / small), atMost2andAHalf: large / small <= 2.5 } : null;
}

function median(figures: readonly number[]): number {
  return figures.toSorted((left, right) => left - right)[Math.floor(figures.length / 2)] ?? 0;
}

function rounded(figure: number): number {
  return Math.round(figure * 1_000) / 1_000;
}
