import type { z } from 'zod';
import type { ConfigurationProblem } from './configuration-error.js';
import { exampleOf } from './setting-examples.js';

type Issue = z.core.$ZodIssue;

/** What a schema says is wrong below `root`, each with the setting's path, the rule and an example. */
export function describeIssues(
  issues: readonly Issue[],
  root: readonly PropertyKey[],
): readonly ConfigurationProblem[] {
  return issues.flatMap((issue) => {
    const path = [...root, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        problemAt([...path, key], 'there is no such setting; check its spelling and place'),
      );
    }
    return [problemAt(path, issue.message)];
  });
}

export function problemAt(path: readonly PropertyKey[], rule: string): ConfigurationProblem {
  const name = pathText(path);
  const example = rule.includes('such as') ? '' : exampleOf(name);
  const sentence = rule.endsWith('.') ? rule : `${rule}.`;
  return { path: name, message: example === '' ? sentence : `${sentence} Example: ${example}` };
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}
