import { nameOf } from './world/boundary.js';
import type { Told } from './world/simulated-process.js';

/** One line of a case's story, for whoever looks for the cause of a failure. */
export function storyLine({ at, pid, number, boundary, fault, about }: Told): string {
  const time = new Date(at).toISOString().slice(5, 19);
  const struck = fault ? `  *** ${fault}` : '';
  return `${time}  ${pid}/${String(number).padEnd(3)} ${nameOf(boundary).padEnd(26)} ${gist(about)}${struck}`;
}

/** What was asked, in short: ids, events and errors. */
function gist(about: readonly unknown[]): string {
  return about
    .map((value) => (value instanceof Error ? `!! ${value.message}` : shorten(JSON.stringify(value) ?? '')))
    .join(' ')
    .slice(0, 220);
}

/** The ids of the reference job, without what they have in common. */
function shorten(text: string): string {
  const keys = [...text.matchAll(/"key":"([^"]+)"/g)].map(([, key]) => key).join(' ') || text;
  return keys.replaceAll(/[ae]0{7}-0000-4000-8000-0{10}/g, '');
}
