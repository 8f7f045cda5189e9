/** The request that is to be authorised, for schemes that sign it. */
export interface RequestToAuthorize {
  readonly method: string;
  /** With its query. */
  readonly url: string;
}

export type AuthorizationHeaders = Readonly<Record<string, string>>;

/** Proves to the far end who we are. */
export interface Authorization {
  /** The headers of one request. */
  headers(request: RequestToAuthorize): AuthorizationHeaders | Promise<AuthorizationHeaders>;
  /** After a 401: true where other credentials than the refused ones are at hand now. */
  renew(refused: AuthorizationHeaders): Promise<boolean>;
}

/** No credentials at all, for pre-signed URLs. */
export const noAuthorization: Authorization = fixedAuthorization({});

/** HTTP Basic with `key` as the user name and an empty password. Source: Pleo, Authentication with API keys. */
export function basicAuthorization(key: string): Authorization {
  return fixedAuthorization({ Authorization: basicCredentials(key, '') });
}

/** A bearer token that someone else keeps fresh. */
export function bearerAuthorization(token: string): Authorization {
  return fixedAuthorization({ Authorization: `Bearer ${token}` });
}

/** The value of an HTTP Basic `Authorization` header. Source: RFC 7617. */
export function basicCredentials(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

function fixedAuthorization(headers: AuthorizationHeaders): Authorization {
  return { headers: () => headers, renew: () => Promise.resolve(false) };
}
