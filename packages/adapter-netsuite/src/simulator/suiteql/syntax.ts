import type { SqlValue } from './sql-value.js';

export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** What has a value. */
export type Expression =
  | { readonly kind: 'column'; readonly table: string | null; readonly column: string }
  | { readonly kind: 'literal'; readonly value: SqlValue }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly parameters: readonly Expression[];
      readonly isStar: boolean;
    };

/** What is true, false or neither. */
export type Predicate =
  | {
      readonly kind: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'in';
      readonly value: Expression;
      readonly list: readonly Expression[];
      readonly isNegated: boolean;
    }
  | { readonly kind: 'like'; readonly value: Expression; readonly pattern: Expression; readonly isNegated: boolean }
  | { readonly kind: 'null-test'; readonly value: Expression; readonly isNegated: boolean }
  | { readonly kind: 'and' | 'or'; readonly left: Predicate; readonly right: Predicate }
  | { readonly kind: 'not'; readonly inner: Predicate };

export interface SelectedColumn {
  readonly expression: Expression;
  /** In lower case: the only case that answers have. */
  readonly name: string;
}

export interface TableReference {
  /** In lower case. */
  readonly table: string;
  /** In lower case. */
  readonly alias: string;
}

export interface Join extends TableReference {
  readonly isOuter: boolean;
  readonly on: Predicate;
}

export interface Ordering {
  readonly expression: Expression;
  readonly isDescending: boolean;
}

/** A query as it was written. */
export interface SelectQuery {
  readonly isDistinct: boolean;
  /** Null for all. */
  readonly columns: readonly SelectedColumn[] | null;
  readonly from: TableReference;
  readonly joins: readonly Join[];
  readonly where: Predicate | null;
  readonly groupBy: readonly Expression[];
  readonly orderBy: readonly Ordering[];
}
