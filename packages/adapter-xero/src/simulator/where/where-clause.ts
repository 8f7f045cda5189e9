/** A value that a clause compares with. */
export type WhereValue =
  | { readonly kind: 'text' | 'guid' | 'day'; readonly value: string }
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' };

export type WhereOperator = '==' | '!=' | '>' | '>=' | '<' | '<=';

/** A parsed `where`. */
export type WhereClause =
  | { readonly kind: 'and' | 'or'; readonly left: WhereClause; readonly right: WhereClause }
  | { readonly kind: 'compare'; readonly field: string; readonly operator: WhereOperator; readonly value: WhereValue }
  | { readonly kind: 'call'; readonly field: string; readonly method: TextMethod; readonly value: string };

export type TextMethod = 'Contains' | 'StartsWith' | 'EndsWith';
