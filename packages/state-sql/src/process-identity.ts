import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { LeaseHolder } from '@ledgerferry/core';

/** Tells whether the process that holds a lease is certainly gone. In doubt it is not, and its lease has to run out. */
export type IsGone = (holder: LeaseHolder) => boolean;

/** Who this process is, so that its leases are free as soon as it is gone. */
export function currentProcess(): LeaseHolder {
  return {
    host: hostname(),
    bootId: bootId(),
    pid: process.pid,
    startedAt: startOf(process.pid)?.startedAt ?? String(Math.round(performance.timeOrigin)),
  };
}

/** Looks the holder up among the processes of this machine. A holder on another machine or in another container is never known to be gone. */
export function isProcessGone(holder: LeaseHolder): boolean {
  if (holder.host !== hostname() || holder.bootId !== bootId()) return false;
  if (!answersToSignals(holder.pid)) return true;
  if (holder.pid === process.pid) return holder.startedAt !== currentProcess().startedAt;
  const running = startOf(holder.pid);
  return running !== undefined && (running.isEnded || running.startedAt !== holder.startedAt);
}

/** On Linux also names the container (its process namespace), as process ids mean something else in each. */
function bootId(): string {
  const boot = readOrUndefined(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  const namespace = readOrUndefined(() => readlinkSync('/proc/self/ns/pid'));
  return boot === undefined ? 'unknown' : `${boot} ${namespace ?? ''}`.trim();
}

function answersToSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** Source: proc_pid_stat(5): the state is the first field after the name in brackets, the start time the twentieth. */
function startOf(pid: number): { readonly startedAt: string; readonly isEnded: boolean } | undefined {
  const stat = readOrUndefined(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const startedAt = fields?.[19];
  return startedAt === undefined ? undefined : { startedAt, isEnded: fields?.[0] === 'Z' || fields?.[0] === 'X' };
}

/** Undefined on systems without /proc. */
function readOrUndefined(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
