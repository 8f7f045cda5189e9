import { readFileSync } from 'node:fs';

export const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The rows of the first table under a heading of the README, without their titles. Throws where there is none. */
export function tableUnder(heading: string): readonly (readonly string[])[] {
  const [, after] = README.split(`\n${heading}\n`);
  const [section = ''] = after?.split(/^#+ /m) ?? [];
  const [, table] = /\n(\|.*?)\n\n/s.exec(section) ?? [];
  if (table === undefined) throw new Error(`the README has no table under "${heading}"`);
  return table.split('\n').slice(2).map(cellsOf);
}

function cellsOf(row: string): readonly string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
