import type { IncomingAnswer } from '@ledgerferry/http';
import { z } from 'zod';
import { isThrottled, type ErrorDetail } from '../errors/error-detail.js';

/** Source: Oracle, REST Web Services: Error Handling and Error Codes. */
const resourceError = z.object({
  'o:errorDetails': z.array(
    z.object({
      detail: z.string().nullish(),
      'o:errorCode': z.string().nullish(),
      'o:errorPath': z.string().nullish(),
    }),
  ),
});

/** Source: Oracle, RESTlet Error Handling: what a script throws. */
const scriptError = z.object({
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }),
});

/** What the body of a refusal says; nothing where it is no error of NetSuite's. */
export function errorDetailsOf(body: unknown): readonly ErrorDetail[] {
  const resource = resourceError.safeParse(body);
  if (resource.success)
    return resource.data['o:errorDetails'].map((each) => ({
      code: each['o:errorCode'] ?? '',
      detail: each.detail ?? '',
      path: each['o:errorPath'] ?? null,
    }));
  const script = scriptError.safeParse(body);
  if (!script.success) return [];
  const { code, message } = script.data.error;
  return [{ code: code ?? '', detail: message ?? '', path: null }];
}

/**
 * True where too many calls were in flight. It is said by 429, and was seen as 400; RESTlets always say it by 400.
 * Source: Oracle, Web Services and RESTlet Concurrency Governance.
 */
export function isThrottledAnswer({ status, bytes }: Pick<IncomingAnswer, 'status' | 'bytes'>): boolean {
  if (status < 400 || status >= 500) return false;
  const text = new TextDecoder().decode(bytes);
  // most answers are none, and need not be read twice
  if (!text.includes('LIMIT_EXCEEDED')) return false;
  try {
    return isThrottled(errorDetailsOf(JSON.parse(text)));
  } catch {
    return false;
  }
}
