import type { DocumentQuery, Finding, OutgoingDocument, PostCall, PostOutcome } from '@ledgerferry/core';

/** Looks documents up, as the adapter does. */
type Find = (queries: readonly DocumentQuery[]) => Promise<readonly Finding[]>;

/**
 * A payment is refused as exceeding what is due also where it is itself what was paid: such ones are looked for, and what is there, or
 * cannot be seen, is not called refused.
 */
export async function lookForPayments(
  { documents }: PostCall,
  outcomes: readonly PostOutcome[],
  find: Find,
): Promise<readonly PostOutcome[]> {
  const exceeding = new Set(outcomes.flatMap((outcome) => (exceedsDue(outcome) ? outcome.key : [])));
  if (exceeding.size === 0) return outcomes;
  const asked = documents.filter(({ document }) => exceeding.has(document.key));
  const findings = await find(asked.map(queryOf)).catch((): readonly Finding[] => []);
  const absent = new Set(findings.flatMap(({ status, key }) => (status === 'absent' ? key : [])));
  return outcomes.map((outcome) => {
    const { key } = outcome;
    if (!exceeding.has(key) || absent.has(key)) return outcome;
    return { status: 'unknown', key, evidence: 'Xero says that the bill is paid, perhaps by this very payment' };
  });
}

function exceedsDue(outcome: PostOutcome): boolean {
  return outcome.status === 'refused' && outcome.problem.code === 'XERO_PAYMENT_EXCEEDS_DUE';
}

function queryOf({ document, reference }: OutgoingDocument): DocumentQuery {
  const { key, recordType, summary } = document;
  const date = summary?.date ?? null;
  return { key, reference, recordTypes: [recordType], date, firstDate: date, externalId: null, document };
}
