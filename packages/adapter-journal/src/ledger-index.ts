import { lastPartOf } from './account-names.js';
import type { LedgerContents, ReadTransaction } from './ledger-contents.js';

/** What is known of a ledger without reading it again. Grows with what is appended. */
export class LedgerIndex {
  readonly #below: LedgerIndex | null;
  readonly #byReference = new Map<string, ReadTransaction[]>();
  readonly #accounts = new Set<string>();
  readonly #byLastPart = new Map<string, string>();
  readonly #currencies = new Map<string, number | null>();
  #obstacle: string | null = null;
  #lines: number;

  constructor(below: LedgerIndex | null = null) {
    this.#below = below;
    this.#lines = below?.lines ?? 0;
  }

  /** An index on top of this one, to see what an addition would change without changing this one. */
  fork(): LedgerIndex {
    return new LedgerIndex(this);
  }

  get obstacle(): string | null {
    return this.#obstacle;
  }

  /** Number of complete lines. */
  get lines(): number {
    return this.#lines;
  }

  /** Every transaction with this reference; more than one where a person copied it. */
  find(reference: string): readonly ReadTransaction[] {
    const own = this.#byReference.get(reference);
    const below = this.#below?.find(reference) ?? [];
    return own ? [...below, ...own] : below;
  }

  /** The ledger's own name for an account, wherever in its hierarchy a person put it; undefined where it has none. */
  accountNamed(name: string): string | undefined {
    if (this.knowsAccount(name)) return name;
    return this.#below?.accountNamed(name) ?? this.#byLastPart.get(lastPartOf(name));
  }

  knowsAccount(name: string): boolean {
    return this.#accounts.has(name) || (this.#below?.knowsAccount(name) ?? false);
  }

  knowsCurrency(currency: string): boolean {
    return this.#currencies.has(currency) || (this.#below?.knowsCurrency(currency) ?? false);
  }

  /** The declared number of decimals; null where none is declared. */
  decimalsOf(currency: string): number | null {
    return this.#currencies.get(currency) ?? this.#below?.decimalsOf(currency) ?? null;
  }

  add(contents: LedgerContents): void {
    for (const transaction of contents.transactions) {
      const others = this.#byReference.get(transaction.reference);
      if (others) others.push(transaction);
      else this.#byReference.set(transaction.reference, [transaction]);
    }
    for (const account of contents.accounts) this.#addAccount(account);
    for (const [currency, decimals] of contents.currencies) {
      if (decimals !== null || !this.#currencies.has(currency)) this.#currencies.set(currency, decimals);
    }
    this.#obstacle = contents.obstacle;
    this.#lines += contents.lines;
  }

  #addAccount(account: string): void {
    this.#accounts.add(account);
    const lastPart = lastPartOf(account);
    if (!this.#byLastPart.has(lastPart)) this.#byLastPart.set(lastPart, account);
  }
}
