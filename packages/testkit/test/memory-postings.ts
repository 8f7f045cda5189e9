import type { LedgerPosting } from '../src/ledger-back-door.js';
import type { MemoryLedger } from '../src/memory-ledger.js';

interface MemoryLeg {
  readonly account: string;
  readonly minorUnits: number;
}

interface MemoryBody {
  readonly direction: 'in' | 'out';
  readonly lines: readonly MemoryLeg[];
  readonly counter: MemoryLeg;
}

/** What a document of the ledger in memory debits and credits, read from its body. */
export function memoryPostings(ledger: MemoryLedger, externalId: string): readonly LedgerPosting[] {
  const body: unknown = ledger.documents().find((document) => document.externalId === externalId)?.body;
  if (!isMemoryBody(body)) return [];
  const sign = body.direction === 'out' ? 1 : -1;
  const lines = body.lines.map(({ account, minorUnits }) => ({ account, minorUnits: sign * minorUnits }));
  return [...lines, { account: body.counter.account, minorUnits: -sign * body.counter.minorUnits }];
}

function isMemoryBody(body: unknown): body is MemoryBody {
  return typeof body === 'object' && body !== null && 'lines' in body && 'counter' in body && 'direction' in body;
}
