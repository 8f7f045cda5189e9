import type { Expression, Predicate } from './syntax.js';

/** A field as it was written. */
export type Column = Extract<Expression, { kind: 'column' }>;

/** Conditions that must all be true for this one to be. */
export function conjuncts(predicate: Predicate): readonly Predicate[] {
  return predicate.kind === 'and' ? [...conjuncts(predicate.left), ...conjuncts(predicate.right)] : [predicate];
}

/** Every field that a condition asks for. */
export function columnsOf(predicate: Predicate): readonly Column[] {
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return [...columnsOf(predicate.left), ...columnsOf(predicate.right)];
    case 'not':
      return columnsOf(predicate.inner);
    case 'comparison':
      return [predicate.left, predicate.right].flatMap(columnsIn);
    case 'in':
      return [predicate.value, ...predicate.list].flatMap(columnsIn);
    case 'like':
      return [predicate.value, predicate.pattern].flatMap(columnsIn);
    case 'null-test':
      return columnsIn(predicate.value);
  }
}

function columnsIn(expression: Expression): readonly Column[] {
  if (expression.kind === 'literal') return [];
  return expression.kind === 'column' ? [expression] : expression.parameters.flatMap(columnsIn);
}
