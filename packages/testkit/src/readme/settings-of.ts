/** A setting as its schema has it. */
export interface Setting {
  /** Those of inner objects as `outer.inner`. */
  readonly name: string;
  /** Its default as a README shows it: code; `required`; or nothing where it may be left out. */
  readonly byDefault: string;
  /** The values it takes, where they are few. */
  readonly values: readonly unknown[];
}

/** The parts of a JSON schema that say what settings there are. */
export interface SettingsSchema {
  readonly properties?: Readonly<Record<string, SettingsSchema | boolean>> | undefined;
  readonly anyOf?: readonly (SettingsSchema | boolean)[] | undefined;
  readonly required?: readonly string[] | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly default?: unknown;
}

/** Every setting of a schema in its order, from what `z.toJSONSchema(schema, { io: 'input' })` says. Of alternatives, those of all. */
export function settingsOf(schema: SettingsSchema): readonly Setting[] {
  return settingsIn(schema, '');
}

function settingsIn({ properties = {}, anyOf = [], required = [] }: SettingsSchema, outer: string): readonly Setting[] {
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

function isSchema(schema: SettingsSchema | boolean): schema is SettingsSchema {
  return typeof schema === 'object';
}

function shown({ default: value }: SettingsSchema): string {
  if (value === undefined || value === '') return '';
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}
