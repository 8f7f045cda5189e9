// The same flow with nothing general in it, written to be fast: pages of 100, intents, batches of 50 on five lanes, results,
// reports of 100; node:http with kept connections, node:sqlite with synchronous=FULL. It retries nothing and looks nothing up.
import { Agent, request, type IncomingMessage } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import type { FarEnds } from './far-ends.ts';
import { measure } from './measured.ts';

interface Money {
  readonly value: number;
  readonly currency: string;
}
interface Item {
  readonly accountingEntryId: string;
  readonly type: string;
  readonly date: string;
  readonly note: string | null;
  readonly amount: { readonly inWalletCurrency: Money };
  readonly contraAccount?: { readonly code: string } | null;
  readonly supplier?: { readonly name: string } | null;
  readonly accountingEntryLines: readonly {
    readonly lineAmount: { readonly inWalletCurrency: Money };
    readonly account: { readonly code: string } | null;
    readonly tax?: { readonly code: string } | null;
  }[];
}
interface Page<Row> {
  readonly data: readonly Row[];
  readonly pagination: { readonly hasNextPage: boolean; readonly endCursor?: string };
}

const farEnds = JSON.parse(process.argv[2] ?? '') as FarEnds;
const statePath = process.argv[3] ?? '';
const agent = new Agent({ keepAlive: true });
const authorization = `Basic ${Buffer.from('bench:').toString('base64')}`;
let commits = 0;

await measure(exportJob, () => commits);

async function exportJob(): Promise<void> {
  const database = new DatabaseSync(statePath);
  database.exec(
    'pragma journal_mode=wal; pragma synchronous=full; create table item (id text primary key, state text, external_id text)',
  );
  const insert = database.prepare(`insert into item select value, 'enlisted', null from json_each(?)`);
  const intend = database.prepare(
    `update item set state = 'intended' where item.id in (select value from json_each(?))`,
  );
  const record = database.prepare(
    `update item set state = 'posted', external_id = row.value ->> 1 from json_each(?) row where item.id = row.value ->> 0`,
  );
  const reported = database.prepare(
    `update item set state = 'reported' where item.id in (select value from json_each(?))`,
  );
  const commit = (statement: { run(text: string): unknown }, rows: readonly unknown[]): void => {
    statement.run(JSON.stringify(rows));
    commits += 1;
  };

  await call('POST', `${farEnds.pleoUrl}/v3/export-job-events`, { jobId: farEnds.jobId, event: 'started' });
  const [ids, items] = await Promise.all([
    readAll<{ accountingEntryId: string }>(`/v3/export-jobs/${farEnds.jobId}/items?limit=100`, (page) =>
      commit(
        insert,
        page.map((row) => row.accountingEntryId),
      ),
    ),
    readAll<Item>(`/v3/export-items?job_id=${farEnds.jobId}&limit=100`, () => {}),
  ]);
  if (ids.length !== items.length) throw new Error('pages are missing');
  items.sort((left, right) =>
    left.date < right.date
      ? -1
      : left.date > right.date
        ? 1
        : left.accountingEntryId < right.accountingEntryId
          ? -1
          : 1,
  );

  const updates: unknown[] = [];
  const report = async (least: number): Promise<void> => {
    while (updates.length >= least && updates.length > 0) {
      const batch = updates.splice(0, 100) as { accountingEntryId: string }[];
      await call('PUT', `${farEnds.pleoUrl}/v3/export-jobs/${farEnds.jobId}/items`, batch);
      commit(
        reported,
        batch.map((update) => update.accountingEntryId),
      );
    }
  };
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const batch = items.slice(next, (next += 50));
      commit(
        intend,
        batch.map((item) => item.accountingEntryId),
      );
      const answer = (await call('POST', `${farEnds.ledgerUrl}/entries`, { entries: batch.map(toEntry) })) as {
        entries: { reference: string; id: string }[];
      };
      commit(
        record,
        answer.entries.map(({ reference, id }) => [reference.slice(0, 36), id]),
      );
      const exportedAt = new Date().toISOString();
      for (const { reference, id } of answer.entries) {
        updates.push({ accountingEntryId: reference.slice(0, 36), status: 'successful', externalId: id, exportedAt });
      }
      await report(100);
    }
  };
  await Promise.all([lane(), lane(), lane(), lane(), lane()]);
  await report(1);
  await call('POST', `${farEnds.pleoUrl}/v3/export-job-events`, { jobId: farEnds.jobId, event: 'completed' });
  database.close();
  agent.destroy();
}

function toEntry(item: Item): unknown {
  return {
    reference: `${item.accountingEntryId}/journal`,
    date: item.date.slice(0, 10),
    description: [item.supplier?.name, item.note].filter(Boolean).join(' '),
    currency: item.amount.inWalletCurrency.currency,
    total: item.amount.inWalletCurrency.value,
    settlement: item.contraAccount?.code ?? '63040',
    lines: item.accountingEntryLines.map((line) => ({
      account: line.account?.code,
      amount: line.lineAmount.inWalletCurrency.value,
      tax: line.tax?.code ?? null,
    })),
  };
}

async function readAll<Row>(path: string, onPage: (rows: readonly Row[]) => void): Promise<Row[]> {
  const rows: Row[] = [];
  let after = '';
  for (;;) {
    const page = (await call('GET', `${farEnds.pleoUrl}${path}${after}`)) as Page<Row>;
    rows.push(...page.data);
    onPage(page.data);
    if (!page.pagination.hasNextPage) return rows;
    after = `&after=${encodeURIComponent(page.pagination.endCursor ?? '')}`;
  }
}

function call(method: string, url: string, body?: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const json = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      authorization,
      ...(json && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) }),
    };
    const read = async (response: IncomingMessage): Promise<unknown> => {
      const answer = await text(response);
      if ((response.statusCode ?? 500) >= 300) throw new Error(`${method} ${url}: ${response.statusCode} ${answer}`);
      return answer === '' ? undefined : JSON.parse(answer);
    };
    const sent = request(url, { method, agent, headers }, (response) => {
      read(response).then(resolve, reject);
    });
    sent.on('error', reject).end(json);
  });
}
