import { IntegrationError, type ExportJobItem, type PersonsVerdict, type StoredDocument } from '@ledgerferry/core';
import { COMPANY_ID, INVALID_ENTRY, referenceItems } from './reference-job.js';
import type { World } from './world.js';

/** How often a person tries again before giving up. */
const ATTEMPTS = 4;
const PAUSE_MS = 20_000;

/** The people around a job: they export again what failed, and settle by hand what no program can. */
export class Bookkeeper {
  readonly #world: World;
  #exportsTwice: boolean;
  #attempts = 0;
  #jobs = 1;

  constructor(world: World, { exportsTwice }: { readonly exportsTwice: boolean }) {
    this.#world = world;
    this.#exportsTwice = exportsTwice;
  }

  /** Makes a further job of what is not exported though it could be; false where nothing is left to do. */
  async exportWhatIsLeft(): Promise<boolean> {
    const latest = latestItems(this.#world);
    const isInvoiceWanted = [...latest.values()].some(({ failureReason }) => failureReason?.includes(INVOICE_FIRST));
    const left = referenceItems().filter(({ accountingEntryId, type }) => {
      const status = latest.get(accountingEntryId)?.status;
      if (type === 'invoice' && isInvoiceWanted) return true;
      const isHopeless = accountingEntryId === INVALID_ENTRY || this.#world.refused.has(accountingEntryId);
      return isHopeless ? status === 'pending' : status !== 'successful';
    });
    if (left.length > 0 && this.#attempts < ATTEMPTS) {
      this.#attempts += 1;
      for (const { accountingEntryId } of left) await this.#settleByHand(latest.get(accountingEntryId));
      return this.#export(left);
    }
    if (!this.#exportsTwice) return false;
    this.#exportsTwice = false;
    return this.#export(referenceItems().filter(({ accountingEntryId }) => accountingEntryId !== INVALID_ENTRY));
  }

  #export(items: ReturnType<typeof referenceItems>): boolean {
    this.#jobs += 1;
    this.#world.addJob({
      id: `a0000000-0000-4000-8000-${String(this.#jobs).padStart(12, '0')}`,
      companyId: COMPANY_ID,
      createdAt: new Date(this.#world.clock.now()).toISOString(),
      items,
    });
    return true;
  }

  /** Where the ledger cannot be asked, a person opens it and looks. */
  async #settleByHand(item: ExportJobItem | undefined): Promise<void> {
    if (!item?.failureReason?.includes(MAYBE)) return;
    if (this.#world.ledgerClass.capabilities.reference.lookup !== 'none') return;
    this.#world.clock.leap(this.#world.ledgerClass.capabilities.lingerMs);
    for (;;) {
      const doubtful = await this.#firstInDoubt(item.accountingEntryId);
      if (!doubtful) return;
      const held = this.#world.ledger.documents().find(({ reference }) => reference === doubtful.reference);
      await this.#settle(item.accountingEntryId, held ? { found: held.externalId } : { absent: true });
    }
  }

  /** The command is refused while a dead process elsewhere holds the lease: a person waits and tries again. */
  async #settle(accountingEntryId: string, verdict: PersonsVerdict): Promise<void> {
    for (;;) {
      try {
        return await this.#world.settle(accountingEntryId, verdict);
      } catch (error) {
        if (!IntegrationError.isInstance(error) || error.code !== 'LEASE_HELD') throw error;
        this.#world.clock.leap(PAUSE_MS);
      }
    }
  }

  /** What `explain` shows as in doubt. */
  async #firstInDoubt(accountingEntryId: string): Promise<StoredDocument | undefined> {
    const documents = await this.#world.tape.call('documents', [COMPANY_ID, [accountingEntryId]]);
    return (documents as readonly StoredDocument[]).find(({ state }) => state === 'intended' || state === 'parked');
  }
}

/** What Pleo shows of a payment whose invoice the runner does not know of. */
const INVOICE_FIRST = 'export the invoice first';

/** What Pleo shows of an entry that may be in the ledger. */
export const MAYBE = 'may be in the ledger';

/** Each entry's item in the newest job that has it. */
export function latestItems({ pleo }: World): ReadonlyMap<string, ExportJobItem> {
  return new Map(pleo.books().flatMap(({ items }) => items.map((item) => [item.accountingEntryId, item] as const)));
}
