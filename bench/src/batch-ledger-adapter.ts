import { money, type AccountingAdapter, type AccountingEntry, type Json, type PostOutcome } from '@ledgerferry/core';
import { createHttpClient, createPace, jsonAnswer, noAuthorization } from '@ledgerferry/http';
import { systemClock } from '@ledgerferry/core';
import { z } from 'zod';

const answerSchema = z.object({
  entries: z.array(z.object({ reference: z.string(), id: z.string(), total: z.int() })),
});

/** An adapter for the ledger of far-ends.ts: journals in batches of 50, five calls in flight, unique references. */
export function createBatchLedgerAdapter(baseUrl: string): AccountingAdapter {
  const http = createHttpClient({
    system: 'The ledger',
    baseUrl,
    authorization: noAuthorization,
    pace: createPace({ clock: systemClock, concurrent: 5 }),
    clock: systemClock,
  });
  return {
    capabilities: {
      reference: { maxLength: 60, alphabet: 'abcdefghijklmnopqrstuvwxyz0123456789-/', lookup: 'exact', unique: true },
      repeat: { windowMs: 0, cachesErrors: false },
      timeLimitMs: 30_000,
      lingerMs: 0,
      visibilityMs: 0,
      recordTypes: { journal: { postBatchSize: 50, draft: true } },
      findBatchSize: 50,
      batchOutcome: 'each',
      maximumInFlight: 5,
      attachments: null,
      delivery: 'ledger',
    },
    checkReadiness: async () => ({ tenant: 'bench', name: 'Bench', warnings: [] }),
    loadReferenceData: async () => ({ closedThrough: null }),
    rules: () => [],
    plan: (entry) => ({ documents: [toJournal(entry)], prerequisites: [] }),
    find: async (queries) => queries.map(({ key }) => ({ status: 'absent', key })),
    post: async (call) => {
      const entries = call.documents.map(({ document, reference }) => ({ reference, ...(document.body as object) }));
      const answer = await http.request({
        method: 'POST',
        path: '/entries',
        body: { json: { entries } },
        write: true,
        answer: jsonAnswer(answerSchema),
      });
      if (!answer.ok) throw new Error(`the ledger answered ${answer.status}`);
      const booked = new Map(answer.body.entries.map((entry) => [entry.reference, entry]));
      return call.documents.map(({ document, reference }): PostOutcome => {
        const entry = booked.get(reference);
        const summary = document.summary && { ...document.summary };
        if (!entry || !summary) return { status: 'unknown', key: document.key, evidence: 'not in the answer' };
        const total = money(summary.total.currency, entry.total, summary.total.exponent);
        return {
          status: 'posted',
          key: document.key,
          externalId: entry.id,
          externalUrl: null,
          summary: { ...summary, total },
        };
      });
    },
    attach: async () => ({ externalId: '' }),
    findAttachments: async () => [],
  };
}

function toJournal(entry: AccountingEntry): ReturnType<AccountingAdapter['plan']>['documents'][number] {
  const body: Json = {
    date: entry.date,
    description: entry.description,
    currency: entry.amount.currency,
    total: entry.amount.minorUnits,
    settlement: entry.settlement.code,
    lines: entry.lines.map((line) => ({
      account: line.account.code,
      amount: line.gross.minorUnits,
      tax: line.tax?.code ?? null,
    })),
  };
  return {
    key: `${entry.accountingEntryId}/journal`,
    role: 'journal',
    recordType: 'journal',
    body,
    dependsOn: [],
    summary: { date: entry.date, total: entry.amount, accounts: [] },
  };
}
