import { statfs } from 'node:fs/promises';
import { measured, notMeasured } from '../../core/diagnosis/facts';
import { leastFreeBytes } from '../../core/diagnosis/limits';
import { type MacHost, onDisk } from '../mac/host';
import type { Check, Finding } from './check';
import { errorCode } from './network/bounded-step';

/** What is free where the logins are written. */
export const createDiskCheck = (host: MacHost): Check => ({
  id: 'disk',
  hosts: [],
  async run() {
    const path = host.homeFolder;
    try {
      const { bavail, bsize } = await statfs(onDisk(host, path));
      return describeFreeSpace(path, bavail * bsize);
    } catch (error) {
      const reason = `macOS answered ${errorCode(error)} for ${path}`;
      return { lookedAt: path, result: 'not-possible', sentence: `${reason}.`, facts: { disk: notMeasured(reason) } };
    }
  },
});

export const describeFreeSpace = (path: string, freeBytes: number): Finding => ({
  lookedAt: path,
  result: freeBytes < leastFreeBytes ? 'problem' : 'fine',
  sentence: `${amountOf(freeBytes)} are free where ${path} lies.`,
  facts: { disk: measured({ path, freeBytes }) },
});

const amountOf = (bytes: number): string =>
  bytes < 1e9 ? `${Math.floor(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
