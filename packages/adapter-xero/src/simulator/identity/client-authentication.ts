import type { SimulatedApp } from '../xero-simulator-options.js';

/**
 * The app that a request to the token endpoint comes from: by HTTP Basic, by fields of the form, or by its id alone where it has no secret.
 * Null where it is not proven. Source: RFC 6749, section 2.3.1.
 */
export function authenticateClient(
  apps: readonly SimulatedApp[],
  form: URLSearchParams,
  authorization: string | undefined,
): SimulatedApp | null {
  const [clientId, secret] = authorization === undefined ? fromForm(form) : fromBasic(authorization);
  const app = apps.find((candidate) => candidate.clientId === clientId);
  if (!app) return null;
  const given = secret === '' ? null : secret;
  return given === app.clientSecret ? app : null;
}

function fromForm(form: URLSearchParams): [string | null, string | null] {
  return [form.get('client_id'), form.get('client_secret')];
}

function fromBasic(authorization: string): [string | null, string | null] {
  const encoded = /^Basic (\S+)$/i.exec(authorization)?.[1];
  const pair = /^([^:]*):(.*)$/.exec(Buffer.from(encoded ?? '', 'base64').toString());
  return pair ? [decode(pair[1]), decode(pair[2])] : [null, null];
}

function decode(part = ''): string {
  try {
    return decodeURIComponent(part.replaceAll('+', '%20'));
  } catch {
    return part;
  }
}
