import type { AccountReference } from './accounting-entry.js';

/** A code and a name as a bookkeeper knows them: `404 "Bank fees"`, and `"Bank fees"` where there is no code. */
export function codeAndName(code: string | null, name: string): string {
  return code === null ? `"${name}"` : `${code} "${name}"`;
}

/** The account that Pleo or the settings name, for a sentence such as "Xero has no account 404 "Bank fees"". */
export function accountInWords({ code, identifier, name }: AccountReference): string {
  const known = code ?? identifier;
  if (known === null) return name ? `"${name}"; Pleo knows no code of it` : 'without a code';
  return name ? codeAndName(known, name) : known;
}
