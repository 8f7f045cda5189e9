import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import type { GeneratedExportJob } from '@ledgerferry/pleo-simulator';
import { KINDS, sideBySide, type Calls, type Ledger } from './ledger.ts';
import { contactsOf, filesOf, typeOf, type DocumentType } from './least-calls.ts';
import { BATCH_SIZES, FIND_BATCH_SIZE, IN_FLIGHT } from './limits.ts';
import { openWorkplace } from './workplace.ts';

const ITEMS = 1_000;

/** The call at which the command is killed: from it on the ledger applies every other call, and answers none. */
const KILLED_AT = {
  postings: { kind: 'postJournals', number: 5 },
  receipts: { kind: 'attachFiles', number: 40 },
} as const;

/** Calls of the run after a `kill -9`, beside the most there may be: what is left to do, and the look-ups that the crash demands. */
export async function measureCrash({
  unique,
  during,
}: {
  readonly unique: boolean;
  readonly during: keyof typeof KILLED_AT;
}) {
  const { ledger, pleo, stateFile, ...workplace } = await openWorkplace({ unique });
  try {
    const job = workplace.addJob({ seed: 1, items: ITEMS });
    const command = workplace.start();
    const { kind, number } = KILLED_AT[during];
    await ledger.holdFrom(kind, number, IN_FLIGHT);
    command.kill('SIGKILL');
    await once(command, 'exit');

    ledger.letGo();
    ledger.countAnew();
    const most = mostCallsAfter(job, { unique, ledger, stored: documentsIn(stateFile) });
    await workplace.run();
    demandExactlyOnce(job, ledger, pleo.books.job(job.id).status);
    const made = ledger.calls();
    const withinTheBound = KINDS.every((kind) => made[kind] <= most[kind]);
    return {
      uniqueReferences: unique,
      killedDuring: during,
      items: ITEMS,
      calls: sideBySide(made, most),
      withinTheBound,
    };
  } finally {
    await workplace.close();
  }
}

/** A document or receipt as the killed command left it in the state file. */
interface StoredRow {
  readonly accounting_entry_id: string | null;
  readonly role: string;
  readonly state: string;
}

function documentsIn(stateFile: string): readonly StoredRow[] {
  const database = new DatabaseSync(stateFile, { readOnly: true });
  const rows = database.prepare('select accounting_entry_id, role, state from document').all();
  database.close();
  return rows.map(({ accounting_entry_id: entry, role, state }) => ({
    accounting_entry_id: entry === null ? null : String(entry),
    role: String(role),
    state: String(state),
  }));
}

/**
 * What the ledger lacks, in full batches, and the look-ups: with unique references of what was written down and not answered, else of
 * every document that the state has no result of; and of every receipt without one whose document is in the ledger.
 */
function mostCallsAfter(
  { exportItems }: GeneratedExportJob,
  {
    unique,
    ledger,
    stored,
  }: { readonly unique: boolean; readonly ledger: Ledger; readonly stored: readonly StoredRow[] },
): Calls {
  const isBooked = new Set(ledger.documents.map(({ reference }) => reference));
  const documents = stored.filter(({ role }) => role !== 'receipt' && role !== 'contact');
  const withState = (rows: readonly StoredRow[], state: string): number =>
    rows.filter((row) => row.state === state).length;
  const inDoubt = unique ? withState(documents, 'intended') : exportItems.length - withState(documents, 'posted');
  const attached = stored.filter(({ role, state }) => role === 'receipt' && state === 'posted');
  const filesInDoubt = exportItems
    .filter((item) => isBooked.has(`${item.accountingEntryId}/${typeOf(item)}`))
    .flatMap(filesOf).length;
  const lacking = (type: DocumentType): number =>
    exportItems.filter((item) => typeOf(item) === type && !isBooked.has(`${item.accountingEntryId}/${type}`)).length;
  const booked = ledger.documents.filter(({ recordType }) => recordType === 'contact').length;
  const contacts = contactsOf(exportItems).size - booked;
  return {
    readiness: 1,
    referenceData: 1,
    findContacts: Math.ceil(contacts / FIND_BATCH_SIZE),
    findDocuments: Math.ceil(inDoubt / FIND_BATCH_SIZE),
    postContacts: contacts,
    postJournals: Math.ceil(lacking('journal') / BATCH_SIZES.journal),
    postInvoices: Math.ceil(lacking('invoice') / BATCH_SIZES.invoice),
    postPayments: Math.ceil(lacking('payment') / BATCH_SIZES.payment),
    findFiles: filesInDoubt - attached.length,
    attachFiles: exportItems.flatMap(filesOf).length - ledger.files.length,
  };
}

/** A figure of a run that booked anything wrong is worth nothing. */
function demandExactlyOnce({ exportItems }: GeneratedExportJob, { documents, files }: Ledger, status: string): void {
  const expected = {
    documents: exportItems.length + contactsOf(exportItems).size,
    files: exportItems.flatMap(filesOf).length,
    status: 'completed',
  };
  const booked = { documents: documents.length, files: files.length, status };
  const distinct = new Set([...documents.map(({ reference }) => reference), ...files]).size;
  if (JSON.stringify(booked) === JSON.stringify(expected) && distinct === expected.documents + expected.files) return;
  throw new Error(`after a crash: ${JSON.stringify({ booked, expected, distinct })}`);
}
