import type { ZodType } from 'zod';

/** Turns the bytes of a 2xx answer into what the caller wants. Throws {@link UnreadableAnswer} where they are something else. */
export type AnswerReader<Body> = (bytes: Uint8Array, contentType: string | undefined) => Body;

/** Why an answer cannot be read, without quoting it. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer';
}

/** Reads JSON of any media type and checks it; the schema should list only what is read and tolerate the rest. */
export function jsonAnswer<Body>(schema: ZodType<Body>): AnswerReader<Body> {
  return (bytes) => {
    const parsed = schema.safeParse(parseJson(bytes));
    if (parsed.success) return parsed.data;
    const first = parsed.error.issues[0];
    throw new UnreadableAnswer(`at "${first?.path.join('.') ?? ''}": ${first?.message ?? 'not as expected'}`);
  };
}

/** Hands the bytes over as they came. */
export const bytesAnswer: AnswerReader<Uint8Array> = (bytes) => bytes;

/** Ignores the body, for answers whose status says it all. */
export const emptyAnswer: AnswerReader<undefined> = () => undefined;

const decoder = new TextDecoder();

/** Throws without the parser's own message, which quotes the text. */
function parseJson(bytes: Uint8Array): unknown {
  const text = decoder.decode(bytes);
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableAnswer(text.trim() === '' ? 'the body is empty' : 'the body is not whole JSON');
  }
}

const LONGEST_REFUSAL_TEXT = 2_000;

/** The body of a refusal: JSON where it is JSON, else its beginning as text, else null. */
export function readRefusal(bytes: Uint8Array): unknown {
  const text = decoder.decode(bytes);
  try {
    return JSON.parse(text);
  } catch {
    return text === '' ? null : text.slice(0, LONGEST_REFUSAL_TEXT);
  }
}
