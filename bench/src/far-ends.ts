// A process of its own: Pleo and a ledger that takes batches of 50, both on real ports, so that only the exporter is measured.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { generateExportJob, startPleoSimulator } from '@ledgerferry/pleo-simulator';

/** Where the far ends are, as their process says on its first line. */
export interface FarEnds {
  readonly pleoUrl: string;
  readonly ledgerUrl: string;
  readonly companyId: string;
  readonly jobId: string;
}

/** What the far ends' books say afterwards. */
export interface FarEndsVerdict {
  readonly booked: number;
  readonly duplicates: number;
  readonly successful: number;
  readonly jobStatus: string;
  readonly ledgerCalls: number;
}

const API_KEY = 'bench';
const items = Number(process.argv[2]);

const pleo = await startPleoSimulator({ apiKey: API_KEY, rateLimitPerMinute: 1_000_000 });
const job = generateExportJob({
  seed: 1,
  items,
  types: ['card_purchase', 'out_of_pocket', 'fee', 'refund'],
  receipts: 0,
});
pleo.addJob(job);

const references = new Map<string, number>();
let ledgerCalls = 0;
const ledger = createServer((request, response) => {
  void (async () => {
    const answer = request.url === '/verdict' ? verdict() : await post(request);
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  })();
});
ledger.listen(0, '127.0.0.1', () => {
  const { port } = ledger.address() as AddressInfo;
  const farEnds: FarEnds = {
    pleoUrl: pleo.url,
    ledgerUrl: `http://127.0.0.1:${port}`,
    companyId: job.companyId,
    jobId: job.id,
  };
  process.stdout.write(`${JSON.stringify(farEnds)}\n`);
});
process.on('SIGTERM', () => process.exit(0));

async function post(request: IncomingMessage): Promise<unknown> {
  ledgerCalls += 1;
  const { entries } = JSON.parse(await text(request)) as { entries: { reference: string; total: number }[] };
  for (const { reference } of entries) references.set(reference, (references.get(reference) ?? 0) + 1);
  return { entries: entries.map(({ reference, total }) => ({ reference, id: `L-${reference}`, total })) };
}

function verdict(): FarEndsVerdict {
  const book = pleo.books.job(job.id);
  return {
    booked: references.size,
    duplicates: [...references.values()].filter((times) => times > 1).length,
    successful: book.items.filter((item) => item.status === 'successful').length,
    jobStatus: book.status,
    ledgerCalls,
  };
}
