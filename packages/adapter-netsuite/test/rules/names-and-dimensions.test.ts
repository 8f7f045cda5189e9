import { describe, expect, test } from 'vitest';
import { account, FACTS, showing, vendor } from '../plan/sample-books.js';
import { sampleItem } from '../plan/sample-item.js';
import { BILLS, problemsOf, found, onAccount, tagged, withVendor } from './problems-of.js';

describe('a vendor', () => {
  test.each([
    ['internal id', { externalId: '201' }],
    ['external id', { externalId: 'pleo-acme' }],
    ['code', { code: 'V-ACME' }],
    ["Pleo's id, as external id", { id: 'pleo-acme' }],
    ['name', { name: ' acme  cloud inc.' }],
    ['code, whatever its name', { code: 'V-TWIN-1', name: 'Twin' }],
  ])('is known by %s', (_way, overrides) => {
    expect(found(withVendor(overrides), BILLS)).toEqual([]);
  });

  test.each([
    [{ code: 'V-9', name: 'Nobody' }, 'NETSUITE_VENDOR_UNKNOWN: NetSuite has no vendor V-9 "Nobody".'],
    [{ code: 'V-OLD' }, 'NETSUITE_VENDOR_INACTIVE: The vendor "Nobody" is inactive in NetSuite.'],
    [{ name: 'Twin' }, 'NETSUITE_VENDOR_AMBIGUOUS: Several vendors in NetSuite are called "Twin".'],
    [{ code: 'V-SE' }, 'NETSUITE_VENDOR_SUBSIDIARY: The vendor "Nobody" is not open to the subsidiary "Example Ltd".'],
  ])('%j is needed for a bill', (overrides, problem) => {
    expect(found(withVendor(overrides), BILLS)).toEqual([problem]);
    expect(problemsOf(withVendor(overrides), BILLS)[0]?.reason).toBe('vendor_unknown');
    // debts to vendors are kept by name in journals too
    expect(found(withVendor(overrides))).toEqual([problem]);
    expect(found({ ...withVendor(overrides), type: 'card_purchase' })).toEqual([]);
    expect(found(withVendor(overrides), { accounts: { payable: '63040' } })).toEqual([]);
  });

  test('of two of one name is the one that can be used', () => {
    const vendors = [
      vendor('206', 'V-1', { names: ['Pair'], isInactive: true }),
      vendor('207', 'V-2', { names: ['Pair'] }),
    ];
    expect(found(withVendor({ name: 'Pair' }), { ...BILLS, facts: { ...FACTS, vendors } })).toEqual([]);
  });

  test('is needed for a payment on account too, which is a journal on the account for debts to vendors', () => {
    const item = { ...withVendor({}), type: 'invoice_payment', lines: [] };
    expect(found(item, BILLS)).toEqual(['NETSUITE_VENDOR_UNKNOWN: NetSuite has no vendor "Nobody".']);
    expect(found(item)).toEqual(['NETSUITE_VENDOR_UNKNOWN: NetSuite has no vendor "Nobody".']);
  });

  test('that only a receipt names goes by its name alone', () => {
    const { supplier } = sampleItem();
    if (!supplier) throw new Error('the sample has a supplier');
    const item = { type: 'invoice', supplier: { ...supplier, name: 'Nobody', code: 'V-ACME', account: '201' } };
    expect(found(item, BILLS)).toEqual(['NETSUITE_VENDOR_UNKNOWN: NetSuite has no vendor V-ACME "Nobody".']);
    expect(found({ type: 'invoice', supplier: null }, BILLS)).toEqual([
      'NETSUITE_VENDOR_UNKNOWN: The entry names no vendor, and what is owed to one needs it.',
    ]);
  });
});

describe('a name', () => {
  const receivables = [account('980', '1200', 'Owed by customers', { type: 'AcctRec' })];
  const facts = { ...FACTS, accounts: [...FACTS.accounts, ...receivables] };

  test('is needed on accounts payable and receivable', () => {
    expect(found(onAccount('1200'), { facts })).toEqual([]);
    const nobody = { ...onAccount('1200'), supplier: null, user: null };
    expect(found(nobody, { facts })).toEqual([
      'NETSUITE_NAME_MISSING: The account 1200 "Owed by customers" is of a type that NetSuite keeps by name, and NetSuite knows neither vendor nor employee of the entry.',
    ]);
    expect(found({ ...nobody, ...onAccount('3620') }, { facts })).toEqual([]);
  });

  test('cannot be given where lines show none', () => {
    expect(found(onAccount('1200'), { facts: showing('journalEntry', { less: ['entity'] }, facts) })).toEqual([
      'NETSUITE_NAME_MISSING: The account 1200 "Owed by customers" is of a type that NetSuite keeps by name, and its lines show no name.',
    ]);
  });
});

describe('a default', () => {
  test.each([['21'], ['Sales']])('dimension may be %s', (department) => {
    expect(found({}, { connection: { defaults: { department } } })).toEqual([]);
  });

  test.each([
    ['department', 'Nobody', 'and there is no one active department that can be used.'],
    ['department', 'Closed desk', 'and there is no one active department that can be used.'],
    ['location', 'Umeå', 'and there is no one active location that can be used.'],
    ['cseg_project', 'Phase', 'and there is no one active cseg_project that can be used.'],
    ['team', 'Sales', 'and there is no field for that on the lines of NetSuite.'],
  ])('%s may not be %s', (field, value, why) => {
    expect(found({}, { connection: { defaults: { [field]: value } } })).toEqual([
      `NETSUITE_DEFAULT_NOT_USABLE: connection.defaults.${field} is "${value}", ${why}`,
    ]);
  });
});

describe('a tag', () => {
  test.each([
    ['department', '21'],
    ['DEPARTMENT', 'sales'],
    ['Class', 'class-north'],
    ['Class', 'World : Nordic'],
    ['Class', 'nordic'],
    ['cseg_project', 'Apollo'],
    ['cseg_project', 'A : Phase'],
  ])('of the group %s may be %s', (group, code) => {
    expect(found(tagged([group, code]))).toEqual([]);
  });

  test.each([
    [
      'Team',
      'Sales',
      'NETSUITE_DIMENSION_UNKNOWN: The lines of NetSuite have no department, class, location or custom segment for the tag "Sales" of the group "Team".',
    ],
    [
      'Department',
      'Nobody',
      'NETSUITE_DIMENSION_VALUE_UNKNOWN: NetSuite has no active department "Nobody" (tag group "Department").',
    ],
    [
      'Department',
      'Closed desk',
      'NETSUITE_DIMENSION_VALUE_UNKNOWN: NetSuite has no active department "Closed desk" (tag group "Department").',
    ],
    [
      'Location',
      'Umeå',
      'NETSUITE_DIMENSION_SUBSIDIARY: The location "Umeå" (tag group "Location") is not open to the subsidiary "Example Ltd".',
    ],
    [
      'cseg_project',
      'Phase',
      'NETSUITE_DIMENSION_VALUE_AMBIGUOUS: Several values of cseg_project are called "Phase" (tag group "cseg_project").',
    ],
  ])('of the group %s may not be %s', (group, code, problem) => {
    expect(found(tagged([group, code]))).toEqual([problem]);
    expect(problemsOf(tagged([group, code]))[0]?.reason).toBe('tag_unknown');
  });

  test('goes where the settings say, or nowhere', () => {
    const dimensions = { Team: 'department', Department: false as const };
    expect(found(tagged(['Team', 'Sales'], ['Department', 'Nobody']), { connection: { dimensions } })).toEqual([]);
    expect(found(tagged(['Team', 'Sales']), { connection: { dimensions: { Team: 'cseg_gone' } } })).toEqual([
      'NETSUITE_DIMENSION_UNKNOWN: The lines of NetSuite have no department, class, location or custom segment for the tag "Sales" of the group "Team".',
    ]);
  });

  test('has no place where the lines of the record show none', () => {
    const facts = showing('vendorBill', { less: ['department'] });
    expect(found(tagged(['Department', 'Sales']), { facts })).toEqual([]);
    expect(found({ ...tagged(['Department', 'Sales']), type: 'invoice' }, { ...BILLS, facts })).toHaveLength(1);
  });

  test('stands beside no other of one field, unless they are the same', () => {
    const dimensions = { Team: 'class' };
    expect(found(tagged(['Team', 'North'], ['Class', 'Nordic']), { connection: { dimensions } })).toEqual([
      'NETSUITE_DIMENSION_TWICE: A line is tagged with "North" and "Nordic", which are both of class.',
    ]);
    expect(found(tagged(['Team', 'North'], ['Class', 'class-north']), { connection: { dimensions } })).toEqual([]);
  });
});
