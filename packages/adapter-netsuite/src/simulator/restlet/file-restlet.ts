import { transactionOf, type Books } from '../books/books.js';
import type { HeldFile, HeldTransaction } from '../books/held-records.js';
import { jsonAnswer, type Answer } from '../http/answer.js';
import { attach } from '../records/attach-file.js';
import { namedIn } from '../records/find-record.js';
import { isTransactionType, writableType } from '../records/record-types.js';

/**
 * What our RESTlet answers, here and where it is installed:
 *
 * | call | answer |
 * | --- | --- |
 * | POST `{ fileName, contentsBase64, attachTo: { type, id } }` | 200 `{ fileId }` |
 * | GET `?type=journalEntry&id=10001` | 200 `{ files: [{ fileId, fileName }] }` |
 *
 * `type` is a record type as the record service names it. Files go to one folder, which is set where the script is deployed: here the
 * account's first. A file of the same name is overwritten there and keeps its id, so that an upload can be repeated. What the script
 * refuses is 400 `{ error: { code, message } }`.
 */
export function answerFileRestlet(
  {
    method,
    query,
    contentType,
    body,
  }: {
    readonly method: string;
    readonly query: URLSearchParams;
    readonly contentType: string | undefined;
    readonly body: string;
  },
  books: Books,
): Answer {
  if (method === 'GET') return listFiles(query, books);
  if (method !== 'POST')
    return restletRefusal(405, 'SSS_INVALID_SCRIPT_OPERATION', `The script has no function for ${method}.`);
  if (contentType?.split(';')[0]?.trim() !== 'application/json') {
    return restletRefusal(415, 'SSS_INVALID_CONTENT_TYPE', 'The Content-Type must be application/json.');
  }
  return uploadFile(body, books);
}

/** How a RESTlet says that something went wrong. Source: Oracle, RESTlet Status Codes and Error Message Formats. */
export function restletRefusal(status: number, code: string, message: string): Answer {
  return jsonAnswer(status, { error: { code, message } });
}

/** Source: Oracle, N/file Module: contents of up to 10 MB. */
const LARGEST_FILE_BYTES = 10 * 1024 * 1024;

function uploadFile(body: string, books: Books): Answer {
  const upload = readUpload(body);
  if (!upload) return restletRefusal(400, 'INVALID_UPLOAD', 'fileName, contentsBase64 and attachTo must be given.');
  const { fileName, contentsBase64, attachTo } = upload;
  const target = transactionNamed(attachTo.type, attachTo.id, books);
  if (!target) return restletRefusal(400, 'RCRD_DSNT_EXIST', 'That record does not exist.');
  const [folder] = books.folders.all();
  if (!folder) return restletRefusal(400, 'SSS_MISSING_REQD_ARGUMENT', 'Please enter value(s) for: Folder');
  const { byteLength } = Buffer.from(contentsBase64, 'base64');
  if (byteLength > LARGEST_FILE_BYTES) {
    return restletRefusal(400, 'SSS_FILE_CONTENT_SIZE_EXCEEDED', 'The file content exceeds the allowed size of 10 MB.');
  }
  const file = saveFile({ name: fileName, folderId: folder.id, byteLength }, books);
  attach(file.id, target.id, books);
  return jsonAnswer(200, { fileId: file.id });
}

function saveFile(
  { name, folderId, byteLength }: { name: string; folderId: string; byteLength: number },
  { files }: Books,
): HeldFile {
  const same = files.all().find((file) => file.folderId === folderId && file.name === name);
  if (same) return files.put({ ...same, byteLength });
  return files.add((id) => ({ id, name, externalId: null, isInactive: false, folderId, byteLength }));
}

function listFiles(query: URLSearchParams, books: Books): Answer {
  const target = transactionNamed(query.get('type') ?? '', query.get('id') ?? '', books);
  if (!target) return restletRefusal(400, 'RCRD_DSNT_EXIST', 'That record does not exist.');
  const files = books.attachments
    .filter(({ transactionId }) => transactionId === target.id)
    .flatMap(({ fileId }) => books.files.get(fileId) ?? [])
    .map(({ id, name }) => ({ fileId: id, fileName: name }));
  return jsonAnswer(200, { files });
}

function transactionNamed(typeName: string, id: string, books: Books): HeldTransaction | null {
  const type = writableType(typeName);
  if (type === null || !isTransactionType(type)) return null;
  return transactionOf(books, id)?.recordType === type ? namedIn(books.transactions[type], id) : null;
}

interface Upload {
  readonly fileName: string;
  readonly contentsBase64: string;
  readonly attachTo: { readonly type: string; readonly id: string };
}

function readUpload(body: string): Upload | null {
  const value: unknown = parsed(body);
  if (!isObject(value) || !isObject(value['attachTo'])) return null;
  const { fileName, contentsBase64, attachTo } = value;
  const { type, id } = attachTo;
  const isComplete =
    isText(fileName) && isText(type) && isText(id) && isText(contentsBase64) && isBase64(contentsBase64);
  return isComplete ? { fileName, contentsBase64, attachTo: { type, id } } : null;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);
}
