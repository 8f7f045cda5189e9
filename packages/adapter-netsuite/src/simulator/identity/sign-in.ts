import { invalidLogin } from '../http/problems.js';
import type { SimulatedScope } from '../netsuite-simulator-options.js';
import type { AccessTokens } from './access-tokens.js';
import type { TbaSignIn } from './tba-sign-in.js';

/** @throws {Refusal} 401 `INVALID_LOGIN` unless the request carries a token for this scope, or is signed. */
export function signIn(
  request: { readonly method: string; readonly url: string; readonly authorization: string | undefined },
  scope: SimulatedScope,
  { accessTokens, tba }: { readonly accessTokens: AccessTokens; readonly tba: TbaSignIn },
): void {
  const { authorization = '' } = request;
  const bearer = /^Bearer (\S+)$/.exec(authorization)?.[1];
  const isKnown =
    bearer === undefined ? tba.accepts({ ...request, authorization }) : accessTokens.scopesOf(bearer).includes(scope);
  if (!isKnown) throw invalidLogin();
}
