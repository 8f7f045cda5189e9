import { z } from 'zod';

const messages = z.array(z.looseObject({ Message: z.string().nullish(), Description: z.string().nullish() }));

/**
 * Everything that Xero says under a name, `ValidationErrors` or `Warnings`, at any depth: errors also sit on lines and contacts. Each
 * once, in their order. Source: Xero Accounting API, Response codes and errors.
 */
export function messagesOf(answer: unknown, name: 'ValidationErrors' | 'Warnings'): readonly string[] {
  return [...new Set(collect(answer, name))];
}

function collect(value: unknown, name: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, held]: [string, unknown]) =>
    field === name ? read(held) : collect(held, name),
  );
}

function read(value: unknown): readonly string[] {
  const said = messages.safeParse(value);
  return said.success ? said.data.flatMap(({ Message, Description }) => Message ?? Description ?? []) : [];
}
