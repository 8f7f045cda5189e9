import {
  codeAndName,
  normalizedName,
  refused,
  resolved,
  type AccountingEntry,
  type Counterparty,
  type Resolution,
} from '@ledgerferry/core';
import { netsuiteProblem } from '../errors/netsuite-errors.js';
import type { NetsuiteFacts, NetsuiteVendor } from '../reference-data/netsuite-facts.js';
import { entityIndexes, under } from './entity-index.js';
import { pickUsable } from './pick-usable.js';
import { subsidiaryName } from './subsidiary-name.js';

/** The vendor that an entry is with, where NetSuite knows it and it can be used. */
export function vendorOf({ counterparty }: AccountingEntry, facts: NetsuiteFacts): Resolution<NetsuiteVendor> {
  if (counterparty === null)
    return refused(
      netsuiteProblem('NETSUITE_VENDOR_UNKNOWN', 'The entry names no vendor, and what is owed to one needs it.'),
    );
  const picked = pickUsable(find(counterparty, facts.vendors), facts.subsidiary);
  if ('usable' in picked) return resolved(picked.usable);
  const name = `"${counterparty.name}"`;
  switch (picked.unusable) {
    case 'unknown':
      return refused(
        netsuiteProblem(
          'NETSUITE_VENDOR_UNKNOWN',
          `NetSuite has no vendor ${codeAndName(counterparty.code, counterparty.name)}.`,
        ),
      );
    case 'inactive':
      return refused(netsuiteProblem('NETSUITE_VENDOR_INACTIVE', `The vendor ${name} is inactive in NetSuite.`));
    case 'ambiguous':
      return refused(netsuiteProblem('NETSUITE_VENDOR_AMBIGUOUS', `Several vendors in NetSuite are called ${name}.`));
    case 'subsidiary': {
      const found = `The vendor ${name} is not open to ${subsidiaryName(facts)}.`;
      return refused(netsuiteProblem('NETSUITE_VENDOR_SUBSIDIARY', found));
    }
  }
}

const indexOf = entityIndexes(({ entityId, names }: NetsuiteVendor) => [entityId, ...names]);

/**
 * Vendors that a counterparty may be; the first of its names that any vendor has counts. What is only known from a receipt goes by its
 * name: its numbers are those of the card network or the bank.
 */
function find(
  { source, externalId, code, id, name }: Counterparty,
  vendors: readonly NetsuiteVendor[],
): readonly NetsuiteVendor[] {
  const { byId, byEntityId, byExternalId, byName } = indexOf(vendors);
  const named = under(normalizedName(name), byName) ?? [];
  if (source === 'supplier') return named;
  return (
    under(externalId, byId) ??
    under(externalId, byExternalId) ??
    under(code, byEntityId) ??
    under(id, byExternalId) ??
    named
  );
}
