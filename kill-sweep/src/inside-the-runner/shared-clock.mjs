// Loaded into every thread of the runner by --import: the time of day is the machine's, put forward by the milliseconds that stand
// in a file. All runners of a case and the simulated Pleo read the same file, so a minute passes for everybody at once; what a
// runner waits for longer than a second then comes due as well, as it does when a stopped process goes on.
import { readFileSync } from 'node:fs';

const file = process.env['KILL_SWEEP_CLOCK'];
const LONG_MS = 1_000;
const LOOKS_EVERY_MS = 50;

const machineTime = Date.now;
const machineTimer = globalThis.setTimeout;
const now = () => machineTime() + Number(readFileSync(String(file), 'utf8'));

/** @type {(action: (...values: unknown[]) => void, ms?: number, ...values: unknown[]) => NodeJS.Timeout} */
const sharedTimer = (action, ms = 0, ...values) => {
  if (ms < LONG_MS) return machineTimer(action, ms, ...values);
  const dueAt = now() + ms;
  const look = setInterval(() => {
    if (now() < dueAt) return;
    clearInterval(look);
    action(...values);
  }, LOOKS_EVERY_MS);
  return look;
};

if (file !== undefined) {
  Date.now = now;
  Reflect.set(globalThis, 'setTimeout', sharedTimer);
}
