import type { Books } from '../books/books.js';
import type { HeldAccount } from '../books/held-records.js';

/** An account as a line or a document names it. */
export interface NamedAccount {
  readonly code: string | undefined;
  readonly id: string | undefined;
}

export function findAccount(books: Books, { code, id }: NamedAccount): HeldAccount | null {
  if (id !== undefined) return books.accounts.get(id);
  return books.accounts.all().find((account) => account.code !== null && account.code === code) ?? null;
}

/** What is wrong with posting to it by hand; null where nothing is. Bank accounts and Xero's own take no lines. */
export function accountProblem(account: HeldAccount | null, named: NamedAccount): string | null {
  const name = named.code ?? account?.code ?? named.id ?? '';
  if (!account) return notValid(name);
  if (account.status === 'ARCHIVED') return `Account code '${name}' has been archived, or has been deleted.`;
  return account.type === 'BANK' || account.systemAccount !== null ? notValid(name) : null;
}

function notValid(name: string): string {
  return `Account code '${name}' is not a valid code for this document.`;
}
