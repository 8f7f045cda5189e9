import { IntegrationError, type ReceiptContent, type ReceiptFile } from '@ledgerferry/core';
import { bytesAnswer, type HttpClient } from '@ledgerferry/http';
import { contentTypeOf } from './content-type-of.js';
import { pleoErrors } from './pleo-error-codes.js';

/** Source: Pleo, Exports: attachments (30 MB per file). */
export const LARGEST_RECEIPT_BYTES = 30 * 1024 * 1024;

/** Statuses of a file server, where none of them speaks of our credentials. */
const REFUSALS = [401, 403];

/**
 * Downloads a receipt. Its URL is signed for 24 hours, so no credentials go with it. Source: Pleo Export Items v3, `files`.
 *
 * @throws {IntegrationError} `item-rejected` with a `receipt_*` reason, whatever went wrong.
 */
export async function openReceipt(http: HttpClient, file: ReceiptFile): Promise<ReceiptContent> {
  if (!isWebUrl(file.url)) throw unavailable('its link cannot be read');
  const answer = await http
    .request({
      method: 'GET',
      path: file.url,
      headers: { Accept: '*/*' },
      write: false,
      answer: bytesAnswer,
      returnStatuses: REFUSALS,
    })
    .catch((error: unknown) => {
      throw toReceiptError(error);
    });
  if (!answer.ok) throw unavailable(`its server answered ${answer.status}; the link works for 24 hours`);
  if (answer.body.length === 0)
    throw pleoErrors.error('PLEO_RECEIPT_EMPTY', 'The receipt is empty. Upload it again in Pleo.');
  return {
    bytes: answer.body,
    contentType: await contentTypeOf(answer.body, [answer.header('content-type'), file.type]),
  };
}

function isWebUrl(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

function toReceiptError(error: unknown): unknown {
  if (!IntegrationError.isInstance(error)) return error;
  if (error.code !== 'HTTP_ANSWER_TOO_LARGE') return unavailable(error.message, error);
  const message = 'The receipt is larger than 30 MB. Replace it in Pleo by a smaller one.';
  return pleoErrors.error('PLEO_RECEIPT_TOO_LARGE', message, { cause: error });
}

function unavailable(why: string, cause?: unknown): IntegrationError {
  const message = `The receipt cannot be downloaded: ${why}. Export the entry again, or add the receipt by hand.`;
  return pleoErrors.error('PLEO_RECEIPT_UNAVAILABLE', message, { cause });
}
