import { systemClock, type Clock } from '@ledgerferry/core';
import { defaultAccount } from '../account/default-account.js';
import type { Books } from '../books/books.js';
import { openBooks } from '../books/open-books.js';
import { Concurrency } from '../gate/concurrency.js';
import { Faults } from '../gate/faults.js';
import type { Language } from '../http/refusal.js';
import { AccessTokens } from '../identity/access-tokens.js';
import { readCertificate, type KnownCertificate } from '../identity/assertion.js';
import { TbaSignIn } from '../identity/tba-sign-in.js';
import type { NetsuiteSimulatorOptions, SimulatedGovernance, SimulatedRole } from '../netsuite-simulator-options.js';

/** The state behind the server. */
export interface SimulatedNetsuite {
  readonly clock: Clock;
  readonly books: Books;
  readonly accessTokens: AccessTokens;
  readonly tba: TbaSignIn;
  readonly certificates: readonly KnownCertificate[];
  readonly concurrency: Concurrency;
  readonly refusalStatus: SimulatedGovernance['refusalStatus'];
  readonly faults: Faults;
  readonly release: string;
  readonly language: Language;
  readonly role: SimulatedRole;
  readonly restlet: { readonly script: string; readonly deploy: string } | null;
}

const RESTLET = { script: 'customscript_ledgerferry_files', deploy: 'customdeploy_ledgerferry_files' };

/** Builds the state out of the options; every default stands here. */
export function createSimulatedNetsuite(options: NetsuiteSimulatorOptions): SimulatedNetsuite {
  const { clock = systemClock, account = defaultAccount(), governance = {}, restlet = RESTLET } = options;
  const now = () => clock.now();
  return {
    clock,
    books: openBooks(account, now),
    accessTokens: new AccessTokens({ now, fixed: options.accessToken }),
    tba: new TbaSignIn({ tokens: options.tokens ?? [], realm: account.accountId, now }),
    certificates: (options.certificates ?? []).map(readCertificate),
    concurrency: new Concurrency(governance.concurrent ?? 5),
    refusalStatus: governance.refusalStatus ?? 429,
    faults: new Faults(options.latencyMs ?? 0),
    release: options.release ?? '2026.2',
    language: options.language ?? 'en',
    role: { hides: [], seesTransactions: true, mayCallRestlet: true, ...options.role },
    restlet,
  };
}
