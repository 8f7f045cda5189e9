import type { AttachCall, FoundAttachment, IntegrationError } from '@ledgerferry/core';
import { messagesOf } from '../api/messages-of.js';
import { unexpectedRefusal, wordsOf } from '../api/refusals.js';
import type { XeroApi } from '../api/xero-api.js';
import { isRequestKeyTaken } from '../errors/problem-of-messages.js';
import { xeroError } from '../errors/xero-errors.js';
import { MAXIMUM_FILE_BYTES } from '../xero-capabilities.js';
import { attachmentPlace } from './attachment-place.js';
import { fromXeroFileName, toXeroFileName } from './file-name.js';

/** Endings of the files that Xero takes. Source: Xero Central, Upload files into Xero. */
const ENDINGS = new Set(
  '7z bmp csv doc docx eml gif jpeg jpg keynote msg numbers odf ods odt pages pdf png ppt pptx rar rtf tif tiff txt xls xlsx zip'.split(
    ' ',
  ),
);

/** Hangs a receipt on its document. @throws `item-rejected` where Xero does not take it. */
export async function attachReceipt(
  { fileName, bytes, contentType, requestKey, target }: AttachCall,
  api: XeroApi,
): Promise<{ readonly externalId: string }> {
  demandAttachable(fileName, bytes);
  const place = await attachmentPlace(target, api);
  const name = toXeroFileName(fileName);
  const answer = await api.createAttachment(place, { name, bytes, contentType, requestKey });
  if (!answer.ok) throw refusal(fileName, answer);
  const { Attachments } = answer.body;
  const attached = Attachments.find(({ FileName }) => FileName === name) ?? Attachments[0];
  if (attached) return { externalId: attached.AttachmentID };
  throw unexpectedRefusal(`/${place.endpoint.name}/…/Attachments`, answer);
}

/** The receipts that hang where those of the document do, under the names they were given. */
export async function findReceipts(target: AttachCall['target'], api: XeroApi): Promise<readonly FoundAttachment[]> {
  const attachments = await api.readAttachments(await attachmentPlace(target, api));
  return attachments.map(({ AttachmentID, FileName }) => ({
    externalId: AttachmentID,
    fileName: fromXeroFileName(FileName),
  }));
}

function demandAttachable(fileName: string, { byteLength }: Uint8Array): void {
  if (byteLength > MAXIMUM_FILE_BYTES)
    throw xeroError('XERO_RECEIPT_TOO_LARGE', `The receipt ${fileName} is larger than 10 MB.`);
  const ending = /\.([^.]+)$/.exec(fileName)?.[1] ?? '';
  if (!ENDINGS.has(ending.toLowerCase()))
    throw xeroError('XERO_RECEIPT_TYPE', `Xero takes no files such as ${fileName}.`);
}

/** Source: Xero Accounting API, Attachments; Response codes and errors. */
function refusal(fileName: string, answer: Parameters<typeof unexpectedRefusal>[1]): IntegrationError {
  const { status, body } = answer;
  const words = messagesOf(body, 'ValidationErrors').join(' ') || wordsOf(body) || 'no reason given';
  if (isRequestKeyTaken([words]))
    return xeroError('XERO_REQUEST_KEY_TAKEN', 'Xero knows the request key of a receipt.');
  if (status === 404) return xeroError('XERO_RECORD_GONE', `The document of the receipt ${fileName} is not in Xero.`);
  if (status === 413) return xeroError('XERO_RECEIPT_TOO_LARGE', `Xero finds the receipt ${fileName} too large.`);
  if (status === 400 && saysTooMany(words))
    return xeroError('XERO_RECEIPTS_TOO_MANY', `The receipt ${fileName} was refused: ${words}.`);
  if (status === 400) return xeroError('XERO_RECEIPT_REFUSED', `Xero refused the receipt ${fileName}: ${words}.`);
  return unexpectedRefusal('/Attachments', answer);
}

/**
 * A document takes ten files. No page says in which words an eleventh is refused: they must be of files and name the ten, which is no size.
 * Source: Xero Accounting API, Attachments.
 */
function saysTooMany(words: string): boolean {
  return /attachments|files/i.test(words) && /\b10\b(?! ?MB)/i.test(words);
}
