import { constants, copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a whole new file to the disk, as a copy of `original` where given, with `addition` behind it. Not yet under its name. */
export async function writeAside(
  path: string,
  addition: string | Uint8Array,
  original: string | null = null,
): Promise<void> {
  await rm(path, { force: true });
  if (original !== null) await copyFile(original, path, constants.COPYFILE_FICLONE);
  const file = await open(path, 'a');
  try {
    await file.writeFile(addition);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Puts a finished file under its name, in one step that every reader sees whole. */
export async function putInPlace(aside: string, path: string): Promise<void> {
  await rename(aside, path);
}

/** Makes the names in a folder last through a power cut. Windows does that by itself and cannot open folders. */
export async function confirmFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Creates a folder and those above it, to last. */
export async function createFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let created = folder; created.length >= first.length; created = dirname(created)) {
    await confirmFolder(dirname(created));
  }
}
