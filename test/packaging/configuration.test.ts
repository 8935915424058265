import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config';
import { describe, expect, it, onTestFinished } from 'vitest';
import { signingOf } from '../../scripts/mac-signing.mjs';
import { overrideConfiguration } from '../../scripts/package.mjs';
import { projectFolder } from '../../scripts/project-folder.mjs';
import { fuseNames } from './fake-electron';

const configuration = await getConfig(projectFolder, 'electron-builder.yml', null);
const signings = {
  'ad hoc': { platform: 'darwin' },
  'with a Developer ID': { platform: 'darwin', environment: { CSC_LINK: 'c.p12' } },
  'not at all': { platform: 'linux' },
};
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

  it('lets the hardened runtime compile JavaScript, and nothing else', () => {
    const { entitlements, entitlementsInherit } = configuration.mac ?? {};
    expect(entitlementsInherit).toBe(entitlements);
    const allowed = readFileSync(join(projectFolder, String(entitlements)), 'utf8').matchAll(
      /<key>(.*)<\/key>\s*<(\w+)\/>/g,
    );
    expect([...allowed].map(([, key, value]) => [key, value])).toEqual([['com.apple.security.cs.allow-jit', 'true']]);
  });

  it.each(Object.entries(signings))('is what the schema allows also where it is signed: %s', async (_how, facts) => {
    const signing = signingOf({ identities: '', environment: {}, isRelease: false, ...facts });
    if (signing.kind === 'refused') throw new Error(signing.says);
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-signing-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    copyFileSync(join(projectFolder, 'electron-builder.yml'), join(folder, 'electron-builder.yml'));
    const signed = await getConfig(folder, overrideConfiguration(folder, signing.overrides), null);
    await expect(validateConfiguration(signed, debugLogger)).resolves.toBeUndefined();
    expect(signed.mac).toMatchObject({ hardenedRuntime: true, extendInfo: { LSUIElement: true } });
    expect(signed.electronFuses).toEqual(configuration.electronFuses);
  });

  it('names the Electron that package.json pins', () => {
    const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
    expect(configuration.electronVersion).toBe(manifest.devDependencies.electron);
  });

  it.each([
    ['the hardened app the compiler that V8 needs', 'mac', ['allow-jit']],
    ['what is signed ad hoc libraries of no team as well', 'ad-hoc', ['allow-jit', 'disable-library-validation']],
  ])('grants %s, and nothing else', (_what, name, granted) => {
    const plist = readFileSync(join(projectFolder, `assets/entitlements.${name}.plist`), 'utf8');
    const keys = [...plist.matchAll(/<key>([^<]+)<\/key>\s*<true\/>/g)].map((match) => match[1]);
    expect(keys).toEqual(granted.map((entitlement) => `com.apple.security.cs.${entitlement}`));
    expect([...plist.matchAll(/<key>/g)]).toHaveLength(granted.length);
  });
});
