declare global {
  /** What Node has of the proposal "JSON.parse source text access", which TypeScript's library does not describe yet. */
  interface JSON {
    rawJSON(text: string): unknown;
    parse(
      text: string,
      reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
    ): unknown;
  }
}

/** A number of a request, digit by digit as it was sent: no amount passes through floating point. */
export class JsonNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Is written as it was read. */
  toJSON(): unknown {
    return JSON.rawJSON(this.text);
  }
}

/** @throws {SyntaxError} where it is no JSON. */
export function parseExactJson(text: string): unknown {
  return JSON.parse(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined ? new JsonNumber(source) : value,
  );
}

/** A JSON number of exactly these digits. */
export function jsonNumber(digits: string): unknown {
  return JSON.rawJSON(digits);
}
