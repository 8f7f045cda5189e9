import type { Json } from '@ledgerferry/core';
import { jsonAnswer, type HttpAnswer, type HttpClient } from '@ledgerferry/http';
import {
  accountsAnswer,
  booksAnswer,
  fileAnswer,
  filesAnswer,
  voucherAnswer,
  vouchersAnswer,
  type Voucher,
} from './abacus-responses.js';
import { unexpectedRefusal } from './map-abacus-error.js';

/** One method per call of the API. */
export type AbacusApi = ReturnType<typeof createAbacusApi>;

export function createAbacusApi(http: HttpClient) {
  return {
    // Abacus Books API, Books
    readBooks: async () =>
      bodyOf(await http.request({ method: 'GET', path: '/v1/books', write: false, answer: jsonAnswer(booksAnswer) })),

    // Abacus Books API, Accounts
    readAccounts: async () =>
      bodyOf(
        await http.request({ method: 'GET', path: '/v1/accounts', write: false, answer: jsonAnswer(accountsAnswer) }),
      ).accounts,

    // Abacus Books API, Vouchers: the references asked for, in any order, deleted ones included
    readVouchers: async (reference: readonly string[]) =>
      bodyOf(
        await http.request({
          method: 'GET',
          path: '/v1/vouchers',
          query: { reference },
          write: false,
          answer: jsonAnswer(vouchersAnswer),
        }),
      ).vouchers,

    // Abacus Books API, Vouchers: 201, 409 where the reference is taken, 422 where the voucher is refused
    createVoucher: (voucher: Json): Promise<HttpAnswer<Voucher>> =>
      http.request({
        method: 'POST',
        path: '/v1/vouchers',
        body: { json: voucher },
        write: true,
        answer: jsonAnswer(voucherAnswer),
      }),

    // Abacus Books API, Files
    readFiles: async (voucherId: string) =>
      bodyOf(
        await http.request({
          method: 'GET',
          path: `/v1/vouchers/${voucherId}/files`,
          write: false,
          answer: jsonAnswer(filesAnswer),
        }),
      ).files,

    // Abacus Books API, Files: 201
    createFile: async (voucherId: string, name: string, bytes: Uint8Array, contentType: string) =>
      bodyOf(
        await http.request({
          method: 'POST',
          path: `/v1/vouchers/${voucherId}/files`,
          query: { name },
          body: { bytes, contentType },
          write: true,
          answer: jsonAnswer(fileAnswer),
        }),
      ),
  };
}

function bodyOf<Body>(answer: HttpAnswer<Body>): Body {
  if (answer.ok) return answer.body;
  throw unexpectedRefusal(answer.status);
}
