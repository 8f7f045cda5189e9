import type { Json, Logger } from '@ledgerferry/core';
import {
  emptyAnswer,
  jsonAnswer,
  toExactJson,
  type HttpAnswer,
  type HttpClient,
  type HttpRequest,
} from '@ledgerferry/http';
import { z } from 'zod';
import { wordsOfDetails } from '../errors/problem-of-details.js';
import { NUMERIC_PROPERTIES } from '../plan/netsuite-record.js';
import type { NetsuiteRecordName } from '../reference-data/netsuite-facts.js';
import { catalogAnswer, type CatalogAnswer } from './catalog-answer.js';
import { errorDetailsOf } from './error-details.js';
import { PERMISSIONS } from './record-names.js';
import { PAGE_SIZE, readEveryRow, type RowPage } from './read-every-row.js';
import { forbidden, listNotShown, recordsNotShown, unexpectedError } from './refusals.js';
import type { Statement } from './suiteql.js';

const TO_READ = 'REST Web Services (Full) and SuiteAnalytics Workbook (Edit)';

/** What a query begins with. */
interface Beginning<Row> {
  readonly statement: Statement<Row>;
  readonly first: HttpAnswer<RowPage<Row>>;
}

/** One function per call of SuiteTalk REST, for one account. */
export type NetsuiteApi = ReturnType<typeof createNetsuiteApi>;

export function createNetsuiteApi(http: HttpClient, logger: Logger) {
  /** A 403 comes back as an answer, so that its reason can be told; so does a 500 to a write, whose Error ID Oracle's support asks for. */
  async function send<Body>(request: HttpRequest<Body>, needed: string): Promise<HttpAnswer<Body>> {
    const answer = await http.request({ ...request, returnStatuses: request.write ? [403, 500] : [403] });
    if (answer.ok) return answer;
    if (answer.status === 403) throw forbidden(answer, needed);
    if (answer.status === 500) throw unexpectedError(answer);
    return answer;
  }

  // Executing SuiteQL Queries Through REST Web Services
  function ask<Row>({ sql, row, permission }: Statement<Row>, offset: number): Promise<HttpAnswer<RowPage<Row>>> {
    const page = z.object({ items: z.array(row), totalResults: z.number(), hasMore: z.boolean() });
    const request: HttpRequest<RowPage<Row>> = {
      method: 'POST',
      path: '/query/v1/suiteql',
      query: { limit: PAGE_SIZE, offset },
      headers: { Prefer: 'transient' },
      body: { json: { q: sql } },
      write: false,
      answer: jsonAnswer(page),
    };
    return send(request, `${TO_READ}, and ${permission}`);
  }

  async function askForPage<Row>(statement: Statement<Row>, offset: number): Promise<RowPage<Row>> {
    const answer = await ask(statement, offset);
    if (answer.ok) return answer.body;
    throw listNotShown(statement, answer);
  }

  /** The first page, and the statement that brought it. */
  async function begin<Row>(statement: Statement<Row>): Promise<Beginning<Row>> {
    const first = await ask(statement, 0);
    if (first.ok || statement.plainSql === undefined) return { statement, first };
    const says = wordsOfDetails(errorDetailsOf(first.body));
    logger.info({ list: statement.list, says }, 'columns not shown, asking for fewer');
    const plain = { ...statement, sql: statement.plainSql };
    return { statement: plain, first: await ask(plain, 0) };
  }

  function readOn<Row>(statement: Statement<Row>, first: RowPage<Row>): Promise<readonly Row[]> {
    return readEveryRow(statement.list, async (offset) => (offset === 0 ? first : askForPage(statement, offset)));
  }

  return {
    /** Every row. @throws `misconfigured` where NetSuite refuses the query. */
    query: async <Row>(asked: Statement<Row>): Promise<readonly Row[]> => {
      const { statement, first } = await begin(asked);
      if (!first.ok) throw listNotShown(statement, first);
      return readOn(statement, first.body);
    },

    /**
     * Every row; null where NetSuite refuses the query, because the account lacks the feature or the role may not see the list: it says
     * the same of both, and the log says it too.
     */
    queryIfShown: async <Row>(asked: Statement<Row>): Promise<readonly Row[] | null> => {
      const { statement, first } = await begin(asked);
      if (first.ok) return readOn(statement, first.body);
      logger.warn({ list: statement.list, says: wordsOfDetails(errorDetailsOf(first.body)) }, 'list not shown');
      return null;
    },

    // Getting Metadata: which properties these records have, as OpenAPI
    readCatalog: async (names: readonly NetsuiteRecordName[]): Promise<CatalogAnswer> => {
      const answer = await send(
        {
          method: 'GET',
          path: '/record/v1/metadata-catalog',
          query: { select: names.join(',') },
          headers: { Accept: 'application/swagger+json' },
          write: false,
          answer: jsonAnswer(catalogAnswer),
        },
        TO_READ,
      );
      if (answer.ok) return answer.body;
      throw recordsNotShown(
        names.map((name) => `${name} (${PERMISSIONS[name]})`),
        answer,
      );
    },

    // Creating a Record Instance: the strict header, or a mistyped property vanishes with a mere warning
    createRecord: (name: NetsuiteRecordName, record: Json): Promise<HttpAnswer<undefined>> =>
      send(
        {
          method: 'POST',
          path: `/record/v1/${name}`,
          headers: { 'X-NetSuite-PropertyNameValidation': 'Error' },
          body: { bytes: Buffer.from(toExactJson(record, NUMERIC_PROPERTIES)), contentType: 'application/json' },
          write: true,
          answer: emptyAnswer,
        },
        `${PERMISSIONS[name]} (Full)`,
      ),
  };
}
