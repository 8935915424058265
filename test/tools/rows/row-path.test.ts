import { expect, it } from 'vitest';
import type { MacHost } from '../../../electron/system/mac/host';
import { rowPath, setVariable } from '../../../electron/tools/rows/row-path';

const hostWith = (environment: MacHost['environment']): MacHost => ({
  ...{ kind: 'simulated-macos', root: '/sim', homeFolder: '/Users/alice', userName: 'alice', uid: 501 },
  ...{ environment, now: () => 0 },
});

it.each<[string, Record<string, string>, string]>([
  ['~/.fly/config.yml', {}, '/Users/alice/.fly/config.yml'],
  ['/etc/x', {}, '/etc/x'],
  ['{FLY_DIR|~/.fly}/config.yml', {}, '/Users/alice/.fly/config.yml'],
  ['{FLY_DIR|~/.fly}/config.yml', { FLY_DIR: '/Users/alice/f' }, '/Users/alice/f/config.yml'],
  ['{FLY_DIR|~/.fly}/config.yml', { FLY_DIR: '' }, '/Users/alice/.fly/config.yml'],
  ['{A|B2/x|~/.x}/y', { B2: '/b' }, '/b/x/y'],
  ['{A|B2/x|~/.x}/y', { A: '/a', B2: '/b' }, '/a/y'],
  ['{A|~}/y', { A: '/sim/Users/alice/a' }, '/Users/alice/a/y'],
])('%s with %j is %s', (path, environment, macPath) => {
  expect(rowPath(hostWith(environment), path)).toBe(macPath);
});

it.each<[readonly string[], Record<string, string>, string | null]>([
  [['A', 'B'], { B: 'x' }, 'B'],
  [['A', 'B'], { A: 'x', B: 'x' }, 'A'],
  [['A'], { A: '' }, null],
  [['A=file'], { A: 'File' }, 'A=file'],
  [['A=file'], { A: 'keychain' }, null],
  [['A_*'], { A_b: 'x' }, 'A_b'],
  [['A_*'], { A: 'x', A_: '' }, null],
])('of %j with %j counts %s', (names, environment, found) => {
  expect(setVariable(hostWith(environment), names)).toBe(found);
});
