import type { ConsentRequest } from '@ledgerferry/core';
import { pleoConsent } from '@ledgerferry/pleo-client';
import { isRecord } from '../configuration/pleo-settings.js';
import type { CompanyConfiguration, Configuration } from '../configuration/read-configuration.js';
import { UsageError } from '../usage-error.js';
import { chooseCompanies } from '../with-companies.js';

/** One consent, and the companies that live by it. */
export interface CompaniesConsent {
  readonly consent: ConsentRequest;
  readonly companies: readonly ConsentingCompany[];
}

export interface ConsentingCompany extends Pick<CompanyConfiguration, 'id' | 'name'> {
  /** Its settings among which those stand that choose a tenant. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/**
 * What a user must be asked: for Pleo or for the accounting system, for one company and those that share its tokens, or for all.
 *
 * @throws {UsageError} where nothing is to be asked.
 */
export function consentsOf(
  configuration: Configuration,
  { farEnd, company: wanted }: { readonly farEnd: string; readonly company?: string | undefined },
): readonly CompaniesConsent[] {
  const { adapter, companies } = configuration;
  if (farEnd !== 'pleo' && farEnd !== adapter.name) {
    throw new UsageError(`There is no "${farEnd}" to connect. This configuration has: pleo, ${adapter.name}.`);
  }
  if (farEnd === adapter.name && adapter.consent === undefined) {
    throw new UsageError(`The adapter ${adapter.name} needs no consent: there is nothing to connect.`);
  }
  const chosen = chooseCompanies(
    companies.map((company) => ({ company })),
    wanted,
  );
  const consents = together(companies.flatMap((company) => consentOf(company, configuration, farEnd)));
  const asked = consents.filter((one) =>
    one.companies.some(({ id }) => chosen.some(({ company }) => company.id === id)),
  );
  if (asked.length > 0) return asked;
  throw new UsageError(
    `No company's settings for ${farEnd} ask for a consent: they hold a key or a token of their own, so there is nothing to connect.`,
  );
}

function consentOf(
  { id, name, connection, pleo, pleoName }: CompanyConfiguration,
  { adapter }: Configuration,
  farEnd: string,
): readonly CompaniesConsent[] {
  const isPleo = farEnd === 'pleo';
  const consent = isPleo ? pleoConsent(pleo, pleoName) : adapter.consent?.(connection);
  const settings = isPleo ? { id } : isRecord(connection) ? connection : {};
  return consent ? [{ consent, companies: [{ id, name, settings }] }] : [];
}

/** Companies whose tokens are kept under one name are asked for once. */
function together(consents: readonly CompaniesConsent[]): readonly CompaniesConsent[] {
  const groups = Map.groupBy(consents, ({ consent }) => consent.connection);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ consent: first.consent, companies: group.flatMap(({ companies }) => companies) }] : [];
  });
}
