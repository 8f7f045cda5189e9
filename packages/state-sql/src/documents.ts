import {
  money,
  type BookedInvoice,
  type DocumentIdentity,
  type DocumentResult,
  type Intent,
  type InvoiceIdentity,
  type Money,
  type Recording,
  type StoredDocument,
  type StoredJob,
} from '@ledgerferry/core';
import { z } from 'zod';
import type { Database, SqlValue } from './database.js';

const documentRow = z
  .object({
    company_id: z.string(),
    tenant: z.string(),
    key: z.string(),
    accounting_entry_id: z.string().nullable(),
    job_id: z.string(),
    role: z.string(),
    record_type: z.string(),
    reference: z.string(),
    date: z.string().nullable(),
    fingerprint: z.string(),
    generation: z.number(),
    state: z.enum(['planned', 'intended', 'posted', 'refused', 'parked']),
    intended_at: z.number(),
    external_id: z.string().nullable(),
    external_url: z.string().nullable(),
    booked_currency: z.string().nullable(),
    booked_minor_units: z.number().nullable(),
    booked_exponent: z.number().nullable(),
    reason: z.string().nullable(),
    reconciliation_id: z.string().nullable(),
    vendor: z.string().nullable(),
    invoice_number: z.string().nullable(),
  })
  .transform((row): StoredDocument => ({
    companyId: row.company_id,
    tenant: row.tenant,
    key: row.key,
    accountingEntryId: row.accounting_entry_id,
    jobId: row.job_id,
    role: row.role,
    recordType: row.record_type,
    reference: row.reference,
    date: row.date,
    fingerprint: row.fingerprint,
    generation: row.generation,
    invoice: invoiceOrNull(row.reconciliation_id, row.vendor, row.invoice_number),
    state: row.state,
    intendedAt: row.intended_at,
    externalId: row.external_id,
    externalUrl: row.external_url,
    booked: bookedOrNull(row.booked_currency, row.booked_minor_units, row.booked_exponent),
    reason: row.reason,
  }));

const invoiceRow = z
  .object({
    accounting_entry_id: z.string(),
    key: z.string(),
    external_id: z.string(),
    reconciliation_id: z.string(),
    vendor: z.string().nullable(),
    invoice_number: z.string().nullable(),
    booked_currency: z.string().nullable(),
    booked_minor_units: z.number().nullable(),
    booked_exponent: z.number().nullable(),
  })
  .transform((row): BookedInvoice => ({
    accountingEntryId: row.accounting_entry_id,
    documentKey: row.key,
    externalId: row.external_id,
    reconciliationId: row.reconciliation_id,
    vendor: row.vendor,
    invoiceNumber: row.invoice_number,
    amount: bookedOrNull(row.booked_currency, row.booked_minor_units, row.booked_exponent),
  }));

const IDENTITY_COLUMNS = `company_id, tenant, key, accounting_entry_id, role, record_type, reference, date, fingerprint, generation,
  reconciliation_id, vendor, invoice_number`;

/** A generation is never lowered: a request key would be used twice. */
const INTEND = `
  insert into document (${IDENTITY_COLUMNS}, job_id, call_id, intended_at, state)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  on conflict do update set job_id = excluded.job_id, call_id = excluded.call_id, intended_at = excluded.intended_at,
    state = excluded.state, role = excluded.role, record_type = excluded.record_type, reference = excluded.reference,
    date = excluded.date, fingerprint = excluded.fingerprint, generation = max(generation, excluded.generation),
    reconciliation_id = excluded.reconciliation_id, vendor = excluded.vendor, invoice_number = excluded.invoice_number,
    external_id = null, external_url = null, booked_currency = null, booked_minor_units = null, booked_exponent = null,
    reason = null
  where excluded.state = 'intended'`;

const RESULT_COLUMNS = `job_id, state, external_id, external_url, booked_currency, booked_minor_units, booked_exponent, reason`;

const CONCLUDE = `
  update document set (${RESULT_COLUMNS}, generation) = (?, ?, ?, ?, ?, ?, ?, ?, max(generation, ?))
  where company_id = ? and key = ? and tenant = ?`;

const ADD_CONCLUDED = `
  insert into document (${RESULT_COLUMNS}, intended_at, ${IDENTITY_COLUMNS})
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Whose books a document is in. */
type Books = Pick<StoredJob, 'companyId' | 'tenant'>;

const IN_TENANT = '(:tenant is null or tenant = :tenant)';

/** What was intended and what came of it: documents, receipts and prerequisites of every job, by company and key. */
export class Documents {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** An intended document takes the place of what was known of it; a planned one is only noted where nothing was. */
  intend(books: Books, { jobId, callId, sentBefore, documents }: Intent): void {
    this.#database.runEach(
      INTEND,
      documents.map((document) => [...identityValues(books, document), jobId, callId, sentBefore, document.state]),
    );
  }

  /** A document that is known stays what it is, and keeps when it was intended. */
  conclude(books: Books, { jobId, at, documents }: Recording): void {
    const changes = this.#database.runEach(
      CONCLUDE,
      documents.map((result) => [
        ...resultValues(jobId, result),
        result.generation,
        books.companyId,
        result.key,
        books.tenant,
      ]),
    );
    const unknown = documents.filter((_, index) => changes[index] === 0);
    this.#database.runEach(
      ADD_CONCLUDED,
      unknown.map((result) => [...resultValues(jobId, result), at, ...identityValues(books, result)]),
    );
  }

  /** Their keys begin with the entry's id and a slash, which `0` follows. */
  ofEntries(companyId: string, accountingEntryIds: readonly string[], tenant?: string): readonly StoredDocument[] {
    return this.#database.rows(
      documentRow,
      `select document.* from json_each(:entries) as entry
       cross join document on company_id = :companyId and document.key > entry.value || '/' and document.key < entry.value || '0'
       where ${IN_TENANT} order by document.key`,
      { companyId, entries: JSON.stringify(accountingEntryIds), tenant: tenant ?? null },
    );
  }

  inDoubt(jobId: string): readonly StoredDocument[] {
    return this.#database.rows(
      documentRow,
      `select * from document indexed by document_in_doubt where job_id = :jobId and state = 'intended' order by key`,
      { jobId },
    );
  }

  prerequisites(companyId: string, tenant?: string): readonly StoredDocument[] {
    return this.#database.rows(
      documentRow,
      `select * from document indexed by prerequisite
       where company_id = :companyId and accounting_entry_id is null and ${IN_TENANT} order by key`,
      { companyId, tenant: tenant ?? null },
    );
  }

  bookedInvoices(
    companyId: string,
    wanted: { readonly reconciliationIds: readonly string[]; readonly invoiceNumbers: readonly string[] },
    tenant?: string,
  ): readonly BookedInvoice[] {
    return this.#database.rows(
      invoiceRow,
      `with found as (
         select document.sequence from json_each(:reconciliationIds) as wanted
           cross join document on reconciliation_id = wanted.value
         union
         select document.sequence from json_each(:invoiceNumbers) as wanted
           cross join document on company_id = :companyId and invoice_number = wanted.value)
       select document.* from found cross join document on document.sequence = found.sequence
       where company_id = :companyId and state = 'posted' and external_id is not null
         and accounting_entry_id is not null and reconciliation_id is not null and ${IN_TENANT}
       order by key`,
      {
        companyId,
        reconciliationIds: JSON.stringify(wanted.reconciliationIds),
        invoiceNumbers: JSON.stringify(wanted.invoiceNumbers),
        tenant: tenant ?? null,
      },
    );
  }
}

/** The values of {@link IDENTITY_COLUMNS}. */
function identityValues({ companyId, tenant }: Books, document: DocumentIdentity): readonly SqlValue[] {
  const { key, accountingEntryId, role, recordType, reference, date, fingerprint, generation, invoice } = document;
  const found = [invoice?.reconciliationId ?? null, invoice?.vendor ?? null, invoice?.invoiceNumber ?? null];
  return [
    companyId,
    tenant,
    key,
    accountingEntryId,
    role,
    recordType,
    reference,
    date,
    fingerprint,
    generation,
    ...found,
  ];
}

/** The values of {@link RESULT_COLUMNS}. */
function resultValues(jobId: string, result: DocumentResult): readonly SqlValue[] {
  const { state, externalId, externalUrl, booked, reason } = result;
  const amount = [booked?.currency ?? null, booked?.minorUnits ?? null, booked?.exponent ?? null];
  return [jobId, state, externalId, externalUrl, ...amount, reason];
}

function bookedOrNull(currency: string | null, minorUnits: number | null, exponent: number | null): Money | null {
  return currency === null || minorUnits === null || exponent === null ? null : money(currency, minorUnits, exponent);
}

function invoiceOrNull(
  reconciliationId: string | null,
  vendor: string | null,
  invoiceNumber: string | null,
): InvoiceIdentity | null {
  return reconciliationId === null ? null : { reconciliationId, vendor, invoiceNumber };
}
