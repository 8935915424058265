import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { MacHost } from '../../electron/system/mac/host';
import { createSimulatedMac, type SimulatedMac } from '../simulator/simulated-mac';

/** A simulated Mac on which `ps`, `who` and `tmux` are those of the machine that the test runs on. */
export interface MacWithRealPrograms {
  readonly mac: SimulatedMac;
  readonly host: MacHost;
  /** Where the machine's tmux must have its sockets to be found on this Mac. */
  readonly socketFolder: string;
}

/** Linux spells one option differently: what adds the environment is `-E` on macOS and a bare `e` with procps. */
const ps = `
for word; do
  shift
  case $word in -Eww) set -- "$@" eww ;; *) set -- "$@" "$word" ;; esac
done
exec ps "$@"`;

/** Sockets lie below the simulated Mac's root. */
const tmuxBelow = (root: string): string => `
for word; do
  shift
  case $word in /*) set -- "$@" '${root}'"$word" ;; *) set -- "$@" "$word" ;; esac
done
exec tmux "$@"`;

export const macWithRealPrograms = async (): Promise<MacWithRealPrograms> => {
  const { username, uid, homedir } = userInfo();
  const mac = await createSimulatedMac({ user: { name: username, uid, home: homedir } });
  const replace = (path: string, script: string) => {
    writeFileSync(mac.root + path, `#!/bin/sh${script}\n`);
    chmodSync(mac.root + path, 0o755);
  };
  replace('/bin/ps', ps);
  replace('/usr/bin/who', '\nexec who "$@"');
  replace('/opt/homebrew/bin/tmux', tmuxBelow(mac.root));
  const socketFolder = `${mac.root}/private/tmp/tmux-${uid}`;
  mkdirSync(socketFolder, { recursive: true, mode: 0o700 });
  const host: MacHost = {
    kind: 'macos',
    root: mac.root,
    homeFolder: homedir,
    userName: username,
    uid,
    environment: {},
    now: () => Date.now(),
  };
  return { mac, host, socketFolder };
};
