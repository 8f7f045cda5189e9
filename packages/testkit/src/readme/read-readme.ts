import { existsSync, globSync, readFileSync } from 'node:fs';

/** A package's README, to be compared with its code. */
export interface Readme {
  readonly text: string;
  /** The rows of the first table under a heading, such as `## Settings`, without their titles. Throws where there is none. */
  readonly tableUnder: (heading: string) => readonly (readonly string[])[];
  /** Files and folders below `src/` and the like that it names in code, and that are not there. */
  readonly deadPaths: () => readonly string[];
  /** Folders of `src` of which it names no file and no folder. */
  readonly unnamedFolders: () => readonly string[];
}

/** Reads the README of the package in `folder`, a URL that ends in `/`. */
export function readReadme(folder: URL): Readme {
  const text = readFileSync(new URL('README.md', folder), 'utf8');
  const named = [...new Set(text.match(/(?<=`)(src|test|restlet)\/[\w./-]*(?=`)/g))];
  return {
    text,
    tableUnder: (heading) => tableUnder(heading, text),
    deadPaths: () => named.filter((path) => !existsSync(new URL(path, folder))),
    unnamedFolders: () => {
      const folders = globSync('src/**/', { cwd: folder }).filter((path) => path !== 'src');
      if (folders.length === 0) throw new Error(`${folder.pathname} has no folder below src`);
      return folders.filter((path) => !named.some((name) => name.startsWith(`${path}/`)));
    },
  };
}

function tableUnder(heading: string, text: string): readonly (readonly string[])[] {
  const [, after] = text.split(`\n${heading}\n`);
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
