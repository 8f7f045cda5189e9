/**
 * Steps from an empty file to today's, in order, never changed once released: `user_version` counts how many a file has
 * been through.
 *
 * Entry ids are random, so each index over them dirties a page a row: there is none more than needed. Items,
 * documents and audit lines lie in the order they were written.
 */
export const MIGRATIONS: readonly string[] = [
  `
  create table lease (
    company_id text primary key,
    token integer not null,
    held integer not null,
    expires_at integer not null,
    host text not null,
    boot_id text not null,
    pid integer not null,
    started_at text not null
  ) strict, without rowid;

  create table job (
    job_id text primary key,
    company_id text not null,
    tenant text not null,
    taken_up_as text not null,
    first_of_company integer not null,
    taken_up_at integer not null,
    final_status text,
    finished_at integer
  ) strict, without rowid;
  create index job_by_company on job (company_id, taken_up_at);

  create table item (
    job_id text not null,
    accounting_entry_id text not null,
    state text not null,
    outcome text,
    unique (job_id, accounting_entry_id)
  ) strict;

  create table document (
    sequence integer primary key,
    company_id text not null,
    tenant text not null,
    key text not null,
    accounting_entry_id text,
    job_id text not null,
    call_id text,
    role text not null,
    record_type text not null,
    reference text not null,
    date text,
    fingerprint text not null,
    generation integer not null,
    state text not null,
    intended_at integer not null,
    external_id text,
    external_url text,
    booked_currency text,
    booked_minor_units integer,
    booked_exponent integer,
    reason text,
    reconciliation_id text,
    vendor text,
    invoice_number text,
    unique (company_id, key, tenant)
  ) strict;
  create index prerequisite on document (company_id) where accounting_entry_id is null;
  create index invoice_by_reconciliation on document (reconciliation_id) where reconciliation_id is not null;
  create index invoice_by_number on document (company_id, invoice_number) where invoice_number is not null;

  -- one row a commit and kind of write; lines: [[accounting_entry_id, event, detail], ...]
  create table audit (
    sequence integer primary key,
    at integer not null,
    company_id text not null,
    job_id text,
    lines text not null
  ) strict;
  create index audit_by_job on audit (job_id) where job_id is not null;
  create trigger audit_is_never_changed before update on audit begin select raise(abort, 'the audit trail is append-only'); end;
  create trigger audit_is_never_deleted before delete on audit begin select raise(abort, 'the audit trail is append-only'); end;
  `,
  `
  create table job_elsewhere (
    company_id text not null,
    job_id text not null,
    primary key (company_id, job_id)
  ) strict, without rowid;

  create table entry_elsewhere (
    company_id text not null,
    accounting_entry_id text not null,
    external_id text,
    primary key (company_id, accounting_entry_id)
  ) strict, without rowid;
  `,
  // holds no more than what is in flight, so it stays on a page or two
  `
  create index document_in_doubt on document (job_id) where state = 'intended';
  `,
];
