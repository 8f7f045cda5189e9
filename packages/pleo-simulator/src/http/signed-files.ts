import { createHmac } from 'node:crypto';
import type { GeneratedReceipt } from '../model/generated-export-job.js';
import { badRequest, Refusal } from './refusal.js';

/** What signed file URLs need. */
export interface SignedFilesOptions {
  secret: Uint8Array;
  now: () => Date;
  /** Life of a URL in seconds, from the fetch of its export item. */
  urlSeconds: number;
}

/** Receipts behind pre-signed URLs, which want no login and end by the clock. */
export class SignedFiles {
  readonly #options: SignedFilesOptions;
  readonly #receipts = new Map<string, GeneratedReceipt>();
  /** Where the server listens; known only once it does. */
  origin = '';

  constructor(options: SignedFilesOptions) {
    this.#options = options;
  }

  add(receipts: readonly GeneratedReceipt[]): void {
    for (const receipt of receipts) this.#receipts.set(receipt.id, receipt);
  }

  sign(receiptId: string): string {
    const { now, urlSeconds } = this.#options;
    const expires = String(now().getTime() + urlSeconds * 1000);
    return `${this.origin}/files/${receiptId}?expires=${expires}&signature=${this.#signature(receiptId, expires)}`;
  }

  /** The receipt behind a URL. Refuses an `Authorization` header: storage behind signed URLs takes one login only. */
  open(receiptId: string, query: URLSearchParams, authorization: string | undefined): GeneratedReceipt {
    if (authorization !== undefined) {
      throw badRequest(
        'File URLs are signed: send no Authorization header, it would hand your credential to a stranger.',
      );
    }
    const expires = query.get('expires') ?? '';
    if (query.get('signature') !== this.#signature(receiptId, expires)) throw forbidden('The signature is wrong.');
    if (this.#options.now().getTime() >= Number(expires)) {
      throw forbidden('The URL has expired: fetch the export item again for a fresh one.');
    }
    const receipt = this.#receipts.get(receiptId);
    if (!receipt) throw new Refusal({ status: 404, type: 'NOT_FOUND', message: `No file ${receiptId}.` });
    return receipt;
  }

  #signature(receiptId: string, expires: string): string {
    return createHmac('sha256', this.#options.secret).update(`${receiptId}\n${expires}`).digest('hex').slice(0, 32);
  }
}

function forbidden(message: string): Refusal {
  return new Refusal({ status: 403, type: 'ACCESS_DENIED', message });
}
