import { documentReference, type AccountingAdapter, type Document, type PostOutcome } from '@ledgerferry/core';

/** Posts documents one by one, each with the ids of those before it, until one is not taken. */
export async function postAll(
  planned: readonly Document[],
  adapter: AccountingAdapter,
): Promise<readonly PostOutcome[]> {
  const resolved = new Map<string, string>();
  const outcomes: PostOutcome[] = [];
  for (const document of planned) {
    const reference = documentReference(document.key, adapter.capabilities.reference);
    const posted = await adapter.post({ requestKey: document.key, documents: [{ document, reference }], resolved });
    for (const outcome of posted) if (outcome.status === 'posted') resolved.set(outcome.key, outcome.externalId);
    outcomes.push(...posted);
    if (posted.some(({ status }) => status !== 'posted')) break;
  }
  return outcomes;
}
