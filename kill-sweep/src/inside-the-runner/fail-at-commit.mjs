// Loaded into every thread of the runner by --import: counts the commits of the state file, and sends the process a signal right
// before or after one of them.
// Plain JavaScript, as are its neighbours: stripping types in each thread would cost a fifth of every run.
import { appendFileSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const tally = process.env['KILL_SWEEP_COMMITS'];
const [number, when, signal] = (process.env['KILL_SWEEP_AT_COMMIT'] ?? '').split(':');
const STDERR = 2;
/** By then every other thread waits for this one: nobody is stopped between a last look at the clock and the call it is for. */
const QUIET_AFTER_MS = 300;
const STOPPED_WITHIN_MS = 200;

let commits = 0;
const execute = Reflect.get(DatabaseSync.prototype, 'exec');
const prepare = Reflect.get(DatabaseSync.prototype, 'prepare');

/** @param {string} sql */
DatabaseSync.prototype.exec = function (sql) {
  if (sql !== 'commit') return execute.call(this, sql);
  return atCommit(() => execute.call(this, sql));
};

/**
 * @param {string} sql
 * @param {unknown[]} options
 */
DatabaseSync.prototype.prepare = function (sql, ...options) {
  const statement = Reflect.apply(prepare, this, [sql, ...options]);
  if (sql !== 'commit') return statement;
  const run = statement.run.bind(statement);
  return Object.assign(statement, { run: () => atCommit(run) });
};

/**
 * @template Result
 * @param {() => Result} commit
 */
function atCommit(commit) {
  commits += 1;
  if (String(commits) === number && when === 'before') end();
  const result = commit();
  if (tally !== undefined) appendFileSync(tally, '.');
  if (String(commits) === number && when === 'after') end();
  return result;
}

function end() {
  if (signal === 'SIGSTOP') standStill(QUIET_AFTER_MS);
  writeSync(STDERR, `kill-sweep: ${signal}\n`);
  process.kill(process.pid, signal);
  // SIGSTOP reaches this thread by way of another one
  standStill(STOPPED_WITHIN_MS);
}

/** @param {number} ms */
function standStill(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
