import { describe, expect, test } from 'vitest';
import { defaultOrganisation } from '../../src/simulator/index.js';
import { elements, first, messages, spend, startOrganisation } from './simulated-organisation.js';

describe('contacts', () => {
  test('PUT makes a contact, and refuses a name or number that is taken', async () => {
    const { call } = await startOrganisation();
    const create = (contact: object) => call('PUT', 'Contacts', { Contacts: [contact] });
    expect((await create({ Name: 'Smørrebrød & Øl', ContactNumber: 'V-1' })).status).toBe(200);
    expect(messages(await create({ Name: 'acme cloud' }))).toEqual([
      'The contact name acme cloud is already assigned to another contact. The contact name must be unique across all active contacts.',
    ]);
    expect(messages(await create({ Name: 'Other', ContactNumber: 'V-1' }))).toEqual([
      'The contact number V-1 is already assigned to another contact.',
    ]);
  });

  test('POST overwrites what has the same name', async () => {
    const { simulator, contact, call } = await startOrganisation();
    await call('POST', 'Contacts', { Contacts: [{ Name: 'ACME Cloud', ContactNumber: 'V-9' }] });
    expect(simulator.books.contacts).toMatchObject([{ id: contact.id, contactNumber: 'V-9' }]);
  });

  test.each([
    ['marks of a tag', { Name: 'A <b>' }, 'The contact name must not contain < or >.'],
    ['two spaces', { Name: 'A  B' }, 'The contact name must not begin or end with a space or have two in a row.'],
    ['a space at the end', { Name: 'A ' }, 'The contact name must not begin or end with a space or have two in a row.'],
    ['256 characters', { Name: 'x'.repeat(256) }, 'The Name of a contact has at most 255 characters.'],
    [
      'a number of 51 characters',
      { Name: 'A', ContactNumber: 'x'.repeat(51) },
      'The ContactNumber of a contact has at most 50 characters.',
    ],
    ['no name', { ContactNumber: 'V-1' }, 'The contact must have a Name.'],
  ])('a name with %s is refused', async (_what, contact, message) => {
    const { call } = await startOrganisation();
    expect(messages(await call('PUT', 'Contacts', { Contacts: [contact] }))).toEqual([message]);
  });

  test('a document makes a contact of a bare name, and changes one whose other fields it sends', async () => {
    const { simulator, contact, call } = await startOrganisation();
    const sent = [
      spend({ Contact: { Name: 'New One' } }),
      spend({ Contact: { ContactID: contact.id, Name: 'Renamed' } }),
    ];
    await call('PUT', 'BankTransactions', { BankTransactions: sent });
    expect(simulator.books.contacts.map(({ name }) => name)).toEqual(['Renamed', 'New One']);
  });

  test('a refused document leaves no contact behind', async () => {
    const { simulator, call } = await startOrganisation();
    const sent = spend({ Contact: { Name: 'New One' }, LineItems: [] });
    await call('PUT', 'BankTransactions', { BankTransactions: [sent] });
    expect(simulator.books.contacts.map(({ name }) => name)).toEqual(['ACME Cloud']);
  });

  test('lists find by name, number, id and words, whatever the case and accents', async () => {
    const { call } = await startOrganisation();
    const created = await call('PUT', 'Contacts', { Contacts: [{ Name: 'Bäckerei Grün', ContactNumber: 'V-7' }] });
    const id = first(created, 'Contacts', 'ContactID');
    const queries = [
      'where=Name=="BACKEREI GRUN"',
      'where=ContactNumber=="V-7"',
      `IDs=${id}`,
      'SearchTerm=grün',
      'searchTerm=v-7',
    ];
    const found: string[] = [];
    for (const query of queries)
      found.push(first(await call('GET', `Contacts?${encodeURI(query)}`), 'Contacts', 'ContactID'));
    expect(found).toEqual(queries.map(() => id));
    expect(first(await call('GET', 'Contacts/V-7'), 'Contacts', 'ContactID')).toBe(id);
  });

  test('archived and merged contacts show where they are asked for, and pages tell into what', async () => {
    const { simulator, contact, call } = await startOrganisation();
    const other = simulator.books.addContact('ACME Cloud Ltd');
    simulator.books.mergeContacts(contact.id, other.id);
    expect(elements(await call('GET', 'Contacts?page=1'), 'Contacts').map(({ Name }) => Name)).toEqual([
      'ACME Cloud Ltd',
    ]);
    const merged = { ContactStatus: 'ARCHIVED', MergedToContactID: other.id };
    expect(elements(await call('GET', 'Contacts?page=1&includeArchived=true'), 'Contacts')[0]).toMatchObject(merged);
    expect(elements(await call('GET', 'Contacts?includeArchived=true'), 'Contacts')[0]).not.toHaveProperty(
      'MergedToContactID',
    );
    expect(elements(await call('GET', `Contacts/${contact.id}`), 'Contacts')[0]).toMatchObject(merged);
  });

  test('a contact that asked to be forgotten cannot be used', async () => {
    const { call } = await startOrganisation({
      organisations: [
        defaultOrganisation({ contacts: [{ name: 'Gone', contactNumber: 'V-3', status: 'GDPRREQUEST' }] }),
      ],
    });
    const reply = await call('PUT', 'BankTransactions', {
      BankTransactions: [spend({ Contact: { ContactNumber: 'V-3' } })],
    });
    expect(reply.status).toBe(400);
  });
});
