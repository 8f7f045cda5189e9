import type { IntegrationError } from '@ledgerferry/core';
import { z } from 'zod';
import { propertiesOf } from '../api/catalog-answer.js';
import type { NetsuiteApi } from '../api/netsuite-api.js';
import { PERMISSIONS } from '../api/record-names.js';
import { flag, id, text } from '../api/row-fields.js';
import type { Statement } from '../api/suiteql.js';
import { netsuiteError } from '../errors/netsuite-errors.js';
import type { NetsuiteConnection } from '../netsuite-connection.js';
import type { CurrencyBook } from './currency-book.js';
import type { NetsuiteCurrency, NetsuiteRecordName, NetsuiteSubsidiary, WritableProperties } from './netsuite-facts.js';

/** What decides how everything else is read and written. */
export interface AccountSetup {
  readonly writable: ReadonlyMap<NetsuiteRecordName, WritableProperties>;
  /** True where several currencies are in use: accounts are kept in one of them then, and transactions name theirs. */
  readonly hasCurrencies: boolean;
  /** Null where they are not shown, because the account has its own alone. */
  readonly currencies: readonly NetsuiteCurrency[] | null;
  /** Of OneWorld; empty without. */
  readonly subsidiaries: readonly KnownSubsidiary[];
  /** The one that is posted to; null without OneWorld. */
  readonly subsidiary: KnownSubsidiary | null;
}

export interface KnownSubsidiary extends NetsuiteSubsidiary {
  /** Internal id of the one above. */
  readonly parent: string | null;
}

const PAYABLES: readonly NetsuiteRecordName[] = ['vendorBill', 'vendorCredit', 'vendorPayment'];

/** What the setup is read with. */
export interface SetupReading {
  readonly api: NetsuiteApi;
  readonly currencyBook: CurrencyBook;
  readonly connection: Pick<NetsuiteConnection, 'payables' | 'subsidiary' | 'currency'>;
}

/** @throws `misconfigured` where a feature, a permission or the choice of the subsidiary is missing. */
export async function readAccountSetup({ api, currencyBook, connection }: SetupReading): Promise<AccountSetup> {
  const writable = await readWritable(api, [
    'journalEntry',
    ...(connection.payables === 'vendor-bill' ? PAYABLES : []),
  ]);
  const properties = writable.get('journalEntry')?.body ?? new Set();
  const hasCurrencies = properties.has('currency');
  const [rows, currencies] = await Promise.all([
    properties.has('subsidiary') ? api.query(SUBSIDIARIES) : [],
    currencyBook.readAll(),
  ]);
  if (currencies === null && hasCurrencies) throw currenciesNeeded();
  if (currencies === null && connection.currency === undefined) throw currencyNeeded();
  const subsidiaries = rows.map(toSubsidiary);
  const subsidiary = chooseSubsidiary(connection.subsidiary, subsidiaries);
  return { writable, hasCurrencies, currencies, subsidiaries, subsidiary };
}

function currenciesNeeded(): IntegrationError {
  return netsuiteError(
    'NETSUITE_LIST_NOT_SHOWN',
    'Transactions name their currency in this account, and NetSuite does not show the currencies to the role that Ledgerferry signs in with, which needs Lists: Currency.',
  );
}

function currencyNeeded(): IntegrationError {
  return netsuiteError(
    'NETSUITE_CURRENCY_NEEDED',
    'The account uses one currency alone, and NetSuite does not say which.',
  );
}

async function readWritable(api: NetsuiteApi, names: readonly NetsuiteRecordName[]): Promise<AccountSetup['writable']> {
  const catalog = await api.readCatalog(names);
  return new Map(
    names.map((name) => {
      const properties = propertiesOf(name, catalog);
      if (properties === null) throw notShown(name);
      return [name, properties];
    }),
  );
}

function notShown(name: NetsuiteRecordName): IntegrationError {
  return netsuiteError(
    'NETSUITE_FEATURE_MISSING',
    `The account does not show the record ${name} to the role that Ledgerferry signs in with, which needs ${PERMISSIONS[name]} (Full).`,
  );
}

/** Source: Oracle, Records Catalog: subsidiary. */
const SUBSIDIARIES = {
  list: 'subsidiaries',
  permission: 'Lists: Subsidiaries',
  sql: 'SELECT id, name, parent, currency, iselimination, isinactive FROM subsidiary ORDER BY id',
  plainSql: 'SELECT id, name, parent, currency, iselimination FROM subsidiary ORDER BY id',
  row: z.object({ id, name: text, parent: text, currency: text, iselimination: flag, isinactive: flag }),
} satisfies Statement<unknown>;

function toSubsidiary(row: z.infer<typeof SUBSIDIARIES.row>): KnownSubsidiary {
  const { id, name, parent, currency, iselimination: isElimination, isinactive: isInactive } = row;
  return { id, name: name ?? id, parent, currency, isElimination, isInactive };
}

/** The one that the settings name, or the only one there is. */
function chooseSubsidiary(named: string | undefined, all: readonly KnownSubsidiary[]): KnownSubsidiary | null {
  const usable = all.filter(({ isInactive, isElimination }) => !isInactive && !isElimination);
  const list = usable.map(({ id, name }) => `${id} (${name})`).join(', ') || 'none';
  if (named !== undefined) {
    const chosen = usable.find(({ id }) => id === named);
    if (chosen) return chosen;
    const found = `connection.subsidiary is ${named}. Subsidiaries of the account: ${list}.`;
    throw netsuiteError('NETSUITE_SUBSIDIARY_UNKNOWN', found);
  }
  if (usable.length > 1)
    throw netsuiteError('NETSUITE_SUBSIDIARY_NEEDED', `The account has several subsidiaries: ${list}.`);
  return usable[0] ?? null;
}
