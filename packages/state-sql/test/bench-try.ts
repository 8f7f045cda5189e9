import { SqliteState } from '../src/index.js';
import { entriesUpTo, intentFor, outcomeFor, resultFor, startJob } from './samples.js';
import { rmSync } from 'node:fs';
for (const f of ['', '-wal', '-shm']) rmSync('/tmp/bench.db' + f, { force: true });
const state = new SqliteState({ path: process.argv[2] ?? '/tmp/bench.db' });
const N = 20000;
const entries = entriesUpTo(N).map((e) => e + '-4b1c-4ad0-9a3e-abcdefabcdef');
const lease = startJob(state, []);
let c0 = process.cpuUsage();
let t0 = performance.now();
const lap = (what: string, per: number) => {
  const c = process.cpuUsage(c0);
  console.log(
    what,
    'cpu ms/unit',
    (c.user / 1000 / per).toFixed(3), (c.system / 1000 / per).toFixed(3),
    'wall',
    (performance.now() - t0).toFixed(0),
  );
  c0 = process.cpuUsage();
  t0 = performance.now();
};
for (let i = 0; i < N; i += 1000) state.enlist(lease, 'job-1', entries.slice(i, i + 1000));
lap('enlist /1000', N / 1000);
const batches = [];
for (let i = 0; i < N; i += 50) batches.push(entries.slice(i, i + 50));
const intents = batches.map(intentFor);
const recs = batches.map((b) => ({
  jobId: 'job-1',
  at: 1,
  source: 'answer' as const,
  documents: b.map(resultFor),
  outcomes: b.map(outcomeFor),
}));
lap('prep', 1);
for (const i of intents) state.intend(lease, i);
lap('intend/50', batches.length);
for (const r of recs) state.record(lease, r);
lap('record/50', batches.length);
for (let i = 0; i < N; i += 100) state.markReported(lease, 'job-1', entries.slice(i, i + 100), 5);
lap('report/100', N / 100);
state.items('job-1');
lap('items 20000', 1);
state.documents('company-1', entries);
lap('documents 20000', 1);
console.log(state.auditTrail({ companyId: 'company-1', jobId: 'job-1' }).length);
lap('audit', 1);
state.close();
lap('close', 1);
