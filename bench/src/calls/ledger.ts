// A ledger on a real port that counts what it is asked: batches of journals, invoices and payments, contacts, look-ups, files.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What can be asked of the ledger. */
export const KINDS = [
  'readiness',
  'referenceData',
  'findContacts',
  'findDocuments',
  'postContacts',
  'postJournals',
  'postInvoices',
  'postPayments',
  'findFiles',
  'attachFiles',
] as const;
type Kind = (typeof KINDS)[number];
export type Calls = Readonly<Record<Kind, number>>;

/** A document as it lies in the ledger. */
interface BookedDocument {
  readonly id: string;
  readonly reference: string;
  readonly recordType: string;
  readonly summary: unknown;
}

export interface Ledger {
  readonly url: string;
  readonly documents: readonly BookedDocument[];
  /** Names of all files, each as often as it was attached. */
  readonly files: readonly string[];
  /** Calls of each kind since the last {@link countAnew}. */
  readonly calls: () => Calls;
  countAnew(): void;
  /**
   * Answers no call of this kind any more, from that number on: applies one, loses the next, and so on. Resolves once `waiting` calls
   * wait for their answers.
   */
  holdFrom(kind: Kind, number: number, waiting: number): Promise<void>;
  /** Answers everything again. What was held stays without an answer. */
  letGo(): void;
  close(): Promise<void>;
}

interface Hold {
  readonly kind: Kind;
  readonly from: number;
  readonly isWaiting: () => void;
}

type Route = readonly [kind: Kind, answer: (body: never) => unknown];

/** Starts one, with empty books. With unique references it refuses one that it holds. */
export async function startLedger({ unique }: { readonly unique: boolean }): Promise<Ledger> {
  const documents: BookedDocument[] = [];
  const byReference = new Map<string, BookedDocument>();
  const files: { readonly documentId: string; readonly name: string }[] = [];
  let calls = none();
  let hold: Hold | undefined;

  const find = ({ references }: { references: string[] }): unknown => ({
    documents: references.flatMap((reference) => byReference.get(reference) ?? []),
  });
  const post = (recordType: string) => (body: { documents: { reference: string; summary: unknown }[] }) => ({
    documents: body.documents.map(({ reference, summary }) => {
      if (unique && byReference.has(reference)) return { reference, id: null };
      const document = { id: `L${documents.length + 1}`, reference, recordType, summary };
      documents.push(document);
      byReference.set(reference, document);
      return document;
    }),
  });
  const routes: Readonly<Record<string, Route>> = {
    '/readiness': ['readiness', () => ({})],
    '/reference-data': ['referenceData', () => ({})],
    '/contacts/find': ['findContacts', find],
    '/documents/find': ['findDocuments', find],
    '/contact': ['postContacts', post('contact')],
    '/journal': ['postJournals', post('journal')],
    '/invoice': ['postInvoices', post('invoice')],
    '/payment': ['postPayments', post('payment')],
    '/files/find': [
      'findFiles',
      (wanted: { documentId: string }) => ({
        files: files.filter(({ documentId }) => documentId === wanted.documentId),
      }),
    ],
    '/files': ['attachFiles', (file: { documentId: string; name: string }) => ({ id: `F${files.push(file)}` })],
  };

  const answer = async (request: IncomingMessage): Promise<unknown> => {
    const [kind, take] = routes[request.url ?? ''] ?? [];
    if (!kind || !take) throw new Error(`there is no ${request.url}`);
    calls[kind] += 1;
    const number = calls[kind];
    const body = await text(request);
    const isHeld = hold?.kind === kind && number >= hold.from;
    const isLost = isHeld && number % 2 === 0;
    const taken = isLost ? undefined : take((body === '' ? {} : JSON.parse(body)) as never);
    if (!isHeld) return taken;
    hold?.isWaiting();
    return new Promise(() => {});
  };
  const server = createServer((request, response) => {
    void (async () => {
      const body = JSON.stringify(await answer(request));
      response.setHeader('content-type', 'application/json').end(body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    documents,
    get files() {
      return files.map(({ name }) => name);
    },
    calls: () => ({ ...calls }),
    countAnew: () => {
      calls = none();
    },
    holdFrom: (kind, from, waiting) =>
      new Promise((resolve) => {
        let left = waiting;
        hold = { kind, from, isWaiting: () => (--left === 0 ? resolve() : undefined) };
      }),
    letGo: () => {
      hold = undefined;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function none(): Record<Kind, number> {
  return Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
}

/** Each kind as `made of bound`. */
export function sideBySide(made: Calls, bound: Calls): Readonly<Record<string, string>> {
  return Object.fromEntries(KINDS.map((kind) => [kind, `${made[kind]} of ${bound[kind]}`]));
}
