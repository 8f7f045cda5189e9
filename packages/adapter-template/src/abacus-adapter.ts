import {
  currencyExponent,
  findingAmong,
  parseDecimal,
  type AccountingAdapter,
  type AdapterCapabilities,
  type AttachCall,
  type Clock,
  type DocumentQuery,
  type DocumentSummary,
  type Finding,
  type HeldDocument,
  type Logger,
  type OutgoingDocument,
  type PostOutcome,
  type ReferenceData,
  type Validator,
} from '@ledgerferry/core';
import { bearerAuthorization, createHttpClient, createPace } from '@ledgerferry/http';
import { createAbacusApi, type AbacusApi } from './abacus-api.js';
import type { AbacusConnection } from './abacus-config.js';
import type { Voucher } from './abacus-responses.js';
import { problemOf, receiptTooLarge, unknownAccount } from './map-abacus-error.js';
import { planVouchers } from './plan-voucher.js';

const MAXIMUM_FILE_BYTES = 10_000_000;
const TIME_LIMIT_MS = 30_000;

const CAPABILITIES: AdapterCapabilities = {
  reference: { maxLength: 50, alphabet: 'abcdefghijklmnopqrstuvwxyz0123456789-/', lookup: 'exact', unique: true },
  repeat: { windowMs: 0, cachesErrors: false },
  timeLimitMs: TIME_LIMIT_MS,
  lingerMs: 60_000,
  visibilityMs: 0,
  recordTypes: { voucher: { postBatchSize: 1, draft: true } },
  findBatchSize: 20,
  batchOutcome: 'each',
  maximumInFlight: 4,
  attachments: { maximumBytes: MAXIMUM_FILE_BYTES },
  delivery: 'ledger',
};

/** What the rules need to know of the books. */
export interface AbacusFacts extends ReferenceData {
  readonly accounts: ReadonlySet<string>;
}

/** Posts to Abacus Books: a voucher per entry, two where it goes through accounts payable. */
export function createAbacusAdapter({
  connection,
  clock,
  logger,
  patienceMs,
}: {
  readonly connection: AbacusConnection;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly patienceMs?: number | undefined;
}): AccountingAdapter<AbacusFacts> {
  const { maximumInFlight: concurrent } = CAPABILITIES;
  const http = createHttpClient({
    system: 'Abacus Books',
    baseUrl: connection.baseUrl,
    authorization: bearerAuthorization(connection.token),
    pace: createPace({ clock, concurrent, perMinute: connection.perMinute }),
    timeLimitMs: TIME_LIMIT_MS,
    patienceMs,
    clock,
    logger,
  });
  const api = createAbacusApi(http);

  return {
    capabilities: CAPABILITIES,
    checkReadiness: async () => {
      const { id, name } = await api.readBooks();
      return { tenant: id, name, warnings: [] };
    },
    loadReferenceData: async () => {
      const [books, accounts] = await Promise.all([api.readBooks(), api.readAccounts()]);
      return { closedThrough: books.lockedThrough ?? null, accounts: new Set(accounts.map(({ code }) => code)) };
    },
    rules: (facts) => [accountsExist(facts)],
    plan: planVouchers,
    find: (queries) => findVouchers(queries, api),
    post: (call) => Promise.all(call.documents.map((outgoing) => postVoucher(outgoing, api))),
    attach: async ({ fileName, bytes, contentType, target }: AttachCall) => {
      if (bytes.byteLength > MAXIMUM_FILE_BYTES) throw receiptTooLarge(fileName);
      const { id } = await api.createFile(target.externalId, fileName, bytes, contentType);
      return { externalId: id };
    },
    findAttachments: async (target) => {
      const files = await api.readFiles(target.externalId);
      return files.map(({ id, name }) => ({ externalId: id, fileName: name }));
    },
  };
}

function accountsExist({ accounts }: AbacusFacts): Validator {
  return {
    name: 'account exists',
    validate: (entry) =>
      [...entry.lines.map((line) => line.account), entry.settlement]
        .filter(({ code }) => code === null || !accounts.has(code))
        .map(({ code, name }) => unknownAccount(code ?? name ?? 'without code')),
  };
}

async function postVoucher({ document, reference }: OutgoingDocument, api: AbacusApi): Promise<PostOutcome> {
  const { key } = document;
  const answer = await api.createVoucher({ reference, voucher: document.body });
  if (answer.ok) {
    const { id, url } = answer.body;
    return { status: 'posted', key, externalId: id, externalUrl: url ?? null, summary: summaryOf(answer.body) };
  }
  return answer.status === 409
    ? { status: 'exists', key }
    : { status: 'refused', key, problem: problemOf(answer.body) };
}

async function findVouchers(queries: readonly DocumentQuery[], api: AbacusApi): Promise<readonly Finding[]> {
  const vouchers = await api.readVouchers(queries.map((query) => query.reference));
  return queries.map(({ key, reference }) =>
    findingAmong(key, vouchers.filter((voucher) => voucher.reference === reference).map(asHeld)),
  );
}

function asHeld(voucher: Voucher): HeldDocument {
  const state = ({ draft: 'draft', booked: 'live', deleted: 'voided' } as const)[voucher.status];
  return { externalId: voucher.id, externalUrl: voucher.url ?? null, state, summary: summaryOf(voucher) };
}

function summaryOf({ date, currency, total, accounts }: Voucher): DocumentSummary {
  return { date, total: parseDecimal(total, currency, currencyExponent(currency) ?? 2), accounts };
}
