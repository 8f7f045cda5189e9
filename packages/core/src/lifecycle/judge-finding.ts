import { formatMoney, isSameMoney, type Money } from '../model/money.js';
import type { Document } from '../model/document.js';
import type { Finding } from '../ports/accounting-adapter.js';
import type { PreparedDocument } from './document-book.js';

/** What a look-up means for a document. */
export type Verdict =
  | {
      readonly status: 'there';
      readonly externalId: string;
      readonly externalUrl: string | null;
      readonly booked: Money | null;
      /** The day it is on in the ledger; null where the ledger does not tell. */
      readonly bookedOn: string | null;
    }
  | { readonly status: 'absent' }
  | { readonly status: 'uncertain'; readonly evidence: string };

/**
 * Reads a finding. There, once, with the planned total and currency: it is ours, whatever else a person changed. Voided counts as
 * absent only where nobody can have posted it just now, because a voided document may be what a person made of a duplicate.
 */
export function judgeFinding(
  finding: Finding,
  prepared: Named,
  { mayBeOurs }: { readonly mayBeOurs: boolean },
): Verdict {
  switch (finding.status) {
    case 'absent':
      return { status: 'absent' };
    case 'unknown':
      return uncertain(prepared, `the ledger does not say whether it holds it (${finding.evidence})`);
    case 'voided':
      return mayBeOurs
        ? uncertain(prepared, `the ledger holds it as voided under id ${finding.externalId}`)
        : { status: 'absent' };
    case 'live':
    case 'draft':
      return judgeFound(finding, prepared);
  }
}

function judgeFound(finding: Extract<Finding, { status: 'live' | 'draft' }>, prepared: Named): Verdict {
  const { externalId, externalUrl, summary, others } = finding;
  if (others.length > 0)
    return uncertain(
      prepared,
      `the ledger holds it ${others.length + 1} times: ids ${[externalId, ...others].join(', ')}`,
    );
  const difference = describeDifference(prepared.document, summary?.total ?? null);
  if (difference) return uncertain(prepared, `the ledger holds it under id ${externalId}, but ${difference}`);
  const { total: booked = null, date: bookedOn = null } = summary ?? {};
  return { status: 'there', externalId, externalUrl, booked, bookedOn };
}

/** How the total in the ledger departs from the planned one, in words; undefined where it does not or is not known. */
export function describeDifference(document: Document, booked: Money | null): string | undefined {
  const planned = document.summary?.total;
  if (!planned || !booked || isSameMoney(planned, booked)) return undefined;
  return `with ${formatMoney(booked)} instead of ${formatMoney(planned)}`;
}

/** A document as a person is told of it: the ledger knows it by its reference, `settle` by its entry or, where entries share it, its key. */
type Named = Pick<PreparedDocument, 'document' | 'reference' | 'accountingEntryId'>;

/** The sentence a parked entry carries to Pleo and to `explain`. */
export function uncertain(
  { document: { key }, reference, accountingEntryId }: Named,
  what: string,
): Extract<Verdict, { status: 'uncertain' }> {
  const evidence =
    accountingEntryId === null
      ? `What the entry needs first may be in the ledger: check reference ${reference}; ${what}. If it is there once, run \`settle "${key}" --found ID\`; if not, \`settle "${key}" --absent\`. Then export the entry again.`
      : `The entry may be in the ledger: check reference ${reference}; ${what}. If it is there once and right, settle it with its id; if not, settle it as absent and export it again.`;
  return { status: 'uncertain', evidence };
}
