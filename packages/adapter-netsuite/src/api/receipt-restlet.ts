import { jsonAnswer, type HttpAnswer, type HttpClient } from '@ledgerferry/http';
import { z } from 'zod';

/** The transaction that a receipt hangs on. */
export interface ReceiptPlace {
  /** As URLs name it, such as `journalEntry`. */
  readonly type: string;
  readonly id: string;
}

const uploadAnswer = z.object({ fileId: z.string().min(1) });
const filesAnswer = z.object({ files: z.array(z.object({ fileId: z.string().min(1), fileName: z.string() })) });

export type ReceiptFiles = z.infer<typeof filesAnswer>['files'];

/** One function per call of our RESTlet: `restlet/ledgerferry-receipts.js`. */
export type ReceiptRestlet = ReturnType<typeof createReceiptRestlet>;

/** `url` is that of the deployment, with `script` and `deploy`. */
export function createReceiptRestlet(http: HttpClient, url: string) {
  const deployment = Object.fromEntries(new URL(url).searchParams);
  return {
    listFiles: ({ type, id }: ReceiptPlace): Promise<HttpAnswer<{ readonly files: ReceiptFiles }>> =>
      http.request({
        method: 'GET',
        path: '',
        query: { ...deployment, type, id },
        headers: JSON_HEADERS,
        write: false,
        answer: jsonAnswer(filesAnswer),
        returnStatuses: [401, 403],
      }),

    upload: (
      attachTo: ReceiptPlace,
      { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
    ): Promise<HttpAnswer<{ readonly fileId: string }>> =>
      http.request({
        method: 'POST',
        path: '',
        query: deployment,
        headers: JSON_HEADERS,
        body: { json: { fileName, contentsBase64: Buffer.from(bytes).toString('base64'), attachTo } },
        write: true,
        answer: jsonAnswer(uploadAnswer),
        returnStatuses: [401, 403],
      }),
  };
}

/** Decides what errors look like. Source: Oracle, Creating a Content-Type Header. */
const JSON_HEADERS = { 'Content-Type': 'application/json' };
