import { UsageError } from '../usage-error.js';

/** A simulator that listens, until it is closed. */
interface Simulator {
  close(): Promise<void>;
}

export interface SimulatorRun<Started extends Simulator> {
  readonly host: string;
  readonly port: number;
  readonly stop: AbortSignal;
  readonly start: () => Promise<Started>;
  /** Fills the simulator and tells about it, once it listens. */
  readonly announce: (simulator: Started) => void;
}

/** Runs a simulator until it is stopped. @throws {UsageError} where nothing can listen there. */
export async function runSimulator<Started extends Simulator>(run: SimulatorRun<Started>): Promise<void> {
  const simulator = await listening(run);
  try {
    run.announce(simulator);
    await stopped(run.stop);
  } finally {
    await simulator.close();
  }
}

async function listening<Started extends Simulator>({ start, host, port }: SimulatorRun<Started>): Promise<Started> {
  try {
    return await start();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new UsageError(`Nothing can listen on ${host}:${port} (${code}). Choose another --port.`);
  }
}

function stopped(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) return resolve();
    // an aborted wait must not end the process before the server is closed
    stop.addEventListener('abort', () => resolve(), { once: true });
  });
}
