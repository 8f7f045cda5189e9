import { describe, expect, it } from 'vitest';
import { generateExportJob, type PleoSimulator } from '../src/index.js';
import { BASIC, createClock, readAll, start } from './pleo-api.js';

const job = generateExportJob({ seed: 7, items: 40, receipts: 1 });

interface Listed {
  files?: ({ url: string; type: string; size: number } | null)[] | null;
}

async function readFiles(simulator: PleoSimulator) {
  const items = (await readAll(simulator, `/v3/export-items?job_id=${job.id}`)).flat() as Listed[];
  return items.flatMap((item) => item.files ?? []).filter((file) => file !== null);
}

describe('file URLs', () => {
  it('serve every receipt with its type and size, without a login', async () => {
    const simulator = await start();
    simulator.addJob(job);
    const files = await readFiles(simulator);

    expect(files).toHaveLength(job.receipts.length);
    for (const file of files) {
      const response = await fetch(file.url);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, file.type]);
      expect((await response.arrayBuffer()).byteLength).toBe(file.size);
    }
  });

  it('refuse an Authorization header, and the attempt is recorded', async () => {
    const simulator = await start();
    simulator.addJob(job);
    const [file] = await readFiles(simulator);
    const response = await fetch(file?.url ?? '', { headers: { authorization: BASIC } });

    expect(response.status).toBe(400);
    expect(simulator.requests.at(-1)).toMatchObject({
      endpoint: 'file',
      authorization: 'basic',
      status: 400,
      query: '',
    });
  });

  it('end a day after the fetch; a new fetch brings fresh ones', async () => {
    const clock = createClock();
    const simulator = await start({ now: clock.now, expiresInSeconds: 1_000_000 });
    simulator.addJob(job);
    const [file] = await readFiles(simulator);
    clock.pass(86_399);
    expect((await fetch(file?.url ?? '')).status).toBe(200);
    clock.pass(1);
    expect((await fetch(file?.url ?? '')).status).toBe(403);
    const [fresh] = await readFiles(simulator);
    expect((await fetch(fresh?.url ?? '')).status).toBe(200);
  });

  it('cannot be forged', async () => {
    const simulator = await start();
    simulator.addJob(job);
    const [file] = await readFiles(simulator);
    const later = (file?.url ?? '').replace(/expires=\d+/, 'expires=9999999999999');

    expect((await fetch(later)).status).toBe(403);
    expect((await fetch(later.replace(/\?.*/, ''))).status).toBe(403);
  });
});
