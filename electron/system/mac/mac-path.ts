import type { MacHost } from './host';

/** The way back from `onDisk`, for a path that a program on the simulated Mac was told by its environment. */
export const toMacPath = ({ root }: MacHost, path: string): string =>
  root !== '' && path.startsWith(`${root}/`) ? path.slice(root.length) : path;
