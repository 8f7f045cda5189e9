import type { ContactAnswer } from '../api/setting-answers.js';
import { PAGE_SIZE, type XeroApi } from '../api/xero-api.js';
import { momentOf } from '../api/xero-date.js';
import type { XeroContact } from './xero-facts.js';

/** How far before the latest change that was seen the next reading begins: changes may become visible out of order. */
const MARGIN_MS = 10 * 60_000;

/** All contacts of an organisation, read whole once and kept up to date by what has changed since. */
export interface ContactBook {
  readAll(api: XeroApi): Promise<readonly XeroContact[]>;
  /** The contacts as they are now. */
  refresh(api: XeroApi): Promise<readonly XeroContact[]>;
}

/** Goes by Xero's own times of change, never by this machine's clock. */
export function createContactBook(): ContactBook {
  let known: ReadonlyMap<string, ContactAnswer> = new Map();

  async function readAll(api: XeroApi): Promise<readonly XeroContact[]> {
    known = byId(await readPages(api, undefined));
    return toContacts(known);
  }

  return {
    readAll,
    async refresh(api) {
      const latest = latestChange(known);
      if (latest === undefined) return readAll(api);
      const changed = await readPages(api, isoSecond(latest - MARGIN_MS));
      known = new Map([...known, ...byId(changed)]);
      return toContacts(known);
    },
  };
}

async function readPages(api: XeroApi, since: string | undefined): Promise<readonly ContactAnswer[]> {
  const contacts: ContactAnswer[] = [];
  for (let page = 1; ; page += 1) {
    const read = await api.readContacts(page, since);
    contacts.push(...read);
    if (read.length < PAGE_SIZE) return contacts;
  }
}

function byId(contacts: readonly ContactAnswer[]): ReadonlyMap<string, ContactAnswer> {
  return new Map(contacts.map((contact) => [contact.ContactID, contact]));
}

/** Undefined where one of them has no time of change, and where there are none. */
function latestChange(known: ReadonlyMap<string, ContactAnswer>): number | undefined {
  let latest: number | undefined;
  for (const { UpdatedDateUTC } of known.values()) {
    const changed = momentOf(UpdatedDateUTC);
    if (changed === undefined) return undefined;
    latest = Math.max(latest ?? changed, changed);
  }
  return latest;
}

function isoSecond(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 'YYYY-MM-DDThh:mm:ss'.length)}Z`;
}

function toContacts(known: ReadonlyMap<string, ContactAnswer>): readonly XeroContact[] {
  return [...known.values()].map((contact) => ({
    contactId: contact.ContactID,
    name: contact.Name ?? '',
    contactNumber: contact.ContactNumber,
    status: contact.ContactStatus ?? 'ACTIVE',
    mergedInto: contact.MergedToContactID,
  }));
}
