import { normalizedName } from '@ledgerferry/core';
import type { XeroContact } from './xero-facts.js';

/** Whom to look for: Xero's own id wins over Pleo's vendor id, and that over the name. */
export interface ContactWanted {
  /** ContactID, where Pleo knows it. */
  readonly externalId: string | null;
  /** Pleo's vendor id, which is the ContactNumber of contacts that we made. */
  readonly vendorId: string | null;
  readonly name: string;
}

interface ContactIndex {
  readonly byId: ReadonlyMap<string, XeroContact>;
  readonly byNumber: ReadonlyMap<string, XeroContact>;
  readonly byName: ReadonlyMap<string, XeroContact>;
}

/**
 * The contact that is meant, undefined where there is none. A contact that a person merged leads to the one it was merged into; the
 * answer may be archived. Xero keeps no two active contacts of one name; where an archived one has it too, the active one is meant.
 */
export function matchContact(contacts: readonly XeroContact[], wanted: ContactWanted): XeroContact | undefined {
  const { byId, byNumber, byName } = indexOf(contacts);
  const match =
    byId.get(wanted.externalId?.toLowerCase() ?? '') ??
    byNumber.get(wanted.vendorId ?? '') ??
    byName.get(normalizedContactName(wanted.name));
  return match && followMerges(match, byId);
}

/** A name as Xero takes it: no angle brackets, no spaces at its ends or two in a row. Source: Xero, API validation rules: Contacts. */
export function contactNameOf(name: string): string {
  return name
    .replaceAll(/[<>]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .replace(HALF_A_CHARACTER, '')
    .trim();
}

/** What two names must share to be one contact: Xero ignores case. */
export function normalizedContactName(name: string): string {
  return normalizedName(contactNameOf(name));
}

/** Source: Xero Accounting API, Contacts: Name. */
const LONGEST_NAME = 255;
const HALF_A_CHARACTER = /[\uD800-\uDBFF]$/;
/** Merged contacts form short chains; more steps than this can only be a circle. */
const MOST_MERGES = 10;

// Facts never change, so what is derived from them may be kept as long as they live.
const indexes = new WeakMap<readonly XeroContact[], ContactIndex>();

function indexOf(contacts: readonly XeroContact[]): ContactIndex {
  const known = indexes.get(contacts);
  if (known) return known;
  const sorted = activeLast(contacts);
  const named = sorted.filter(({ name }) => name.trim() !== '');
  const made = {
    byId: new Map(contacts.map((contact) => [contact.contactId.toLowerCase(), contact])),
    byNumber: new Map(sorted.map((contact) => [contact.contactNumber ?? contact.contactId, contact])),
    byName: new Map(named.map((contact) => [normalizedContactName(contact.name), contact])),
  };
  indexes.set(contacts, made);
  return made;
}

/** A later entry of a map wins. */
function activeLast(contacts: readonly XeroContact[]): readonly XeroContact[] {
  return contacts.toSorted((left, right) => Number(left.status === 'ACTIVE') - Number(right.status === 'ACTIVE'));
}

function followMerges(contact: XeroContact, byId: ReadonlyMap<string, XeroContact>): XeroContact {
  let current = contact;
  for (let step = 0; step < MOST_MERGES && current.mergedInto !== null; step += 1) {
    const next = byId.get(current.mergedInto.toLowerCase());
    if (!next) break;
    current = next;
  }
  return current;
}
