import { readFileSync } from 'node:fs';

const HEADER = 32;
const FRAME_HEADER = 24;

/**
 * How many commits the write-ahead log holds: frames that carry a database size end one. Right until the log is started anew,
 * after four thousand pages. Source: sqlite.org, "Database File Format", section 4.1.
 */
export function countCommits(path: string): number {
  const log = readFileSync(`${path}-wal`);
  const frame = FRAME_HEADER + log.readUInt32BE(8);
  let commits = 0;
  for (let at = HEADER; at + frame <= log.length; at += frame) if (log.readUInt32BE(at + 4) > 0) commits += 1;
  return commits;
}
