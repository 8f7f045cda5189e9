import type { ConsentedTenant } from '@ledgerferry/core';
import { runnerErrors } from '../runner-errors.js';
import type { CompaniesConsent, ConsentingCompany } from './consents-of.js';

/** A consent that was given: what its tokens open, and what that means for each company. */
export interface Connection {
  /** The connection's name. */
  readonly name: string;
  readonly tenants: readonly ConnectedTenant[];
  readonly companies: readonly ConnectedCompany[];
}

export interface ConnectedTenant extends ConsentedTenant {
  /** Names of the companies whose settings choose it. */
  readonly chosenBy: readonly string[];
}

interface ConnectedCompany extends Pick<ConsentingCompany, 'id' | 'name'> {
  /** Whether the tokens open the tenant that its settings choose; null where they choose none yet. */
  readonly isReached: boolean | null;
}

export function connectionOf(
  { consent, companies }: CompaniesConsent,
  tenants: readonly ConsentedTenant[],
): Connection {
  return {
    name: consent.connection,
    tenants: tenants.map((tenant) => ({
      ...tenant,
      chosenBy: companies.filter((company) => chooses(company, tenant)).map(({ name }) => name),
    })),
    companies: companies.map((company) => ({
      id: company.id,
      name: company.name,
      isReached: isReached(company, tenants),
    })),
  };
}

/**
 * Pleo's tokens are for the company of the user who consented, and others must not take its place.
 *
 * @throws {IntegrationError} `CONSENT_OF_ANOTHER_COMPANY`.
 */
export function demandOwnCompany(farEnd: string, tenants: readonly ConsentedTenant[], { companies }: CompaniesConsent) {
  const stranger = companies.find((company) => farEnd === 'pleo' && isReached(company, tenants) === false);
  if (stranger === undefined) return;
  const given = tenants.map(({ name }) => name).join(', ');
  throw runnerErrors.error(
    'CONSENT_OF_ANOTHER_COMPANY',
    `The consent is for ${given}, and the configuration has ${stranger.name} (${stranger.id}). Nothing was changed; connect again as a user of that company, or correct "companies[].id".`,
  );
}

function isReached(company: ConsentingCompany, tenants: readonly ConsentedTenant[]): boolean | null {
  if (tenants.some((tenant) => chooses(company, tenant))) return true;
  const names = tenants.flatMap(({ settings }) => Object.keys(settings));
  return names.some((name) => company.settings[name] !== undefined) ? false : null;
}

function chooses({ settings }: ConsentingCompany, tenant: ConsentedTenant): boolean {
  const chosen = Object.entries(tenant.settings);
  return chosen.length > 0 && chosen.every(([name, value]) => settings[name] === value);
}
