/** The endpoints of the simulator; `unknown` is everything else, hidden endpoints of Pleo included. */
export type EndpointName =
  | 'get-export-jobs'
  | 'create-export-job'
  | 'get-export-job'
  | 'create-export-job-event'
  | 'get-export-job-items'
  | 'update-export-job-items'
  | 'get-export-items'
  | 'introspect'
  | 'token'
  | 'file'
  | 'unknown';

/** An endpoint and the id its path carries. */
export interface MatchedEndpoint {
  name: EndpointName;
  id: string;
}

const ENDPOINTS: readonly { method: string; path: RegExp; name: EndpointName }[] = [
  { method: 'GET', path: /^\/v3\/export-jobs$/, name: 'get-export-jobs' },
  { method: 'POST', path: /^\/v3\/export-jobs$/, name: 'create-export-job' },
  { method: 'GET', path: /^\/v3\/export-jobs\/([^/]+)$/, name: 'get-export-job' },
  { method: 'GET', path: /^\/v3\/export-jobs\/([^/]+)\/items$/, name: 'get-export-job-items' },
  { method: 'PUT', path: /^\/v3\/export-jobs\/([^/]+)\/items$/, name: 'update-export-job-items' },
  { method: 'POST', path: /^\/v3\/export-job-events$/, name: 'create-export-job-event' },
  { method: 'GET', path: /^\/v3\/export-items$/, name: 'get-export-items' },
  { method: 'GET', path: /^\/v1\/introspect$/, name: 'introspect' },
  { method: 'POST', path: /^\/oauth\/token$/, name: 'token' },
  { method: 'GET', path: /^\/files\/([^/]+)$/, name: 'file' },
];

export function matchEndpoint(method: string, path: string): MatchedEndpoint {
  for (const endpoint of ENDPOINTS) {
    const match = endpoint.method === method ? endpoint.path.exec(path) : null;
    if (match) return { name: endpoint.name, id: match[1] ?? '' };
  }
  return { name: 'unknown', id: '' };
}
