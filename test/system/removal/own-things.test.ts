import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findCommandLinks, removeCommandLink } from '../../../electron/system/removal/own-things';
import { makeShortFolder } from '../../simulator/short-folder';
import { someHost } from '../some-host';

const [shared, own] = ['/usr/local/bin/latchkey', '/Users/alice/.local/bin/latchkey'];
let root: string;
const host = () => someHost({ root });
const link = (path: string, target: string) => {
  mkdirSync(dirname(root + path), { recursive: true });
  symlinkSync(target, root + path);
};
beforeEach(() => {
  root = makeShortFolder('latchkey-links-');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the links to the command', () => {
  it('are those that lead into an app, there or not', async () => {
    expect(await findCommandLinks(host())).toEqual([]);
    link(shared, '/Applications/Latchkey.app/Contents/Resources/bin/latchkey');
    link(own, `${root}/Users/alice/Latchkey.app/Contents/Resources/bin/latchkey`);
    expect(await findCommandLinks(host())).toEqual([shared, own]);
  });

  it('are removed, and nothing that has taken their place meanwhile', async () => {
    link(own, '/Applications/Latchkey.app/Contents/Resources/bin/latchkey');
    expect(await removeCommandLink(host(), own)).toEqual({ ok: true, value: undefined });
    link(own, '/opt/somebody/latchkey');
    mkdirSync(`${root}/opt/somebody/latchkey`, { recursive: true });
    expect(await removeCommandLink(host(), own)).toMatchObject({ ok: false, code: 'not-removed' });
    expect(existsSync(`${root}/opt/somebody/latchkey`)).toBe(true);
  });
});
