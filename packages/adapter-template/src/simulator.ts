import { setImmediate } from 'node:timers/promises';
import { serve, type ServedAnswer, type ServedRequest } from '@ledgerferry/http/server';
import { z } from 'zod';

const newVoucher = z.strictObject({
  reference: z.string().min(1).max(50),
  voucher: z.strictObject({
    date: z.iso.date(),
    status: z.enum(['draft', 'booked']),
    text: z.string(),
    currency: z.string().length(3),
    lines: z.array(
      z.strictObject({
        account: z.string(),
        amount: z.string().regex(/^-?\d+(\.\d+)?$/),
        taxCode: z.string().nullable(),
        dimensions: z.array(z.string()),
      }),
    ),
  }),
});

interface BookedVoucher {
  readonly id: string;
  readonly reference: string;
  readonly status: 'draft' | 'booked' | 'deleted';
  readonly date: string;
  readonly currency: string;
  readonly total: string;
  readonly accounts: readonly string[];
  /** Positive is debit. */
  readonly lines: readonly { readonly account: string; readonly amount: string }[];
}

interface StoredFile {
  readonly id: string;
  readonly voucherId: string;
  readonly name: string;
  readonly byteLength: number;
}

/** What a simulated Abacus Books answers: a status and JSON. */
type Answer = readonly [status: number, body: unknown];

/** An Abacus Books on a port of its own: strict in what it takes, open about what it holds. */
export interface AbacusSimulator {
  readonly url: string;
  /** Every request so far, also those that were refused. */
  readonly requests: readonly { readonly method: string; readonly path: string }[];
  readonly vouchers: readonly BookedVoucher[];
  readonly files: readonly StoredFile[];
  /** The most requests in hand at once. */
  readonly mostRequestsAtOnce: number;
  /** Answers 503 from now on. */
  disconnect(): void;
  /** Answers 401 from now on. */
  revokeToken(): void;
  /** The next write takes effect and is not answered. */
  loseNextAnswer(): void;
  /** The next write is answered 429. */
  throttleNextWrite(retryAfterSeconds: number): void;
  /** What a person does: deletes a voucher, which stays in the list as deleted. */
  deleteVoucher(id: string): void;
  close(): Promise<void>;
}

const ACCOUNTS = ['3620', '55010', '63000'];

/** Starts one, with empty books. */
export async function startAbacusSimulator({ token }: { readonly token: string }): Promise<AbacusSimulator> {
  const vouchers: BookedVoucher[] = [];
  const files: StoredFile[] = [];
  const requests: { readonly method: string; readonly path: string }[] = [];
  let isConnected = true;
  let isRevoked = false;
  let nextWrite: 'answered' | 'unanswered' | { readonly retryAfterSeconds: number } = 'answered';
  let inHand = 0;
  let mostInHand = 0;

  const createVoucher = (body: unknown): Answer => {
    const parsed = newVoucher.safeParse(body);
    if (!parsed.success) return refusal('malformed', parsed.error.message);
    const { reference, voucher } = parsed.data;
    if (vouchers.some((other) => other.reference === reference)) return [409, {}];
    const unknown = voucher.lines.find((line) => !ACCOUNTS.includes(line.account));
    if (unknown) return refusal('unknown_account', `there is no account ${unknown.account}`);
    const taxed = voucher.lines.find((line) => line.taxCode !== null && line.taxCode !== 'I25');
    if (taxed) return refusal('unknown_tax_code', `there is no tax code ${taxed.taxCode}`);
    const units = voucher.lines.map((line) => BigInt(line.amount.replace('.', '')));
    if (units.reduce((sum, amount) => sum + amount, 0n) !== 0n) return refusal('unbalanced', 'debits are not credits');
    const debits = units.reduce((sum, amount) => (amount > 0n ? sum + amount : sum), 0n);
    const { date, status, currency, lines } = voucher;
    const accounts = [...new Set(lines.map((line) => line.account))];
    const total = toDecimal(debits, lines[0]?.amount.split('.')[1]?.length ?? 0);
    vouchers.push({ id: `V${vouchers.length + 1}`, reference, status, date, currency, total, accounts, lines });
    return [201, vouchers.at(-1)];
  };

  const createFile = (voucherId: string, name: string, bytes: Buffer): Answer => {
    if (!vouchers.some((voucher) => voucher.id === voucherId)) return [404, {}];
    files.push({ id: `F${files.length + 1}`, voucherId, name, byteLength: bytes.byteLength });
    return [201, files.at(-1)];
  };

  const answer = ({ method, path, query, headers, body }: ServedRequest): Answer => {
    requests.push({ method, path });
    if (!isConnected) return [503, {}];
    if (isRevoked || headers['authorization'] !== `Bearer ${token}`) return [401, {}];
    if (method === 'POST' && typeof nextWrite === 'object') return [429, {}];
    const voucherId = /^\/v1\/vouchers\/(\w+)\/files$/.exec(path)?.[1];
    switch (`${method} ${voucherId === undefined ? path : 'files'}`) {
      case 'GET /v1/books':
        return [200, { id: 'books-1', name: 'Example ApS', lockedThrough: null }];
      case 'GET /v1/accounts':
        return [200, { accounts: ACCOUNTS.map((code) => ({ code })) }];
      case 'GET /v1/vouchers': {
        const references = query.getAll('reference');
        return [200, { vouchers: vouchers.filter((voucher) => references.includes(voucher.reference)) }];
      }
      case 'POST /v1/vouchers':
        return createVoucher(JSON.parse(body.toString()));
      case 'GET files':
        return [200, { files: files.filter((file) => file.voucherId === voucherId) }];
      case 'POST files':
        return createFile(voucherId ?? '', query.get('name') ?? '', body);
      default:
        return [404, {}];
    }
  };

  const respond = async (request: ServedRequest): Promise<ServedAnswer | 'broken'> => {
    mostInHand = Math.max(mostInHand, (inHand += 1));
    // others arrive meanwhile
    await setImmediate();
    const [status, body] = answer(request);
    inHand -= 1;
    const broken = request.method === 'POST' ? nextWrite : 'answered';
    if (request.method === 'POST') nextWrite = 'answered';
    if (broken === 'unanswered') return 'broken';
    const retry = typeof broken === 'object' ? { 'Retry-After': `${broken.retryAfterSeconds}` } : {};
    return { status, headers: { 'Content-Type': 'application/json', ...retry }, body: JSON.stringify(body) };
  };
  const { url, close } = await serve(respond);

  return {
    url,
    requests,
    vouchers,
    files,
    get mostRequestsAtOnce() {
      return mostInHand;
    },
    disconnect: () => {
      isConnected = false;
    },
    revokeToken: () => {
      isRevoked = true;
    },
    loseNextAnswer: () => {
      nextWrite = 'unanswered';
    },
    throttleNextWrite: (retryAfterSeconds) => {
      nextWrite = { retryAfterSeconds };
    },
    deleteVoucher: (id) => {
      const place = vouchers.findIndex((voucher) => voucher.id === id);
      const voucher = vouchers[place];
      if (voucher) vouchers[place] = { ...voucher, status: 'deleted' };
    },
    close,
  };
}

function toDecimal(units: bigint, places: number): string {
  const digits = String(units).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function refusal(code: string, message: string): Answer {
  return [422, { error: { code, message } }];
}
