/** What a request is for. */
type Service = 'token' | 'record' | 'suiteql' | 'restlet' | 'governance' | 'unknown';

export interface Route {
  readonly service: Service;
  /** Below the service, decoded. */
  readonly segments: readonly string[];
}

export const RESTLET_PATH = '/app/site/hosting/restlet.nl';
export const REST_PATH = '/services/rest';

/** Where each service is. Source: Oracle, SuiteTalk REST Web Services: URL Schema. */
const PATHS: readonly (readonly [path: string, service: Service])[] = [
  [`${REST_PATH}/auth/oauth2/v1/token`, 'token'],
  [`${REST_PATH}/query/v1/suiteql`, 'suiteql'],
  [`${REST_PATH}/record/v1`, 'record'],
  [`${REST_PATH}/system/v1/governanceLimits`, 'governance'],
  [RESTLET_PATH, 'restlet'],
];

/** @throws {URIError} where the path is badly encoded. */
export function routeOf(pathname: string): Route {
  for (const [path, service] of PATHS) {
    if (pathname === path) return { service, segments: [] };
    if (service === 'record' && pathname.startsWith(`${path}/`)) {
      return {
        service,
        segments: pathname
          .slice(path.length + 1)
          .split('/')
          .map(decodeURIComponent),
      };
    }
  }
  return { service: 'unknown', segments: [] };
}

/** Whether a request changes something where it is served. */
export function isWrite({ service }: Route, method: string): boolean {
  return (service === 'record' && method !== 'GET') || (service === 'restlet' && method === 'POST');
}
