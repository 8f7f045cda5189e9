import { isCommit } from './state-tape.js';

/** One use of the outside: a call to Pleo or to the ledger, or a commit. */
export interface Boundary {
  readonly port: 'pleo' | 'ledger' | 'store';
  readonly method: string;
}

/** How a boundary is called in tables: `ledger.post`. */
export function nameOf({ port, method }: Boundary): string {
  return `${port}.${method}`;
}

/** True for a call over a network. */
export function isCall({ port }: Boundary): boolean {
  return port !== 'store';
}

/** True for a call that books something. */
export function isLedgerWrite({ port, method }: Boundary): boolean {
  return port === 'ledger' && (method === 'post' || method === 'attach');
}

/** True for anything that changes the far end. */
export function isWrite(boundary: Boundary): boolean {
  const { port, method } = boundary;
  return isLedgerWrite(boundary) || (port === 'pleo' && ['start', 'report', 'complete'].includes(method));
}

/** True for one page of a listing. */
export function isPage({ port, method }: Boundary): boolean {
  return port === 'pleo' && (method === 'jobItems' || method === 'exportItems');
}

/** True for a write to the store. */
export function isStateCommit({ port, method }: Boundary): boolean {
  return port === 'store' && isCommit(method);
}
