import { createHmac } from 'node:crypto';

/** What a signature of OAuth 1.0a is made of. */
export interface RequestToSign {
  readonly method: string;
  /** With its query; a JSON body is not signed. */
  readonly url: string;
  /** All `oauth_…` parameters of the header but the signature; `realm` is not signed. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly consumerSecret: string;
  readonly tokenSecret: string;
}

/** HMAC-SHA256 in base64. Source: RFC 5849, section 3.4; Oracle, The Signature for Web Services and RESTlets. */
export function signRequest({ method, url, parameters, consumerSecret, tokenSecret }: RequestToSign): string {
  const { origin, pathname, searchParams } = new URL(url);
  const pairs = [...Object.entries(parameters), ...searchParams]
    .map(([name, value]) => [percentEncoded(name), percentEncoded(value)] as const)
    .toSorted(([name, value], [otherName, otherValue]) => compare(name, otherName) || compare(value, otherValue));
  const normalized = pairs.map((pair) => pair.join('=')).join('&');
  const base = [method, `${origin}${pathname}`, normalized].map(percentEncoded).join('&');
  const key = [consumerSecret, tokenSecret].map(percentEncoded).join('&');
  return createHmac('sha256', key).update(base).digest('base64');
}

/** Source: RFC 5849, section 3.6. */
export function percentEncoded(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
