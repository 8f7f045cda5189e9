import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { startPleoSimulator, type PleoSimulator } from '@ledgerferry/pleo-simulator';
import { openFront, type Crossed, type Crosser, type Crossing } from './counting-front.ts';
import type { LedgerUnderTest } from './ledgers/ledger-under-test.ts';
import { openLedger } from './ledgers/open-ledger.ts';
import type { LedgerKind } from './sweep-case.ts';
import type { SweepJob } from './sweep-job.ts';

/** Rows of a page: several pages a layer. */
const LARGEST_PAGE = 25;

export type RequestKind = 'read' | 'event' | 'voucher' | 'receipt' | 'report';

/** Both far ends of a case. They outlive every runner. */
export interface FarEnds {
  readonly pleoUrl: string;
  readonly ledgerUrl: string;
  readonly pleo: PleoSimulator;
  readonly ledger: LedgerUnderTest;
  readonly crossings: readonly Crossing[];
  /** What a request is for: SuiteQL reads by POST, so the method alone does not tell. */
  kindOf(crossing: Pick<Crossing, 'method' | 'path'>): RequestKind;
  /** Pages of Pleo's data layer. */
  readonly dataPages: number;
  /** Decides what becomes of each request from now on. */
  intercept(crosser: Crosser): void;
  /** When a runner is gone: breaks its connections, and lets every further request through. */
  letThrough(): void;
  /** Resolves when the next request arrives. */
  nextRequest(): Promise<void>;
  close(): Promise<void>;
}

export interface FarEndsOptions {
  readonly input: SweepJob;
  readonly ledger: LedgerKind;
  /** The file that says how far the time of day is put forward, in milliseconds. */
  readonly clockFile: string;
}

/** What the runner hears in place of what the far end said. */
type Rewrite = (crossing: Crossing, crossed: Crossed) => Crossed;

const pass: Crosser = (_, takeEffect) => takeEffect();

/** Starts Pleo with the job waiting and a ledger with empty books, each behind a front that counts. */
export async function startFarEnds({ input, ledger: kind, clockFile }: FarEndsOptions): Promise<FarEnds> {
  const now = (): Date => new Date(Date.now() + Number(readFileSync(clockFile, 'utf8')));
  const pleo = await startPleoSimulator({ largestPage: LARGEST_PAGE, rateLimitPerMinute: 100_000, now });
  pleo.addJob(input.job);
  const ledger = await openLedger(kind, () => now().getTime());
  const crossings: Crossing[] = [];
  const arrivals = new EventEmitter();
  let crosser: Crosser = pass;
  const count = (): number => crossings.length + 1;
  const through =
    (rewrite: Rewrite): Crosser =>
    (crossing, takeEffect) => {
      crossings.push(crossing);
      arrivals.emit('arrival');
      return crosser(crossing, async () => rewrite(crossing, await takeEffect()));
    };
  const pleoFront = await openFront(
    pleo.url,
    count,
    through((_, crossed) => leadTo(pleoFront.url, pleo.url, crossed)),
  );
  const ledgerFront = await openFront(
    ledger.url,
    count,
    through((crossing, crossed) => ledger.rewrite(crossing, crossed)),
  );
  return {
    pleoUrl: pleoFront.url,
    ledgerUrl: ledgerFront.url,
    pleo,
    ledger,
    crossings,
    kindOf: (crossing) => ledger.kindOf(crossing) ?? kindAtPleo(crossing),
    dataPages: Math.ceil(input.job.exportItems.length / LARGEST_PAGE),
    intercept: (next) => {
      crosser = next;
    },
    letThrough() {
      pleoFront.disconnect();
      ledgerFront.disconnect();
      crosser = pass;
    },
    nextRequest: async () => void (await once(arrivals, 'arrival')),
    async close() {
      await Promise.all([pleoFront.close(), ledgerFront.close(), pleo.close(), ledger.close()]);
    },
  };
}

/** Receipts are downloaded from addresses that Pleo names: they lead through the front as well. */
function leadTo(front: string, pleo: string, crossed: Crossed): Crossed {
  if (!crossed.contentType.includes('json')) return crossed;
  return { ...crossed, body: Buffer.from(crossed.body.toString().replaceAll(pleo, front)) };
}

function kindAtPleo({ method }: Pick<Crossing, 'method'>): RequestKind {
  if (method === 'GET') return 'read';
  return method === 'PUT' ? 'report' : 'event';
}
