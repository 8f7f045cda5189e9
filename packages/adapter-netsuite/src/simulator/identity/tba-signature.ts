import { createHmac } from 'node:crypto';

/** What a signature of OAuth 1.0a is made of. */
export interface TbaRequest {
  readonly method: string;
  /** With its query; the body is not signed. */
  readonly url: string;
  /** What the header carries, decoded; `realm` and `oauth_signature` are left out of account. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly consumerSecret: string;
  readonly tokenSecret: string;
}

const UNSIGNED = ['realm', 'oauth_signature'];

/** HMAC-SHA256 in base64. Source: RFC 5849, section 3.4; Oracle, The Signature for Web Services and RESTlets. */
export function tbaSignature({ method, url, parameters, consumerSecret, tokenSecret }: TbaRequest): string {
  const { origin, pathname, searchParams } = new URL(url);
  const signed = Object.entries(parameters).filter(([name]) => !UNSIGNED.includes(name));
  const normalized = [...signed, ...searchParams]
    .map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
    .toSorted(([name, value], [otherName, otherValue]) => compare(name, otherName) || compare(value, otherValue))
    .map((pair) => pair.join('='))
    .join('&');
  const base = [method.toUpperCase(), `${origin}${pathname}`, normalized].map(percentEncode).join('&');
  const key = `${percentEncode(consumerSecret)}&${percentEncode(tokenSecret)}`;
  return createHmac('sha256', key).update(base).digest('base64');
}

/** What a header says, decoded; null where it is none of OAuth 1.0a, or names something twice. */
export function readTbaHeader(authorization: string): Readonly<Record<string, string>> | null {
  const [scheme, rest] = [authorization.slice(0, 6), authorization.slice(6)];
  if (scheme.toLowerCase() !== 'oauth ') return null;
  const parameters: Record<string, string> = {};
  for (const part of rest.split(',')) {
    const [, name, value] = /^\s*([a-z_]+)="((?:[\w.~-]|%[\dA-F]{2})*)"\s*$/i.exec(part) ?? [];
    if (name === undefined || value === undefined || name in parameters) return null;
    parameters[name] = decodeURIComponent(value);
  }
  return parameters;
}

function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
