import { formatMoney, type DocumentResult, type ItemOutcome } from '@ledgerferry/core';

/** A document's result as the audit trail tells it. */
export function describeResult({ key, externalId, booked, reason }: DocumentResult): string {
  const facts = [key, externalId && `id ${externalId}`, booked && formatMoney(booked), reason];
  return facts.filter((fact) => fact !== null && fact !== '').join(', ');
}

/** An item's outcome as the audit trail tells it. */
export function describeOutcome(outcome: ItemOutcome): string {
  if (outcome.status === 'exported') return [`exported as ${outcome.externalId}`, ...outcome.warnings].join('; ');
  if (outcome.status === 'failed') return `failed, ${outcome.problem.code}: ${outcome.problem.message}`;
  if (outcome.status === 'parked') return `parked: ${outcome.evidence}`;
  return 'not attempted';
}
