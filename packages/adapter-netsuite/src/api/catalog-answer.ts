import { z } from 'zod';
import type { WritableProperties } from '../reference-data/netsuite-facts.js';

/** The parts of OpenAPI that lead from a record to its properties. Source: Oracle, Getting Metadata. */
interface Schema {
  readonly $ref?: string | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly items?: Schema | undefined;
  readonly allOf?: readonly Schema[] | undefined;
}

const schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    properties: z.record(z.string(), schema).optional(),
    items: schema.optional(),
    allOf: z.array(schema).optional(),
  }),
);

export const catalogAnswer = z.object({ components: z.object({ schemas: z.record(z.string(), schema) }) });

export type CatalogAnswer = z.infer<typeof catalogAnswer>;

/** Which property of a record holds its lines. */
const LINES = ['line', 'expense', 'apply'];

/** The properties of a record and of its lines; null where this account does not show the record. */
export function propertiesOf(record: string, { components: { schemas } }: CatalogAnswer): WritableProperties | null {
  const body = propertiesIn(schemas[record], schemas);
  if (body.size === 0) return null;
  const lines = LINES.map((name) => body.get(name)).find((list) => list !== undefined);
  const line = propertiesIn(propertiesIn(lines, schemas).get('items')?.items, schemas);
  return { body: new Set(body.keys()), line: new Set(line.keys()) };
}

type Schemas = CatalogAnswer['components']['schemas'];
type Properties = ReadonlyMap<string, Schema>;

function propertiesIn(found: Schema | undefined, schemas: Schemas): Properties {
  if (found === undefined) return new Map();
  if (found.$ref !== undefined) return propertiesIn(schemas[found.$ref.split('/').at(-1) ?? ''], schemas);
  const inherited = (found.allOf ?? []).flatMap((part) => [...propertiesIn(part, schemas)]);
  return new Map([...inherited, ...Object.entries(found.properties ?? {})]);
}
