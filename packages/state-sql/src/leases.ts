import type { Lease, LeaseAnswer, LeaseHolder } from '@ledgerferry/core';
import { z } from 'zod';
import type { Database } from './database.js';
import type { IsGone } from './process-identity.js';
import { stateErrors } from './state-errors.js';

const leaseRow = z
  .object({
    token: z.number(),
    held: z.number(),
    expires_at: z.number(),
    host: z.string(),
    boot_id: z.string(),
    pid: z.number(),
    started_at: z.string(),
  })
  .transform((row) => ({
    token: row.token,
    isHeld: row.held === 1,
    expiresAt: row.expires_at,
    holder: { host: row.host, bootId: row.boot_id, pid: row.pid, startedAt: row.started_at } satisfies LeaseHolder,
  }));

/** Who may work for which company. A row stays when its lease ends, so that tokens only grow. */
export class Leases {
  readonly #database: Database;
  readonly #isGone: IsGone;

  constructor(database: Database, isGone: IsGone) {
    this.#database = database;
    this.#isGone = isGone;
  }

  acquire(request: { companyId: string; holder: LeaseHolder; now: number; durationMs: number }): LeaseAnswer {
    const { companyId, holder, now, durationMs } = request;
    const last = this.#find(companyId);
    if (last?.isHeld && last.expiresAt > now && !this.#isGone(last.holder)) {
      return { granted: false, holder: last.holder, expiresAt: last.expiresAt };
    }
    const lease: Lease = { companyId, token: (last?.token ?? 0) + 1, expiresAt: now + durationMs };
    this.#database.run(
      `insert or replace into lease (company_id, token, held, expires_at, host, boot_id, pid, started_at)
       values (:companyId, :token, 1, :expiresAt, :host, :bootId, :pid, :startedAt)`,
      {
        ...lease,
        host: holder.host,
        bootId: holder.bootId,
        pid: holder.pid,
        startedAt: holder.startedAt,
      },
    );
    return { granted: true, lease };
  }

  renew(lease: Lease, expiresAt: number): Lease {
    this.#database.run('update lease set expires_at = :expiresAt where company_id = :companyId', {
      companyId: lease.companyId,
      expiresAt,
    });
    return { ...lease, expiresAt };
  }

  release(lease: Lease): void {
    this.#database.run('update lease set held = 0 where company_id = :companyId', { companyId: lease.companyId });
  }

  /** Throws `LEASE_LOST` unless the lease is still the company's: also one that ran out, as long as nobody took over. */
  demand(lease: Lease): void {
    const last = this.#find(lease.companyId);
    if (last?.isHeld && last.token === lease.token) return;
    throw stateErrors.error(
      'LEASE_LOST',
      `This process no longer works for company ${lease.companyId}: its lease ended or went to another process. ` +
        'Nothing was written. Run again if no other process is at work.',
    );
  }

  #find(companyId: string) {
    return this.#database.rows(leaseRow, 'select * from lease where company_id = :companyId', { companyId })[0];
  }
}
