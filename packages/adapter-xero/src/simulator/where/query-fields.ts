/** What a field of a list is compared as. */
export interface QueryField<T> {
  readonly kind: 'text' | 'guid' | 'day' | 'number' | 'boolean';
  /** A number as decimal text; null where the record has none. */
  readonly read: (record: T) => string | boolean | null;
}

/** The fields of a list that `where` and `order` know, by name. */
export type QueryFields<T> = Readonly<Record<string, QueryField<T>>>;
