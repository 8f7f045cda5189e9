import { runLedgerferry, type Ran } from './run-ledgerferry.js';

/** Runs a simulator, does something with what it printed while it runs, and stops it. */
export async function whileSimulating(
  farEnd: 'pleo' | 'xero' | 'netsuite',
  argv: readonly string[],
  action: (stdout: string) => Promise<void>,
): Promise<Ran> {
  const stop = new AbortController();
  const announced = Promise.withResolvers<string>();
  const simulating = runLedgerferry(['simulate', farEnd, ...argv], {
    stop: stop.signal,
    onStdout: (text) => announced.resolve(text),
  });
  try {
    await action(await Promise.race([announced.promise, simulating.then(({ stderr }) => stderr)]));
  } finally {
    stop.abort();
  }
  return simulating;
}
