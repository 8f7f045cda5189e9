import { access, constants } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type {
  AccountingAdapter,
  AdapterCapabilities,
  Clock,
  DocumentQuery,
  Finding,
  Readiness,
  ReferenceData,
} from '@ledgerferry/core';
import { accountHasCode } from './account-rules.js';
import { beancountForm } from './beancount-form.js';
import { composeBatch } from './compose-batch.js';
import { externalIdOf } from './external-id.js';
import { hledgerForm } from './hledger-form.js';
import type { JournalConnection } from './journal-connection.js';
import { fromSystemError, journalError, systemCode } from './journal-errors.js';
import { summaryOf } from './ledger-contents.js';
import { LedgerFile } from './ledger-file.js';
import type { LedgerIndex } from './ledger-index.js';
import { planEntry } from './plan-entry.js';
import { MAXIMUM_RECEIPT_BYTES, ReceiptsFolder } from './receipts-folder.js';

const RECORD = { postBatchSize: 500, draft: true };

/** References are unique under a lock, and whatever is written can be seen at once: nothing need ever be waited for. */
const CAPABILITIES: AdapterCapabilities = {
  reference: {
    maxLength: 200,
    alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./',
    lookup: 'exact',
    unique: true,
  },
  repeat: { windowMs: 0, cachesErrors: false },
  timeLimitMs: 30_000,
  lingerMs: 0,
  visibilityMs: 0,
  recordTypes: { journal: RECORD, invoice: RECORD, payment: RECORD },
  findBatchSize: 10_000,
  batchOutcome: 'each',
  maximumInFlight: 1,
  attachments: { maximumBytes: MAXIMUM_RECEIPT_BYTES },
  delivery: 'ledger',
};

/** Posts to a plain-text ledger: hledger's form for `*.journal`, beancount's for `*.beancount`. */
export function createJournalAdapter({
  connection,
  clock,
}: {
  readonly connection: JournalConnection;
  readonly clock: Clock;
}): AccountingAdapter {
  const form = connection.file.endsWith('.beancount') ? beancountForm : hledgerForm;
  const ledger = new LedgerFile({ file: connection.file, form, clock });
  const receipts = new ReceiptsFolder(connection.receipts);
  const receiptsLink = (reference: string) => receipts.link(reference, dirname(connection.file));

  return {
    capabilities: CAPABILITIES,
    checkReadiness: () => checkReadiness(ledger, receipts, connection),
    loadReferenceData: async (): Promise<ReferenceData> => ({ closedThrough: null }),
    rules: () => [accountHasCode],
    plan: planEntry,
    find: async (queries) => {
      const index = await ledger.read();
      return queries.map((query) => findOne(query, index));
    },
    post: (call) => ledger.append((index) => composeBatch(call, index, { form, receiptsLink })),
    attach: (call) => receipts.store(call),
    findAttachments: (target) => receipts.list(target.reference),
  };
}

function findOne({ key, reference }: DocumentQuery, index: LedgerIndex): Finding {
  const [found, ...others] = index.find(reference);
  if (!found) return { status: 'absent', key };
  return {
    status: found.draft ? 'draft' : 'live',
    key,
    externalId: found.externalId ?? externalIdOf(reference),
    externalUrl: null,
    summary: summaryOf(found, (currency) => index.decimalsOf(currency)),
    others: others.map((other) => `${other.externalId ?? externalIdOf(reference)} (line ${other.line})`),
  };
}

async function checkReadiness(
  ledger: LedgerFile,
  receipts: ReceiptsFolder,
  connection: JournalConnection,
): Promise<Readiness> {
  const path = await ledger.path();
  const index = await ledger.read();
  if (index.obstacle !== null) {
    throw journalError('JOURNAL_CANNOT_APPEND', path, { addition: `The reason: ${index.obstacle}.` });
  }
  const isThere = await checkWritable(path);
  const hasReceipts = await receipts.check();
  const missing = [...(isThere ? [] : [path]), ...(hasReceipts ? [] : [connection.receipts])];
  return {
    tenant: path,
    name: basename(path),
    warnings: missing.map((each) => `${each} does not exist yet and will be created.`),
  };
}

/** Demands that the ledger can be replaced; answers whether it is there already. */
async function checkWritable(path: string): Promise<boolean> {
  try {
    await access(dirname(path), constants.W_OK);
    await access(path, constants.R_OK | constants.W_OK);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw fromSystemError(error, path);
  }
}
