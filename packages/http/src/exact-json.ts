import { isJsonObject, type Json } from '@ledgerferry/core';

const DECIMAL = /^-?\d+(\.\d+)?$/;

/**
 * JSON in which the decimal texts of the fields named by `amounts` have become numbers of the same digits: `"debit": "12.50"` becomes
 * `"debit": 12.50`, without passing through a floating-point number.
 */
export function toExactJson(value: Json, amounts: ReadonlySet<string>, field = ''): string {
  if (typeof value === 'string' && amounts.has(field) && DECIMAL.test(value)) return value;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (!isJsonObject(value)) return `[${value.map((element) => toExactJson(element, amounts)).join(',')}]`;
  const fields = Object.entries(value).map(
    ([name, held]) => `${JSON.stringify(name)}:${toExactJson(held, amounts, name)}`,
  );
  return `{${fields.join(',')}}`;
}
