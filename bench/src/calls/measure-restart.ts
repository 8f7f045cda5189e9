import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { openWorkplace } from './workplace.ts';
import { IN_FLIGHT } from './limits.ts';

const ITEMS = 10_000;
const RESTARTS = 3;
/** About the middle of the job's batches of journals. */
const KILLED_AT = 75;
const BAR_SECONDS = 1;

/**
 * From the start of the command to its first look-up, after a `kill -9` in the middle of a large job: the median of some restarts,
 * each killed at that look-up. The ledger needs no time to settle, so nothing has to be waited out.
 */
export async function measureRestart() {
  const { ledger, ...workplace } = await openWorkplace({ unique: true });
  try {
    workplace.addJob({ seed: 1, items: ITEMS });
    const first = workplace.start();
    await ledger.holdFrom('postJournals', KILLED_AT, IN_FLIGHT);
    first.kill('SIGKILL');
    await once(first, 'exit');

    const restarts: Restart[] = [];
    for (let restart = 0; restart < RESTARTS; restart++) {
      ledger.countAnew();
      const isUseful = ledger.holdFrom('findDocuments', 1, 1);
      const startedAt = performance.now();
      const command = workplace.start();
      await isUseful;
      const seconds = Math.round(performance.now() - startedAt) / 1_000;
      const cpuSeconds = cpuSecondsOf(command.pid);
      command.kill('SIGKILL');
      await once(command, 'exit');
      restarts.push({ seconds, cpuSeconds });
    }
    const inOrder = restarts.toSorted((left, right) => left.seconds - right.seconds);
    const { seconds, cpuSeconds } = inOrder[Math.floor(RESTARTS / 2)] ?? UNMEASURED;
    return { items: ITEMS, restarts: RESTARTS, settleSeconds: 0, seconds, cpuSeconds, barSeconds: BAR_SECONDS };
  } finally {
    await workplace.close();
  }
}

interface Restart {
  readonly seconds: number;
  readonly cpuSeconds: number | null;
}

const UNMEASURED: Restart = { seconds: Number.NaN, cpuSeconds: null };

/** Processor time of all threads so far, where Linux tells it; else null. */
function cpuSecondsOf(pid: number | undefined): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}
