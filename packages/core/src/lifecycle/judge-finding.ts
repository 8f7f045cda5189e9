import { formatMoney, isSameMoney, type Money } from '../model/money.js';
import type { Document } from '../model/document.js';
import type { Finding } from '../ports/accounting-adapter.js';

/** What a look-up means for a document. */
export type Verdict =
  | {
      readonly status: 'there';
      readonly externalId: string;
      readonly externalUrl: string | null;
      readonly booked: Money | null;
    }
  | { readonly status: 'absent' }
  | { readonly status: 'uncertain'; readonly evidence: string };

/**
 * Reads a finding. There, once, with the planned total and currency: it is ours, whatever else a person changed. Voided counts as
 * absent only where nobody can have posted it just now, because a voided document may be what a person made of a duplicate.
 */
export function judgeFinding(
  finding: Finding,
  {
    document,
    reference,
    mayBeOurs,
  }: { readonly document: Document; readonly reference: string; readonly mayBeOurs: boolean },
): Verdict {
  switch (finding.status) {
    case 'absent':
      return { status: 'absent' };
    case 'unknown':
      return uncertain(reference, `the ledger does not say whether it holds it (${finding.evidence})`);
    case 'voided':
      return mayBeOurs
        ? uncertain(reference, `the ledger holds it as voided under id ${finding.externalId}`)
        : { status: 'absent' };
    case 'live':
    case 'draft':
      return judgeFound(finding, document, reference);
  }
}

function judgeFound(
  finding: Extract<Finding, { status: 'live' | 'draft' }>,
  document: Document,
  reference: string,
): Verdict {
  const { externalId, externalUrl, summary, others } = finding;
  if (others.length > 0)
    return uncertain(
      reference,
      `the ledger holds it ${others.length + 1} times: ids ${[externalId, ...others].join(', ')}`,
    );
  const difference = describeDifference(document, summary?.total ?? null);
  if (difference) return uncertain(reference, `the ledger holds it under id ${externalId}, but ${difference}`);
  return { status: 'there', externalId, externalUrl, booked: summary?.total ?? null };
}

/** How the total in the ledger departs from the planned one, in words; undefined where it does not or is not known. */
export function describeDifference(document: Document, booked: Money | null): string | undefined {
  const planned = document.summary?.total;
  if (!planned || !booked || isSameMoney(planned, booked)) return undefined;
  return `with ${formatMoney(booked)} instead of ${formatMoney(planned)}`;
}

/** The sentence a parked entry carries to Pleo and to `explain`. */
export function uncertain(reference: string, what: string): Extract<Verdict, { status: 'uncertain' }> {
  return {
    status: 'uncertain',
    evidence: `The entry may be in the ledger: check reference ${reference}; ${what}. If it is there once and right, settle it with its id; if not, settle it as absent and export it again.`,
  };
}
