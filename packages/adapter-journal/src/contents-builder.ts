import type { LedgerContents, ReadPosting, ReadTransaction } from './ledger-contents.js';
import type { Quantity } from './read-quantity.js';

interface OpenTransaction {
  readonly date: string;
  readonly draft: boolean;
  readonly line: number;
  readonly postings: ReadPosting[];
  reference: string | null;
  externalId: string | null;
}

/** Gathers what a reader finds, line by line. */
export class ContentsBuilder {
  readonly #transactions: ReadTransaction[] = [];
  readonly #accounts = new Set<string>();
  readonly #currencies = new Map<string, number | null>();
  #open: OpenTransaction | null = null;

  /** True between the first line of a transaction and its last. */
  get inTransaction(): boolean {
    return this.#open !== null;
  }

  begin(date: string, draft: boolean, line: number): void {
    this.end();
    this.#open = { date, draft, line, postings: [], reference: null, externalId: null };
  }

  tag(name: string, value: string): void {
    if (!this.#open) return;
    if (name === 'reference') this.#open.reference ??= value;
    if (name === 'external-id') this.#open.externalId ??= value;
  }

  posting(account: string, quantity: Quantity | null): void {
    this.account(account);
    if (quantity) this.currency(quantity.currency, null);
    this.#open?.postings.push({ account, quantity });
  }

  account(name: string): void {
    this.#accounts.add(name);
  }

  currency(currency: string, decimals: number | null): void {
    if (decimals !== null || !this.#currencies.has(currency)) this.#currencies.set(currency, decimals);
  }

  /** Ends the transaction; one without a reference is not ours and is forgotten. */
  end(): void {
    const open = this.#open;
    this.#open = null;
    if (open?.reference) this.#transactions.push({ ...open, reference: open.reference });
  }

  contents(lines: number, obstacle: string | null): LedgerContents {
    this.end();
    return {
      transactions: this.#transactions,
      accounts: this.#accounts,
      currencies: this.#currencies,
      obstacle,
      lines,
    };
  }
}
