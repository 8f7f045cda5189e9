import type { ItemOutcome } from '../model/item-outcome.js';

/** The outcomes as Pleo has them: an entry whose success it refuses to store does not count as exported. */
export function outcomesAtPleo(
  outcomes: readonly ItemOutcome[],
  refusals: ReadonlyMap<string, string>,
): readonly ItemOutcome[] {
  return outcomes.map((outcome) => {
    const refusal = refusals.get(outcome.accountingEntryId);
    if (refusal === undefined || outcome.status !== 'exported') return outcome;
    const { accountingEntryId, externalId } = outcome;
    const message = `The entry is in the ledger as ${externalId}, but Pleo did not store that (${refusal}): check the entry in Pleo.`;
    const problem = {
      code: 'OUTCOME_NOT_STORED',
      reason: 'unexpected_failure',
      owner: 'ledgerferry',
      message,
    } as const;
    return { status: 'failed', accountingEntryId, externalId, problem };
  });
}
