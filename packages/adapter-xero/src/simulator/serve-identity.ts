import type { ServedRequest } from '@ledgerferry/http/server';
import { gatewayRefusal, jsonAnswer, type Answer } from './http/answer.js';
import { unknownPage, type Identity } from './identity/identity.js';

/** Serves what is not below the API: consent, tokens, connections. */
export function serveIdentity(identity: Identity, request: ServedRequest): Answer {
  const { method, path, query, headers } = request;
  const [, connectionId] = /^\/connections\/([^/]+)$/.exec(path) ?? [];
  switch (`${method} ${connectionId === undefined ? path : '/connections/{id}'}`) {
    case 'GET /identity/connect/authorize':
      return identity.authorize(query);
    case 'POST /connect/token':
      return withForm(request, (form) => identity.token(form, headers['authorization']));
    case 'POST /connect/revocation':
      return withForm(request, (form) => identity.revoke(form, headers['authorization']));
    case 'GET /connections':
      return asCaller(identity, request, (appId) => identity.connections.list(appId, query.get('authEventId')));
    case 'DELETE /connections/{id}':
      return asCaller(identity, request, (appId) => identity.connections.disconnect(appId, connectionId ?? ''));
    default:
      return unknownPage();
  }
}

function withForm({ headers, body }: ServedRequest, serve: (form: URLSearchParams) => Answer): Answer {
  if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
    return jsonAnswer(400, { error: 'invalid_request' });
  return serve(new URLSearchParams(new TextDecoder().decode(body)));
}

function asCaller(identity: Identity, { headers }: ServedRequest, serve: (appId: string) => Answer): Answer {
  const token = /^Bearer (\S+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? '';
  const caller = identity.callerOf(token);
  if (caller === 'expired') return gatewayRefusal(401, 'TokenExpired: token expired');
  return caller ? serve(caller.appId) : gatewayRefusal(401, 'AuthenticationUnsuccessful');
}
