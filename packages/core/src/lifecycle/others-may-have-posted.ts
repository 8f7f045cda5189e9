import type { AdapterCapabilities } from '../ports/accounting-adapter.js';
import type { StoredJob } from '../ports/state-store.js';

/** Entries that may be in the ledger because of a job that another store carried, each with the id that Pleo was told, where it was. */
export type CarriedElsewhere = ReadonlyMap<string, string | null>;

/** What decides whether somebody may have sent a document of which the store knows no sending. */
export interface SendingFacts {
  readonly reader: { readonly capabilities: Pick<AdapterCapabilities, 'reference'> };
  readonly stored: Pick<StoredJob, 'takenUpAs' | 'firstOfCompany'>;
  readonly resumed: boolean;
  /** When this run began. Milliseconds since the epoch. */
  readonly beganAt: number;
  readonly carriedElsewhere: CarriedElsewhere;
}

type Facts = Pick<SendingFacts, 'stored' | 'resumed' | 'carriedElsewhere' | 'beganAt'>;

/**
 * True where somebody may have posted for the entry without this store knowing: another process, an earlier run, a store that was lost.
 * What entries share may have come with any of them.
 */
export function othersMayHavePosted(facts: Facts, accountingEntryId: string | null): boolean {
  return facts.resumed || facts.stored.firstOfCompany || isOfAnotherStore(facts, accountingEntryId);
}

/**
 * The lowest generation that a document may be sent under: where another store has sent calls of it, nobody knows how often, so
 * counting begins at a number that none can have come to. Else the ledger could take a new call for a repeat of an old one.
 */
export function leastGeneration(facts: Facts, accountingEntryId: string | null): number {
  return isOfAnotherStore(facts, accountingEntryId) ? facts.beganAt : 0;
}

/** True where Pleo shows the entry in a job that another store began. */
export function isOfAnotherStore({ stored, carriedElsewhere }: Facts, accountingEntryId: string | null): boolean {
  if (stored.takenUpAs === 'in_progress') return true;
  return accountingEntryId === null ? carriedElsewhere.size > 0 : carriedElsewhere.has(accountingEntryId);
}
