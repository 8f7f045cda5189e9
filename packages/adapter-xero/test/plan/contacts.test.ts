import type { AccountingEntry, ExportItem, Vendor } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { planXeroEntry } from '../../src/plan/plan-entry.js';
import type { XeroContact } from '../../src/reference-data/xero-facts.js';
import { ACME_ID, connection, contact, entryOf, FACTS } from './sample-books.js';
import { sampleItem } from './sample-item.js';

const VENDOR: Vendor = {
  id: 'vendor-7',
  name: 'Nordic Paper',
  code: 'V-7',
  externalId: null,
  country: 'DK',
  registrationNumber: null,
  taxRegistrationNumber: null,
};

function planned(item: Partial<ExportItem>, contacts: readonly XeroContact[] = FACTS.contacts) {
  return planOf(entryOf(sampleItem(item)), contacts);
}

function planOf(entry: AccountingEntry, contacts: readonly XeroContact[] = FACTS.contacts) {
  const { documents, prerequisites } = planXeroEntry(entry, { ...FACTS, contacts }, connection());
  return { body: documents[0]?.body, dependsOn: documents[0]?.dependsOn, prerequisites };
}

describe('a document names its contact by id', () => {
  test.each<readonly [string, Partial<ExportItem>, readonly XeroContact[], string]>([
    ['by the name of the supplier, in any case', { supplier: supplier('  acme   CLOUD ') }, FACTS.contacts, ACME_ID],
    [
      'by the id that Pleo knows',
      { vendor: { ...VENDOR, externalId: 'id-x' } },
      [contact('id-x', 'Other name')],
      'id-x',
    ],
    [
      'by the number that is the vendor id of Pleo',
      { vendor: VENDOR },
      [contact('id-y', 'Renamed', { contactNumber: 'vendor-7' }), contact('id-z', 'Nordic Paper')],
      'id-y',
    ],
    [
      'by the contact that it was merged into',
      {},
      [contact('id-old', 'ACME Cloud', { status: 'ARCHIVED', mergedInto: 'id-new' }), contact('id-new', 'ACME Group')],
      'id-new',
    ],
  ])('%s', (_name, item, contacts, contactId) => {
    expect(planned(item, contacts)).toMatchObject({
      body: { Contact: { ContactID: contactId } },
      dependsOn: [],
      prerequisites: [],
    });
  });
});

describe('a contact that Xero lacks is made first', () => {
  test.each<readonly [string, Partial<ExportItem>, string, Record<string, string>]>([
    [
      'a vendor, with its id as number',
      { vendor: VENDOR },
      'nordic paper',
      { Name: 'Nordic Paper', ContactNumber: 'vendor-7' },
    ],
    ['a supplier, by name', { supplier: supplier('Café <Bleu>') }, 'café bleu', { Name: 'Café Bleu' }],
    ['the employee, where there is no supplier', { supplier: null }, 'mia holm', { Name: 'Mia Holm' }],
    ['the fallback, where there is neither', { supplier: null, user: null }, 'pleo', { Name: 'Pleo' }],
    ['the employee, for what is owed to one', { type: 'mileage' }, 'mia holm', { Name: 'Mia Holm' }],
    [
      'the fallback, where a name is empty',
      { type: 'mileage', user: { id: 'u', name: ' ', code: null } },
      'pleo',
      { Name: 'Pleo' },
    ],
    [
      'a vendor with an id that is no number of Xero',
      { vendor: { ...VENDOR, id: 'v'.repeat(51) } },
      'nordic paper',
      { Name: 'Nordic Paper' },
    ],
  ])('%s', (_name, item, name, body) => {
    const key = `prerequisite/contact/${name}`;
    expect(planned(item)).toMatchObject({
      body: { Contact: { ContactID: { documentKey: key } } },
      dependsOn: [key],
      prerequisites: [{ key, role: 'contact', recordType: 'contact', body, dependsOn: [], summary: null }],
    });
    expect(planned(item).prerequisites[0]?.body).toEqual(body);
  });
});

function supplier(name: string): ExportItem['supplier'] {
  const { supplier: like } = sampleItem();
  return like && { ...like, name };
}
