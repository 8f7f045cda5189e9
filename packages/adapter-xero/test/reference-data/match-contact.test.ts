import { expect, test } from 'vitest';
import { contactNameOf, matchContact } from '../../src/reference-data/match-contact.js';
import type { XeroContact } from '../../src/reference-data/xero-facts.js';

const nobody = { externalId: null, vendorId: null, name: '' };

function contact(contactId: string, name: string, overrides: Partial<XeroContact> = {}): XeroContact {
  return {
    contactId,
    name,
    contactNumber: null,
    status: 'ACTIVE',
    mergedInto: null,
    ...overrides,
  };
}

const CONTACTS = [
  contact('c-1', 'ACME Cloud'),
  contact('c-2', 'Bravo', { contactNumber: 'vendor-2' }),
  contact('c-3', 'Charlie', { status: 'ARCHIVED' }),
  contact('c-4', 'charlie'),
  contact('c-5', 'Delta', { status: 'ARCHIVED', mergedInto: 'c-6' }),
  contact('c-6', 'Delta Ltd', { status: 'ARCHIVED', mergedInto: 'c-1' }),
  contact('c-7', 'Echo', { mergedInto: 'c-8' }),
  contact('c-8', 'Echo', { mergedInto: 'c-7' }),
  contact('c-9', 'Foxtrot', { status: 'ARCHIVED', mergedInto: 'gone' }),
];

test("Xero's own id counts first, then the vendor id, then the name", () => {
  expect(matchContact(CONTACTS, { externalId: 'C-1', vendorId: 'vendor-2', name: 'Bravo' })?.contactId).toBe('c-1');
  expect(matchContact(CONTACTS, { ...nobody, vendorId: 'vendor-2', name: 'ACME Cloud' })?.contactId).toBe('c-2');
  expect(matchContact(CONTACTS, { externalId: 'gone', vendorId: 'gone', name: 'Bravo' })?.contactId).toBe('c-2');
});

test('a name is known without regard to case and blanks', () => {
  expect(matchContact(CONTACTS, { ...nobody, name: '  acme   CLOUD ' })?.contactId).toBe('c-1');
  expect(matchContact(CONTACTS, { ...nobody, name: 'ACME' })).toBeUndefined();
});

test('a name that an archived contact has too means the active one', () => {
  expect(matchContact(CONTACTS, { ...nobody, name: 'Charlie' })?.contactId).toBe('c-4');
});

test('a merged contact leads to the one it was merged into', () => {
  expect(matchContact(CONTACTS, { ...nobody, name: 'Delta' })?.contactId).toBe('c-1');
});

test('a merge that leads nowhere ends at the last contact that is there', () => {
  expect(matchContact(CONTACTS, { ...nobody, name: 'Foxtrot' })?.contactId).toBe('c-9');
  expect(matchContact(CONTACTS, { ...nobody, name: 'Echo' })?.name).toBe('Echo');
});

test('an empty name is nobody', () => {
  expect(matchContact([contact('c-1', '')], nobody)).toBeUndefined();
});

test('a name is sent as Xero takes it', () => {
  expect(contactNameOf('  Tom <b>  &  Co ')).toBe('Tom b & Co');
  expect(contactNameOf('x'.repeat(300)).length).toBe(255);
});
