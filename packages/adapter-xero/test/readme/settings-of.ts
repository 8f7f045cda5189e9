import { z } from 'zod';

/** A setting as its schema has it. */
export interface Setting {
  readonly name: string;
  /** Its default as the README shows it; `required`, or nothing where it may be left out. */
  readonly byDefault: string;
  /** The values it takes, where they are few. */
  readonly values: readonly unknown[];
}

/** Every setting of a schema, in its order, those of inner objects as `outer.inner`. */
export function settingsOf(schema: z.ZodType): readonly Setting[] {
  return settingsIn(z.toJSONSchema(schema, { io: 'input' }), '');
}

type Schema = z.core.JSONSchema.BaseSchema;

function settingsIn({ properties = {}, anyOf = [], required = [] }: Schema, outer: string): readonly Setting[] {
  return [
    ...anyOf.filter(isSchema).flatMap((choice) => settingsIn(choice, outer)),
    ...Object.entries(properties).flatMap(([field, schema]) => {
      const name = `${outer}${field}`;
      if (!isSchema(schema)) return [];
      const inner = settingsIn(schema, `${name}.`);
      if (inner.length > 0) return inner;
      return { name, byDefault: required.includes(field) ? 'required' : shown(schema), values: schema.enum ?? [] };
    }),
  ];
}

function isSchema(schema: Schema | boolean): schema is Schema {
  return typeof schema === 'object';
}

function shown({ default: value }: Schema): string {
  if (Array.isArray(value)) return '[all](#scopes)';
  if (value === undefined || value === '') return '';
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}
