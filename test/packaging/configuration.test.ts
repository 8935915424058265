import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../scripts/project-folder.mjs';
import { fuseNames } from './fake-electron';

const configuration = await getConfig(projectFolder, 'electron-builder.yml', null);
const debugLogger = { isEnabled: false } as Parameters<typeof validateConfiguration>[1];
const check = (changed: object): Promise<void> =>
  validateConfiguration({ ...configuration, ...changed } as typeof configuration, debugLogger);

describe('electron-builder.yml', () => {
  it('is what the builder’s own schema allows', async () => {
    await expect(check({})).resolves.toBeUndefined();
  });

  it.each([
    ['a fuse that is no boolean', { electronFuses: { ...configuration.electronFuses, runAsNode: 'no' } }],
    ['a key that mac does not have', { mac: { ...configuration.mac, hardened: true } }],
  ])('would not pass with %s', async (_what, changed) => {
    await expect(check(changed)).rejects.toThrow(/configuration/i);
  });

  it('writes out every fuse that the builder knows', () => {
    const schema = JSON.parse(
      readFileSync(join(projectFolder, 'node_modules/app-builder-lib/scheme.json'), 'utf8'),
    ) as {
      definitions: { FuseOptionsV1: { properties: object } };
    };
    const known = Object.keys(schema.definitions.FuseOptionsV1.properties);
    expect(Object.keys(configuration.electronFuses ?? {}).sort()).toEqual(known.sort());
    expect(known).toEqual(expect.arrayContaining([...fuseNames]));
  });

  it('keeps cookie encryption off, which would put an item into the login keychain', () => {
    expect(configuration.electronFuses?.enableCookieEncryption).toBe(false);
  });

  it('makes a menu-bar app with the hardened runtime for both kinds of Mac, and uploads nothing', () => {
    expect(configuration.mac).toMatchObject({ hardenedRuntime: true, extendInfo: { LSUIElement: true } });
    for (const target of [configuration.mac?.target].flat()) expect(target).toMatchObject({ arch: ['arm64', 'x64'] });
    expect(configuration.publish).toBeNull();
  });

  it('names the Electron that package.json pins', () => {
    const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
    expect(configuration.electronVersion).toBe(manifest.devDependencies.electron);
  });

  it('grants the hardened app the compiler that V8 needs and nothing else', () => {
    const plist = readFileSync(join(projectFolder, 'assets/entitlements.mac.plist'), 'utf8');
    expect([...plist.matchAll(/<key>([^<]+)<\/key>\s*<true\/>/g)].map((match) => match[1])).toEqual([
      'com.apple.security.cs.allow-jit',
    ]);
    expect([...plist.matchAll(/<key>/g)]).toHaveLength(1);
  });
});
