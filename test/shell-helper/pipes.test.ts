import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { patience } from '../vitest/patience';
import { createRemoteMac, type RemoteMac, testedShells } from './remote-mac';

const line = 'Latchkey: the login keychain is locked in this session.';
const often = { LATCHKEY_EVERY_SECONDS: '0' };

let remote: RemoteMac | null = null;
afterEach(async () => {
  await remote?.dispose();
  remote = null;
});

const pipe = (path: string): void => {
  execFileSync('mkfifo', ['-m', '600', `${path}.pipe`]);
  renameSync(`${path}.pipe`, path);
};

/** What lies where the helper reads or writes keeps no shell waiting: nobody will ever write to these pipes. */
describe.each(testedShells)('the helper in $program', (shell) => {
  const support = () => `${remote?.home}/Library/Application Support/Latchkey`;
  const beacon = () => {
    const [name = ''] = readdirSync(`${support()}/beacons`).filter((one) => one.endsWith('.json'));
    return join(support(), 'beacons', name);
  };

  it('does not wait for a pipe in the place of its beacon, and puts a beacon there again', async () => {
    remote = await createRemoteMac(shell);
    const terminal = remote.open('ssh', often);
    await remote.waitForBeacon('"lock":"locked"');
    terminal.type('');
    await terminal.waitFor(line);
    const place = beacon();
    pipe(place);
    for (const word of ['one', 'two', 'three']) terminal.type(`echo ${word}`);
    await terminal.waitFor('three', 2);
    await expect
      .poll(() => lstatSync(place, { throwIfNoEntry: false })?.isFile(), { timeout: patience(20_000) })
      .toBe(true);
    await terminal.leave();
  });

  it('believes no link in the place of its beacon', async () => {
    remote = await createRemoteMac(shell);
    const terminal = remote.open('ssh', { LATCHKEY_EVERY_SECONDS: '3600' });
    const text = await remote.waitForBeacon('"lock":"locked"');
    const place = beacon();
    writeFileSync(`${remote.home}/elsewhere`, text, { mode: 0o600 });
    rmSync(place);
    symlinkSync(`${remote.home}/elsewhere`, place);
    terminal.type('echo one');
    await terminal.waitFor('one', 2);
    expect(terminal.output()).not.toContain(line);
    expect(readFileSync(`${remote.home}/elsewhere`, 'utf8')).toBe(text);
    await terminal.leave();
  });

  it.each<[string, (path: string) => void]>([
    ['a pipe', pipe],
    [
      'a link',
      (path) => {
        renameSync(path, `${path}.away`);
        symlinkSync(`${path}.away`, path);
      },
    ],
  ])('is not read where %s lies in its place, and the shell starts', async (_, lay) => {
    remote = await createRemoteMac(shell);
    lay(`${support()}/shell/latchkey.${shell.name === 'fish' ? 'fish' : 'sh'}`);
    const terminal = remote.open('ssh', often);
    terminal.type('echo here');
    await terminal.waitFor('here', 2);
    expect(remote.beacons()).toEqual([]);
    await terminal.leave();
  });
});
