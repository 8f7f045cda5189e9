import type { Clock, Page } from '@ledgerferry/core';
import { jsonAnswer, type AnswerReader, type HttpClient, type HttpRequest } from '@ledgerferry/http';
import type { z } from 'zod';
import { readRefusal, toPleoError } from './pleo-error.js';
import { pageSchema, type PleoPage } from './pleo-responses.js';
import { readPages } from './read-pages.js';

/** The rows of a listing: how one is read, what tells it from others, and what is listed, for errors. */
export interface ListedRows<Row> {
  readonly schema: z.ZodType<Row | undefined>;
  readonly idOf: (row: Row) => string;
  readonly about: string;
}

/** The few forms that calls to Pleo take. `about` names what is asked for, for errors. */
export interface PleoCalls {
  /** Sends a request; Pleo's refusal becomes our error. */
  call<Body>(request: HttpRequest<Body>, about: string): Promise<Body>;
  get<Body>(path: string, answer: AnswerReader<Body>, about: string): Promise<Body>;
  list<Row>(path: string, query: HttpRequest<unknown>['query'], rows: ListedRows<Row>): AsyncIterable<Page<Row>>;
}

export function createPleoCalls(http: HttpClient, { pageSize, clock }: { pageSize: number; clock: Clock }): PleoCalls {
  async function call<Body>(request: HttpRequest<Body>, about: string): Promise<Body> {
    const answer = await http.request(request);
    if (!answer.ok) throw toPleoError(readRefusal(answer), about);
    return answer.body;
  }

  return {
    call,
    get: (path, answer, about) => call({ method: 'GET', path, write: false, answer }, about),
    list<Row>(path: string, query: HttpRequest<unknown>['query'], { schema, idOf, about }: ListedRows<Row>) {
      const answer: AnswerReader<PleoPage<Row | undefined>> = jsonAnswer(pageSchema(schema));
      const readPage = (after: string | undefined) =>
        call({ method: 'GET', path, query: { ...query, limit: pageSize, after }, write: false, answer }, about);
      return readPages({ readPage, idOf, about, clock });
    },
  };
}

/** A JSON body, of the media type that Pleo declares. */
export function jsonBody(json: unknown) {
  return { json, contentType: 'application/json;charset=UTF-8' };
}
