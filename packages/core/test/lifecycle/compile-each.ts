import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));
const COMPILER = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');

/**
 * Compiles each piece of code on its own, under this project's strictness, and returns what the compiler says of it; nothing where it
 * compiles. `SRC/` in an import is this package's sources.
 */
export async function compileEach(
  codes: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'ledgerferry-compile-'));
  try {
    const names = Object.keys(codes);
    await Promise.all(names.map((name, index) => writeFile(join(folder, `${index}.mts`), inModule(codes[name] ?? ''))));
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(SETTINGS));
    const output = await runCompiler(folder);
    return new Map(names.map((name, index) => [name, complaintsOf(`${index}.mts`, output)]));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const SETTINGS = {
  extends: join(PACKAGE, '../../tsconfig.base.json'),
  compilerOptions: { noEmit: true, typeRoots: [join(PACKAGE, 'node_modules/@types')] },
  include: ['*.mts'],
};

function inModule(code: string): string {
  return `${code.replaceAll('SRC/', join(PACKAGE, 'src/'))}\nexport {};\n`;
}

function runCompiler(folder: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [COMPILER, '-p', folder, '--pretty', 'false'],
      { cwd: folder },
      (_error, stdout, stderr) => resolve(stdout + stderr),
    );
  });
}

/** What the compiler says of one file, each complaint with the lines that explain it. */
function complaintsOf(file: string, output: string): readonly string[] {
  const complaints = output.split(/^(?=\S)/m).filter((complaint) => complaint.startsWith(`${file}(`));
  return complaints.map((complaint) => complaint.replace(/^[^:]+: error /, ''));
}
