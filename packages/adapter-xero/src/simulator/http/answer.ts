import type { ServedAnswer as Answer } from '@ledgerferry/http/server';

export type { Answer };

export function jsonAnswer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}

/** Xero has answers that are no JSON: an adapter must live with them. */
export function textAnswer(status: number, body: string): Answer {
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body };
}

export function emptyAnswer(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: '' };
}

/** 401 and 403 as the API's gateway says them. */
export function gatewayRefusal(
  status: 401 | 403,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const Title = status === 401 ? 'Unauthorized' : 'Forbidden';
  return jsonAnswer(
    status,
    { Type: null, Title, Status: status, Detail: detail, Instance: null, Extensions: {} },
    headers,
  );
}
