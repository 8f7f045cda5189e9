import { fileTypeFromBuffer } from 'file-type'; // file-type: knows the magic bytes of office files inside ZIP and of images

/** What says nothing about a file. */
const UNTELLING = new Set(['application/octet-stream', 'binary/octet-stream', 'application/x-unknown']);

/** Old office files share one container, so that only the stated type tells them apart. */
const CONTAINER = 'application/x-cfb';

const MEDIA_TYPE = /^[a-z]+\/[\w.+-]+$/;

/** The MIME type of a file: by its bytes, else the first of the stated types that says something. */
export async function contentTypeOf(
  bytes: Uint8Array,
  stated: readonly (string | null | undefined)[],
): Promise<string> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found !== undefined && found.mime !== CONTAINER) return found.mime;
  const told = stated.map((type) => type?.split(';')[0]?.trim().toLowerCase() ?? '');
  const telling = told.find((type) => MEDIA_TYPE.test(type) && !UNTELLING.has(type));
  return telling ?? found?.mime ?? 'application/octet-stream';
}
