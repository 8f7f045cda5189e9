import { pleoConnectionSchema, type PleoConnection } from '@ledgerferry/pleo-client';
import type { ConfigurationProblem } from './configuration-error.js';
import { describeIssues } from './describe-issues.js';

const CREDENTIALS = ['apiKey', 'accessToken', 'oauth'];

/** What the file says of a company's connection to Pleo. */
export interface PleoSettings {
  readonly shared: unknown;
  readonly own: unknown;
  readonly currencyExponents: unknown;
}

/** True where the company has a credential of its own. */
export function hasOwnCredential(own: unknown): boolean {
  return isRecord(own) && CREDENTIALS.some((name) => name in own);
}

/** Puts shared and own settings together. A credential of the company's own replaces every shared one. */
export function checkPleoSettings(
  { shared, own, currencyExponents }: PleoSettings,
  company: number,
): { readonly connection: PleoConnection | undefined; readonly problems: readonly ConfigurationProblem[] } {
  const settings = { ...(currencyExponents === undefined ? {} : { currencyExponents }), ...merge(shared, own) };
  const result = pleoConnectionSchema.safeParse(settings);
  const problems = (result.error?.issues ?? []).flatMap((issue) => {
    const [name] = issue.path;
    const isOwn =
      isRecord(own) && (name === undefined || String(name) in own || keysOf(issue).some((key) => key in own));
    return describeIssues([issue], isOwn ? ['companies', company, 'pleo'] : ['pleo']);
  });
  return { connection: result.data, problems };
}

function merge(shared: unknown, own: unknown): Record<string, unknown> {
  const inherited = Object.entries(isRecord(shared) ? shared : {});
  const kept = hasOwnCredential(own) ? inherited.filter(([name]) => !CREDENTIALS.includes(name)) : inherited;
  return { ...Object.fromEntries(kept), ...(isRecord(own) ? own : {}) };
}

function keysOf(issue: object): readonly string[] {
  return 'keys' in issue && Array.isArray(issue.keys) ? issue.keys.map(String) : [];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
