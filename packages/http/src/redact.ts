/** Patterns of what must not be shown, each with what stands in its place. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\b(Basic|Bearer|OAuth)\s+[^\s"',;]+/gi, '$1 [removed]'],
  [/(https?:\/\/)[^\s/"'@]+@/gi, '$1[removed]@'],
  [/(https?:\/\/[^\s"'?#]+)[?#][^\s"']*/gi, '$1?[removed]'],
  [
    /(["']?\b(?:authorization|password|[\w-]*(?:token|secret|signature|api[_-]?key))\b["']?\s*[:=]\s*)(?!\s*(?:Basic|Bearer|OAuth)\s)["']?[^\s"',;&}]+["']?/gi,
    '$1[removed]',
  ],
];

const LONGEST_TEXT = 300;

/** A far end's text, fit for a log or a person: credentials and URL queries taken out, at most 300 characters. */
export function redactText(text: string): string {
  let clean = text.slice(0, LONGEST_TEXT * 4);
  for (const [pattern, replacement] of SECRETS) clean = clean.replace(pattern, replacement);
  return clean.length > LONGEST_TEXT ? `${clean.slice(0, LONGEST_TEXT - 1)}…` : clean;
}

/**
 * A plain error to keep as `cause`. The original is dropped: an AxiosError carries headers, credentials and bodies.
 */
export function scrubbedCause(error: unknown): Error {
  const original = error instanceof Error ? error : new Error(String(error));
  const scrubbed = new Error(redactText(original.message || original.name));
  const code = errorCode(error);
  return code === undefined ? scrubbed : Object.assign(scrubbed, { code });
}

/** The system's or the library's short name of an error, such as `ECONNRESET`. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
