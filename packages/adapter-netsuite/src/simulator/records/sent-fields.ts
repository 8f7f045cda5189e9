import type { Books } from '../books/books.js';
import { JsonNumber } from '@ledgerferry/http';
import { invalidContent, invalidValue, unknownProperty } from '../http/problems.js';
import type { ProblemDetail } from '../http/refusal.js';
import { inPlaces, readDecimal } from '../money/decimal.js';
import type { Field, Fields } from './fields.js';
import { readRecordName, resolveReference, showRecordName } from './resolve-reference.js';

/** What was found wrong while reading. */
export interface Findings {
  /** Names that the record does not have. */
  readonly unknownNames: ProblemDetail[];
  /** Values that a field cannot hold. */
  readonly badValues: ProblemDetail[];
  /** What is refused however strict a request is. */
  readonly refusals: ProblemDetail[];
}

/** Undefined where nothing was sent, or what was sent cannot be held; null where a field is to be emptied. */
export type Sent<T> = T | null | undefined;

/** Lines that were sent for a sublist. */
export interface SentLines {
  readonly lines: readonly SentFields[];
}

type Json = Readonly<Record<string, unknown>>;

/** The properties of a record, or of one of its lines, as they were sent: each is checked as it is read. */
export class SentFields {
  readonly path: string;
  readonly #json: Json;
  readonly #fields: Fields;
  readonly #findings: Findings;
  readonly #books: Books;

  constructor(
    json: Json,
    { path, fields, findings, books }: { path: string; fields: Fields; findings: Findings; books: Books },
  ) {
    this.path = path;
    this.#json = json;
    this.#fields = fields;
    this.#findings = findings;
    this.#books = books;
    for (const name of Object.keys(json)) {
      if (!(name in fields)) findings.unknownNames.push(unknownProperty(name, this.#pathOf(name)));
    }
  }

  /** Names of custom fields and segments that were sent. */
  customNames(): readonly string[] {
    return Object.keys(this.#json).filter((name) => this.#fields[name]?.isCustom === true);
  }

  isReference(name: string): boolean {
    return this.#fields[name]?.kind === 'reference';
  }

  /** Refuses a line for what is missing or does not go together, once all is read. */
  refuse(...details: readonly ProblemDetail[]): void {
    this.#findings.refusals.push(...details);
  }

  text(name: string): Sent<string> {
    return this.#read(name, 'text', (value, field) => {
      if (typeof value !== 'string') return this.#wrongKind(name, 'a string');
      if (/[\n\r]/.test(value)) return this.#wrongKind(name, 'text without line breaks');
      if (field.kind === 'text' && value.length > field.maxLength) {
        return this.#wrongKind(name, `of at most ${field.maxLength} characters`);
      }
      return value === '' ? null : value;
    });
  }

  /** `YYYY-MM-DD`. */
  date(name: string): Sent<string> {
    return this.#read(name, 'date', (value) => (isDay(value) ? value : this.#bad(name, showJson(value))));
  }

  flag(name: string): Sent<boolean> {
    return this.#read(name, 'flag', (value) =>
      typeof value === 'boolean' ? value : this.#wrongKind(name, 'a boolean'),
    );
  }

  /** In units of so many decimal places; digits beyond are refused. */
  amount(name: string, places: number): Sent<number> {
    return this.#read(name, 'amount', (value) => {
      if (!(value instanceof JsonNumber)) return this.#wrongKind(name, 'a number');
      const decimal = readDecimal(value.text);
      const units = decimal && inPlaces(decimal, places);
      const amount = Number(units);
      return units === null || !Number.isSafeInteger(amount) ? this.#bad(name, value.text) : amount;
    });
  }

  /** As decimal text. */
  decimal(name: string): Sent<string> {
    return this.#read(name, 'decimal', (value) =>
      value instanceof JsonNumber && readDecimal(value.text) ? value.text : this.#wrongKind(name, 'a number'),
    );
  }

  integer(name: string): Sent<number> {
    return this.#read(name, 'integer', (value) =>
      value instanceof JsonNumber && /^\d{1,9}$/.test(value.text)
        ? Number(value.text)
        : this.#wrongKind(name, 'an integer'),
    );
  }

  /** The internal id of what is named. */
  reference(name: string): Sent<string> {
    return this.#read(name, 'reference', (value, field) => {
      const named = readRecordName(value);
      if (!named || field.kind !== 'reference') return this.#wrongKind(name, 'a reference');
      return resolveReference(named, field.to, this.#books) ?? this.#bad(name, showRecordName(named));
    });
  }

  /** The id of one of a fixed list. */
  choice(name: string): Sent<string> {
    return this.#read(name, 'choice', (value, field) => {
      const { id } = readRecordName(value) ?? { id: null };
      if (id === null || field.kind !== 'choice') return this.#wrongKind(name, 'a reference');
      return field.ids.includes(id) ? id : this.#bad(name, id);
    });
  }

  sublist(name: string): Sent<SentLines> {
    return this.#read(name, 'sublist', (value, field) => {
      const items = typeof value === 'object' && value !== null && 'items' in value ? value.items : null;
      if (!Array.isArray(items) || field.kind !== 'sublist') return this.#wrongKind(name, 'an object with items');
      const lines: SentFields[] = [];
      for (const [index, item] of items.entries()) {
        const path = `${this.#pathOf(name)}.items[${index}]`;
        if (!isObject(item))
          this.#findings.badValues.push(
            invalidContent('An item must be an object.', 'Ein Eintrag muss ein Objekt sein.', path),
          );
        else
          lines.push(
            new SentFields(item, { path, fields: field.fields, findings: this.#findings, books: this.#books }),
          );
      }
      return { lines };
    });
  }

  #read<T>(name: string, kind: Field['kind'], read: (value: unknown, field: Field) => T | null | undefined): Sent<T> {
    const field = this.#fields[name];
    if (field === undefined) return undefined;
    if (field.kind !== kind) throw new Error(`Property ${name} is read as ${kind} and is ${field.kind}.`);
    const value = this.#json[name];
    return value === undefined || value === null ? value : read(value, field);
  }

  #bad(name: string, value: string): undefined {
    this.#findings.badValues.push(invalidValue(value, name, this.#pathOf(name)));
  }

  #wrongKind(name: string, wanted: string): undefined {
    const text = { en: `The field ${name} must be ${wanted}.`, de: `Das Feld ${name} hat einen unzulässigen Wert.` };
    this.#findings.badValues.push(invalidContent(text.en, text.de, this.#pathOf(name)));
  }

  #pathOf(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber);
}

function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function showJson(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
