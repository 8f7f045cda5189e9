import type { OrganisationAnswer } from '../api/setting-answers.js';
import type { XeroApi } from '../api/xero-api.js';
import type { KnownOrganisation } from './known-organisation.js';

/** Reads the organisation, and knows it from then on. */
export interface OrganisationReader {
  /** As it was read last; with nulls where it was not read yet. */
  known(): KnownOrganisation;
  /** Reads it anew. */
  readForCheck(api: XeroApi): Promise<OrganisationAnswer>;
  /** What a check has just read, but only once; else reads it anew. A job begins with a check, and need not ask twice. */
  readForJob(api: XeroApi): Promise<OrganisationAnswer>;
}

export function createOrganisationReader(): OrganisationReader {
  let known: KnownOrganisation = { baseCurrency: null, shortCode: null };
  let checked: OrganisationAnswer | undefined;

  async function read(api: XeroApi): Promise<OrganisationAnswer> {
    const organisation = await api.readOrganisation();
    known = { baseCurrency: organisation.BaseCurrency, shortCode: organisation.ShortCode };
    return organisation;
  }

  return {
    known: () => known,
    async readForCheck(api) {
      checked = undefined;
      checked = await read(api);
      return checked;
    },
    async readForJob(api) {
      const organisation = checked ?? (await read(api));
      checked = undefined;
      return organisation;
    },
  };
}
