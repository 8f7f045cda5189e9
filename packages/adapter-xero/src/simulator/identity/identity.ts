import type { SimulatedApp } from '../xero-simulator-options.js';
import { emptyAnswer, jsonAnswer, textAnswer, type Answer } from '../http/answer.js';
import type { OrganisationSeed } from '../organisation/organisation-seed.js';
import { AuthorizationCodes } from './authorization-codes.js';
import { areScopesAllowed, consentPage, leadBack, readConsentRequest } from './authorize.js';
import { authenticateClient } from './client-authentication.js';
import { Connections } from './connections.js';
import { KNOWN_SCOPES } from './scopes.js';
import { TokenStore, type Grant, type TokenAnswer } from './token-store.js';

export interface IdentityOptions {
  readonly apps: readonly SimulatedApp[];
  readonly organisations: readonly OrganisationSeed[];
  readonly consents: 'at-once' | 'page' | 'refused';
  readonly accessToken: string | undefined;
  readonly lifeSeconds: number;
  readonly now: () => number;
  readonly newId: () => string;
}

/** Who calls the API. */
export interface Caller {
  readonly appId: string;
  readonly scopes: ReadonlySet<string>;
  /** The organisation of a custom connection, which need not be named. */
  readonly onlyTenantId: string | null;
}

const FIXED: SimulatedApp = { clientId: 'fixed-access-token', clientSecret: null };

/** Xero's sign-in: consent, tokens, connections. */
export class Identity {
  readonly connections: Connections;
  readonly tokens: TokenStore;
  readonly #codes: AuthorizationCodes;
  readonly #options: IdentityOptions;
  #isRevoked = false;

  constructor(options: IdentityOptions) {
    this.#options = options;
    this.connections = new Connections(options);
    this.tokens = new TokenStore(options);
    this.#codes = new AuthorizationCodes(options.now);
    if (options.accessToken !== undefined) this.#connect(FIXED);
    for (const app of options.apps) this.#begin(app);
  }

  /** `expired` and null where the token is not good. */
  callerOf(token: string): Caller | 'expired' | null {
    if (this.#options.accessToken === token)
      return this.#isRevoked ? null : { appId: FIXED.clientId, scopes: new Set(KNOWN_SCOPES), onlyTenantId: null };
    const grant = this.tokens.read(token);
    if (grant === null || grant === 'expired') return grant;
    const { clientId, isCustomConnection } = grant.app;
    const [onlyTenantId = null] = isCustomConnection === true ? this.connections.tenantIds(clientId) : [];
    return { appId: clientId, scopes: grant.scopes, onlyTenantId };
  }

  /** From now on no token that was given is good, and no app signs in as itself. A new consent is. */
  revokeAll(): void {
    this.#isRevoked = true;
    this.tokens.revokeAll();
  }

  authorize(query: URLSearchParams): Answer {
    const request = readConsentRequest(query, this.#options.apps);
    if ('status' in request) return request;
    if (this.#options.consents === 'refused') return leadBack(request, { error: 'access_denied' });
    const code = this.#options.newId();
    const { app, scopes, redirectUri, challenge } = request;
    this.#codes.add(code, { grant: this.#connect(app, scopes), redirectUri, challenge });
    if (this.#options.consents === 'page') return consentPage(request, code);
    return leadBack(request, { code, scope: [...scopes].join(' '), session_state: this.#options.newId() });
  }

  token(form: URLSearchParams, authorization: string | undefined): Answer {
    const app = authenticateClient(this.#options.apps, form, authorization);
    if (!app) return refusal('invalid_client');
    const granted = this.#grant(app, form);
    return typeof granted === 'string'
      ? refusal(granted)
      : jsonAnswer(200, granted, { 'Cache-Control': 'no-store', Pragma: 'no-cache' });
  }

  revoke(form: URLSearchParams, authorization: string | undefined): Answer {
    const app = authenticateClient(this.#options.apps, form, authorization);
    if (!app) return refusal('invalid_client');
    this.tokens.revokeGrantOf(form.get('token') ?? '');
    return emptyAnswer(200);
  }

  #grant(app: SimulatedApp, form: URLSearchParams): TokenAnswer | string {
    switch (form.get('grant_type') ?? '') {
      case 'authorization_code': {
        const proof = { redirectUri: form.get('redirect_uri'), verifier: form.get('code_verifier') };
        const grant = this.#codes.redeem(form.get('code') ?? '', proof);
        return grant?.app === app ? this.tokens.issue(grant) : 'invalid_grant';
      }
      case 'refresh_token':
        return this.tokens.refresh(form.get('refresh_token') ?? '', app) ?? 'invalid_grant';
      case 'client_credentials':
        return this.#grantToItself(app, form.get('scope'));
      default:
        return 'unsupported_grant_type';
    }
  }

  #grantToItself(app: SimulatedApp, scope: string | null): TokenAnswer | string {
    if (app.isCustomConnection !== true || this.#isRevoked) return 'unauthorized_client';
    const asked = new Set(scope?.split(' ') ?? app.scopes ?? KNOWN_SCOPES);
    if (asked.has('offline_access') && scope !== null) return 'invalid_scope';
    asked.delete('offline_access');
    if (!areScopesAllowed(app, asked)) return 'invalid_scope';
    return this.tokens.issue(this.#connect(app, asked));
  }

  /** What holds before anybody has called. */
  #begin(app: SimulatedApp): void {
    if (app.isCustomConnection === true) this.#connect(app);
    if (app.refreshToken !== undefined) this.tokens.addRefreshToken(app.refreshToken, this.#connect(app));
  }

  #connect(app: SimulatedApp, scopes: ReadonlySet<string> = new Set(app.scopes ?? KNOWN_SCOPES)): Grant {
    const { newId, organisations } = this.#options;
    const authEventId = newId();
    const connected = app.isCustomConnection === true ? organisations.slice(0, 1) : organisations;
    this.connections.connect(app.clientId, connected, authEventId);
    return { app, scopes, authEventId, userId: newId() };
  }
}

/** What is not below the sign-in. */
export function unknownPage(): Answer {
  return textAnswer(404, '<!doctype html><title>Not found</title>');
}

function refusal(error: string): Answer {
  return jsonAnswer(400, { error });
}
