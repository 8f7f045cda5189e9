import { chunk } from '../lifecycle/arrange-batches.js';
import type { LedgerReader } from '../lifecycle/guard-adapter.js';
import { storedDocumentQuery } from '../lifecycle/stored-document-query.js';
import type { Finding, FoundAttachment } from '../ports/accounting-adapter.js';
import type { StoredDocument } from '../ports/state-store.js';

/** What the ledger holds now of some documents. */
export interface LedgerSight {
  /** By document key; empty where this accounting system cannot be asked. */
  readonly findings: ReadonlyMap<string, Finding>;
  /** By the external id of the document that they hang on; only of documents that receipts were attached to. */
  readonly attachments: ReadonlyMap<string, readonly FoundAttachment[]>;
}

/** Looks documents up, and the receipts of those that should have some. Reads only. */
export async function lookAtLedger(reader: LedgerReader, documents: readonly StoredDocument[]): Promise<LedgerSight> {
  const findings = await findDocuments(
    reader,
    documents.filter(({ role }) => role !== 'receipt'),
  );
  return { findings, attachments: await listAttachments(reader, documents, findings) };
}

/** True where the ledger holds it. */
export function isHeld(finding: Finding | undefined): finding is Extract<Finding, { status: 'live' | 'draft' }> {
  return finding?.status === 'live' || finding?.status === 'draft';
}

async function findDocuments(
  reader: LedgerReader,
  documents: readonly StoredDocument[],
): Promise<ReadonlyMap<string, Finding>> {
  const { reference, findBatchSize } = reader.capabilities;
  const findings = new Map<string, Finding>();
  if (reference.lookup === 'none') return findings;
  for (const batch of chunk(documents, findBatchSize)) {
    for (const finding of await reader.find(batch.map(storedDocumentQuery))) findings.set(finding.key, finding);
  }
  return findings;
}

/** A receipt knows the document it was attached to by its fingerprint: that document's external id. */
async function listAttachments(
  reader: LedgerReader,
  documents: readonly StoredDocument[],
  findings: ReadonlyMap<string, Finding>,
): Promise<ReadonlyMap<string, readonly FoundAttachment[]>> {
  const { attachments, maximumInFlight } = reader.capabilities;
  const listed = new Map<string, readonly FoundAttachment[]>();
  if (!attachments) return listed;
  const attached = documents.filter(({ role, state }) => role === 'receipt' && state === 'posted');
  const wanted = new Set(attached.map(({ fingerprint }) => fingerprint));
  const targets = documents.filter(({ key, externalId }) => wanted.has(externalId ?? '') && isHeld(findings.get(key)));
  for (const batch of chunk(targets, maximumInFlight)) {
    await Promise.all(
      batch.map(async ({ externalId, recordType, reference }) => {
        const target = { externalId: externalId ?? '', recordType, reference };
        listed.set(target.externalId, await reader.findAttachments(target));
      }),
    );
  }
  return listed;
}
