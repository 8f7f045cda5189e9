/** What one exporter cost, as its process says on its last line. */
export interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly commits: number;
  readonly peakMegabytes: number;
}

/** Runs an exporter once and prints what the run cost, all threads counted, without loading the program. */
export async function measure(run: () => Promise<void>, commits: () => number): Promise<void> {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  await run();
  const seconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(before);
  const measured: Measured = {
    seconds,
    cpuSeconds: (user + system) / 1_000_000,
    commits: commits(),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1_024),
  };
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}
