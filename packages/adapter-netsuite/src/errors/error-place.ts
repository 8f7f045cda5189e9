import type { Json } from '@ledgerferry/core';

/** What an `o:errorPath` points at. */
export interface ErrorPlace {
  /** The property, such as `account`. */
  readonly field: string;
  /** The line, as people count and know it: `line 2 (debit 20.00)`; null for the head of the record. */
  readonly line: string | null;
}

const IN_A_LIST = /(?<list>\w+)(?:\.items)?\[(?<place>\d+)\]/;
const AMOUNTS = ['debit', 'credit', 'amount', 'taxAmount'] as const;

/** Reads a path such as `expense.items[0].account`. `body` is what was sent. Source: Oracle, REST Web Services: Error Handling and Error Codes. */
export function errorPlace(path: string, body: Json): ErrorPlace {
  const { list, place } = IN_A_LIST.exec(path)?.groups ?? {};
  return {
    field: fieldOf(path),
    line: list === undefined ? null : lineInWords(list, Number(place), body),
  };
}

/** The last property that is one of ours: references end in `.id`, and lists in `.items[0]`. */
function fieldOf(path: string): string {
  const names = path.split(/[.[\]]+/).filter((name) => name !== '' && !/^(\d+|id|items)$/i.test(name));
  return names.at(-1) ?? path;
}

/** The first lines of a record are those of the entry, in its order. */
function lineInWords(list: string, place: number, body: Json): string {
  const line = listed(member(body, list), place);
  const amount = AMOUNTS.flatMap((name) => amountInWords(name, member(line, name)))[0];
  const noun = list === 'apply' ? 'part' : list === 'taxDetails' ? 'tax' : 'line';
  return `${noun} ${place + 1}${amount === undefined ? '' : ` (${amount})`}`;
}

function amountInWords(name: (typeof AMOUNTS)[number], amount: Json | undefined): readonly string[] {
  if (typeof amount !== 'string') return [];
  return [name === 'debit' || name === 'credit' ? `${name} ${amount}` : amount];
}

function listed(list: Json | undefined, place: number): Json | undefined {
  const items: unknown = member(list, 'items');
  return Array.isArray(items) ? items[place] : undefined;
}

function member(value: Json | undefined, name: string): Json | undefined {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}
