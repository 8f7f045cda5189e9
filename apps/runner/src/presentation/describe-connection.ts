import type { Connection, ConnectedTenant } from '../connect/connection-of.js';
import type { CompaniesConsent } from '../connect/consents-of.js';
import { indent } from './table.js';

/** What the user does now, before a consent. */
export function describeRequest(
  { consent, companies }: CompaniesConsent,
  { url, redirectUri, minutes }: { readonly url: string; readonly redirectUri: string; readonly minutes: number },
): string {
  return [
    `To connect ${consent.connection}, for ${namesOf(companies)}:`,
    indent(`1. Once: register this redirect URI with the app: ${redirectUri}`),
    indent('2. Open this address in a browser on this machine, and allow access:'),
    `\n${url}\n`,
    `Waiting for at most ${minutes} minutes. Ctrl-C stops.\n`,
  ].join('\n');
}

/** What was connected, and what is left to be put into the configuration. */
export function describeConnection({ name, tenants, companies }: Connection): string {
  const open = companies.filter(({ isReached }) => isReached === null);
  const missed = companies.filter(({ isReached }) => isReached === false);
  return [
    `${name} is connected, for ${namesOf(companies)}. It reaches ${tenants.length === 0 ? 'nothing.' : ''}`.trimEnd(),
    ...tenants.map((tenant) => indent(describeTenant(tenant))),
    ...(open.length > 0 && hasSettings(tenants)
      ? [`Put the line of its own under the settings of ${namesOf(open)}.`]
      : []),
    ...missed.map(
      (company) => `note: what ${company.name} is set to is not among them; connect again as a user who may choose it.`,
    ),
    '',
  ].join('\n');
}

function describeTenant({ name, settings, isNew, chosenBy }: ConnectedTenant): string {
  const facts = [name, ...(isNew ? ['connected just now'] : []), ...chosenBy.map((company) => `set for ${company}`)];
  return [facts.join(', '), ...Object.entries(settings).map(([key, value]) => indent(`${key}: ${value}`))].join('\n');
}

export function connectionsToJson(connections: readonly Connection[]): string {
  const connected = connections.map(({ name, tenants, companies }) => ({
    connection: name,
    companies: companies.map(({ id, name: company, isReached }) => ({ companyId: id, name: company, isReached })),
    tenants: tenants.map(({ name: tenant, settings, isNew }) => ({ name: tenant, settings, isNew })),
  }));
  return `${JSON.stringify({ connected })}\n`;
}

function hasSettings(tenants: Connection['tenants']): boolean {
  return tenants.some(({ settings }) => Object.keys(settings).length > 0);
}

function namesOf(companies: readonly { readonly name: string }[]): string {
  return companies.map(({ name }) => name).join(', ');
}
