// The adapter for ledger.ts, loaded by the real command. What the ledger can do stands in the connection.
import {
  ADAPTER_CONTRACT,
  defineAdapter,
  systemClock,
  type AccountingAdapter,
  type AccountingEntry,
  type Document,
  type EntryPlan,
  type Finding,
  type PostOutcome,
} from '@ledgerferry/core';
import { createHttpClient, createPace, jsonAnswer, noAuthorization } from '@ledgerferry/http';
import { z } from 'zod';
import { BATCH_SIZES, FIND_BATCH_SIZE, IN_FLIGHT } from './limits.ts';

const connectionSchema = z.strictObject({ baseUrl: z.url(), unique: z.boolean() });
const summary = z.object({
  date: z.string(),
  total: z.object({ currency: z.string(), minorUnits: z.int(), exponent: z.int() }),
  accounts: z.array(z.string()),
});
const bookedAnswer = z.object({
  documents: z.array(
    z.object({ reference: z.string(), id: z.string().nullable(), summary: summary.nullable().default(null) }),
  ),
});
const fileAnswer = z.object({ id: z.string() });
const filesAnswer = z.object({ files: z.array(z.object({ name: z.string() })) });
const nothing = z.object({});

export default defineAdapter({
  name: 'bench',
  contract: ADAPTER_CONTRACT,
  connectionSchema,
  create: ({ connection }) => createLedgerAdapter(connection),
});

function createLedgerAdapter({ baseUrl, unique }: z.infer<typeof connectionSchema>): AccountingAdapter {
  const http = createHttpClient({
    system: 'The ledger',
    baseUrl,
    authorization: noAuthorization,
    pace: createPace({ clock: systemClock, concurrent: IN_FLIGHT }),
    clock: systemClock,
  });
  const ask = async <Answer>(path: string, json: unknown, schema: z.ZodType<Answer>, write = true): Promise<Answer> => {
    const answer = await http.request({ method: 'POST', path, body: { json }, write, answer: jsonAnswer(schema) });
    if (!answer.ok) throw new Error(`the ledger answered ${answer.status}`);
    return answer.body;
  };
  const recordType = (postBatchSize: number) => ({ postBatchSize, draft: false });
  return {
    capabilities: {
      reference: { maxLength: 80, alphabet: 'abcdefghijklmnopqrstuvwxyz0123456789-/', lookup: 'exact', unique },
      repeat: { windowMs: 0, cachesErrors: false },
      timeLimitMs: 30_000,
      lingerMs: 0,
      visibilityMs: 0,
      recordTypes: {
        contact: recordType(BATCH_SIZES.contact),
        journal: recordType(BATCH_SIZES.journal),
        invoice: recordType(BATCH_SIZES.invoice),
        payment: recordType(BATCH_SIZES.payment),
      },
      findBatchSize: FIND_BATCH_SIZE,
      batchOutcome: 'each',
      maximumInFlight: IN_FLIGHT,
      attachments: { maximumBytes: 10_000_000 },
      delivery: 'ledger',
    },
    checkReadiness: async () => {
      await ask('/readiness', {}, nothing, false);
      return { tenant: 'bench', name: 'Bench', warnings: [] };
    },
    loadReferenceData: async () => {
      await ask('/reference-data', {}, nothing, false);
      return { closedThrough: null };
    },
    rules: () => [],
    plan: toPlan,
    find: async (queries) => {
      const isForContacts = queries.every(({ document }) => document.recordType === 'contact');
      const references = queries.map(({ reference }) => reference);
      const path = isForContacts ? '/contacts/find' : '/documents/find';
      const found = new Map(
        (await ask(path, { references }, bookedAnswer, false)).documents.map((booked) => [booked.reference, booked]),
      );
      return queries.map(({ key, reference }): Finding => {
        const booked = found.get(reference);
        if (!booked?.id) return { status: 'absent', key };
        return { status: 'live', key, externalId: booked.id, externalUrl: null, summary: booked.summary, others: [] };
      });
    },
    post: async ({ documents }) => {
      const sent = documents.map(({ document, reference }) => ({
        reference,
        summary: document.summary,
        body: document.body,
      }));
      const answer = await ask(`/${documents[0]?.document.recordType}`, { documents: sent }, bookedAnswer);
      const booked = new Map(answer.documents.map((one) => [one.reference, one]));
      return documents.map(({ document, reference }): PostOutcome => {
        const { key } = document;
        const one = booked.get(reference);
        if (!one?.id) return { status: 'exists', key };
        return { status: 'posted', key, externalId: one.id, externalUrl: null, summary: one.summary };
      });
    },
    attach: async ({ fileName, target }) => {
      const { id } = await ask('/files', { documentId: target.externalId, name: fileName }, fileAnswer);
      return { externalId: id };
    },
    findAttachments: async ({ externalId }) => {
      const { files } = await ask('/files/find', { documentId: externalId }, filesAnswer, false);
      return files.map(({ name }) => ({ fileName: name, externalId: name }));
    },
  };
}

/** A bill becomes an invoice, which needs its vendor as a contact; its payment needs the invoice; everything else is a journal. */
function toPlan(entry: AccountingEntry): EntryPlan {
  const { kind, counterparty, settles } = entry;
  if (kind === 'payment') {
    const invoices = settles.map(({ documentKey }) => documentKey);
    return { documents: [toDocument(entry, 'payment', invoices)], prerequisites: [] };
  }
  if (kind !== 'bill' || !counterparty) return { documents: [toDocument(entry, 'journal', [])], prerequisites: [] };
  const name = counterparty.id ?? counterparty.name.toLowerCase();
  const contact = {
    key: `prerequisite/contact/${name}`,
    role: 'contact',
    recordType: 'contact',
    body: { name },
    dependsOn: [],
    summary: null,
  };
  return { documents: [toDocument(entry, 'invoice', [contact.key])], prerequisites: [contact] };
}

function toDocument(entry: AccountingEntry, recordType: string, dependsOn: readonly string[]): Document {
  return {
    key: `${entry.accountingEntryId}/${recordType}`,
    role: recordType,
    recordType,
    body: { description: entry.description },
    dependsOn,
    summary: { date: entry.date, total: entry.amount, accounts: [] },
  };
}
