import { randomBytes } from 'node:crypto';
import { PleoLedger } from './book/pleo-ledger.js';
import type { Credentials } from './http/authenticate.js';
import { OauthTokens } from './http/oauth-tokens.js';
import { PageCursors } from './http/page-cursors.js';
import { RateWindow } from './http/rate-window.js';
import { SignedFiles } from './http/signed-files.js';
import type { PleoSimulatorOptions } from './pleo-simulator-options.js';
import { DEFAULT_API_KEY } from './pleo-simulator-options.js';
import { buildRequestSchemas, type RequestSchemas } from './request-schemas.js';

/** The state behind the server, and the settings its handlers need. */
export interface SimulatedPleo {
  readonly ledger: PleoLedger;
  readonly files: SignedFiles;
  readonly cursors: PageCursors;
  readonly credentials: Credentials;
  readonly rateWindow: RateWindow;
  readonly missingContraAccounts: Set<string>;
  readonly schemas: RequestSchemas;
  readonly strictRequests: boolean;
  readonly largestPage: number;
  readonly uploadBatchLimit: number;
  readonly applyEventsAfterMs: number;
  readonly now: () => Date;
}

/** Builds the state out of the options; every default stands here. */
export function createSimulatedPleo(options: PleoSimulatorOptions): SimulatedPleo {
  const now = options.now ?? (() => new Date());
  const strictRequests = options.strictRequests ?? true;
  const files = new SignedFiles({ secret: randomBytes(32), now, urlSeconds: options.fileUrlSeconds ?? 86_400 });
  return {
    ledger: new PleoLedger({
      now,
      signFileUrl: (receiptId) => files.sign(receiptId),
      expiresInSeconds: options.expiresInSeconds ?? 3600,
    }),
    files,
    cursors: new PageCursors(randomBytes(32)),
    credentials: chooseCredentials(options, now),
    rateWindow: new RateWindow(options.rateLimitPerMinute ?? 600, now),
    missingContraAccounts: new Set(options.missingContraAccounts),
    schemas: buildRequestSchemas(strictRequests),
    strictRequests,
    largestPage: options.largestPage ?? 100,
    uploadBatchLimit: options.uploadBatchLimit ?? 100,
    applyEventsAfterMs: options.applyEventsAfterMs ?? 0,
    now,
  };
}

function chooseCredentials(options: PleoSimulatorOptions, now: () => Date): Credentials {
  const { apiKey, accessToken, oauth } = options;
  const isNoneChosen = apiKey === undefined && accessToken === undefined && oauth === undefined;
  return {
    apiKey: isNoneChosen ? DEFAULT_API_KEY : apiKey,
    accessToken,
    oauthTokens: oauth ? new OauthTokens(oauth, now) : null,
  };
}
