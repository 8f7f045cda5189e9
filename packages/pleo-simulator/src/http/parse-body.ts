import { z } from 'zod';
import { badRequest, Refusal } from './refusal.js';

/** Reads a JSON body; anything but JSON under a JSON media type is refused. */
export function parseJson(contentType: string | undefined, body: string): unknown {
  if (!/^application\/json\s*(;|$)/i.test(contentType ?? '')) {
    throw new Refusal({
      status: 415,
      type: 'UNSUPPORTED_MEDIA_TYPE',
      message: `The body must be application/json, not ${contentType ?? 'untyped'}.`,
    });
  }
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw badRequest(`The body is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

export function parseShape<Shape>(schema: z.ZodType<Shape>, value: unknown): Shape {
  const result = schema.safeParse(value);
  if (!result.success) throw badRequest(z.prettifyError(result.error));
  return result.data;
}
