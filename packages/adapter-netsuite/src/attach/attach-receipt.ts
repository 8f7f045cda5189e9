import type { AttachCall, FoundAttachment, IntegrationError } from '@ledgerferry/core';
import { errorDetailsOf } from '../api/error-details.js';
import type { ReceiptPlace, ReceiptRestlet } from '../api/receipt-restlet.js';
import { recordNameOf } from '../api/record-names.js';
import { netsuiteError, type NetsuiteErrorCode } from '../errors/netsuite-errors.js';
import { wordsOfDetails } from '../errors/problem-of-details.js';
import { MAXIMUM_FILE_BYTES } from '../netsuite-capabilities.js';

/**
 * Uploads a receipt and hangs it on its transaction. A file of the same name is overwritten, so that a repeat adds nothing.
 *
 * @throws `item-rejected` where it is not taken.
 */
export async function attachReceipt(
  { fileName, bytes, target }: AttachCall,
  restlet: ReceiptRestlet | null,
): Promise<{ readonly externalId: string }> {
  if (bytes.byteLength > MAXIMUM_FILE_BYTES)
    throw netsuiteError('NETSUITE_RECEIPT_TOO_LARGE', `The receipt ${fileName} has ${bytes.byteLength} bytes.`);
  const answer = await demand(restlet).upload(placeOf(target), { fileName, bytes });
  if (answer.ok) return { externalId: answer.body.fileId };
  throw restletError(answer, `The receipt ${fileName} was not attached.`);
}

/** The receipts that hang on a transaction, under the names they were given. */
export async function findReceipts(
  target: AttachCall['target'],
  restlet: ReceiptRestlet | null,
): Promise<readonly FoundAttachment[]> {
  const answer = await demand(restlet).listFiles(placeOf(target));
  if (!answer.ok) throw restletError(answer, `The receipts of transaction ${target.externalId} were not listed.`);
  return answer.body.files.map(({ fileId, fileName }) => ({ fileName, externalId: fileId }));
}

function demand(restlet: ReceiptRestlet | null): ReceiptRestlet {
  if (restlet) return restlet;
  throw netsuiteError('NETSUITE_RESTLET_MISSING', 'connection.restlet is not set.');
}

function placeOf({ recordType, externalId: id }: AttachCall['target']): ReceiptPlace {
  return { type: recordNameOf(recordType), id };
}

/** What codes of our script and of SuiteScript mean. Source: Oracle, RESTlet Status Codes and Error Message Formats; SuiteScript Error Codes. */
const MEANINGS: ReadonlyMap<string, NetsuiteErrorCode> = new Map([
  ['RCRD_DSNT_EXIST', 'NETSUITE_RECORD_GONE'],
  ['INVALID_FILE_TYPE', 'NETSUITE_RECEIPT_TYPE'],
  ['INVALID_UPLOAD', 'NETSUITE_RECEIPT_REFUSED'],
  ['SSS_FILE_CONTENT_SIZE_EXCEEDED', 'NETSUITE_RECEIPT_TOO_LARGE'],
  ['SSS_INVALID_SCRIPTLET_ID', 'NETSUITE_RESTLET_MISSING'],
  ['SSS_INVALID_SCRIPT_OPERATION', 'NETSUITE_RESTLET_MISSING'],
]);

/** What a refusal of the RESTlet means. A 401 is about it alone: the role or the token may not call it, while all else goes well. */
export function restletError(
  { status, body }: { readonly status: number; readonly body: unknown },
  what: string,
): IntegrationError {
  const details = errorDetailsOf(body);
  const known = details.flatMap(({ code }) => MEANINGS.get(code) ?? [])[0];
  const usual = [401, 403, 404].includes(status) ? 'NETSUITE_RESTLET_MISSING' : 'NETSUITE_RESTLET_FAILED';
  return netsuiteError(known ?? usual, `${what} NetSuite says: "${wordsOfDetails(details)}".`);
}
