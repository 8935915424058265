import { describe, expect, it } from 'vitest';
import { signingOf } from '../../scripts/mac-signing.mjs';

const developerId = '  1) 0A1B "Developer ID Application: Alice (TEAM123456)"\n     1 valid identities found\n';
const development = '  1) 0A1B "Apple Development: alice@example.com (X)"\n     1 valid identities found\n';
const apiKey = { APPLE_API_KEY: 'k.p8', APPLE_API_KEY_ID: 'K', APPLE_API_ISSUER: 'I' };
const appleId = { APPLE_ID: 'a@example.com', APPLE_APP_SPECIFIC_PASSWORD: 'x', APPLE_TEAM_ID: 'T' };

describe('how the app is signed', () => {
  it.each<[string, string, string, Record<string, string>, boolean, string, boolean | undefined]>([
    ['on Linux', 'linux', '', {}, false, 'unsigned', undefined],
    ['on Linux with a certificate', 'linux', '', { CSC_LINK: 'c.p12' }, false, 'unsigned', undefined],
    ['on a Mac without an identity', 'darwin', '', {}, false, 'ad-hoc', false],
    ['on a Mac with one for development only', 'darwin', development, {}, false, 'ad-hoc', false],
    ['on a Mac with an empty certificate', 'darwin', '', { CSC_LINK: '' }, false, 'ad-hoc', false],
    ['on a Mac with a Developer ID', 'darwin', developerId, {}, false, 'developer-id', false],
    [
      'on a Mac with a certificate of the environment',
      'darwin',
      '',
      { CSC_LINK: 'c.p12' },
      false,
      'developer-id',
      false,
    ],
    ['with a key for notarizing', 'darwin', developerId, apiKey, false, 'developer-id', true],
    ['with an Apple account for it', 'darwin', developerId, appleId, false, 'developer-id', true],
    ['with half of a key', 'darwin', developerId, { APPLE_API_KEY: 'k.p8' }, false, 'developer-id', false],
    ['for a release', 'darwin', developerId, apiKey, true, 'developer-id', true],
    ['for a release without a key', 'darwin', developerId, {}, true, 'refused', undefined],
    ['for a release without an identity', 'darwin', '', apiKey, true, 'refused', undefined],
    ['for a release on Linux', 'linux', '', apiKey, true, 'refused', undefined],
  ])('%s', (_where, platform, identities, environment, isRelease, kind, notarize) => {
    const signing = signingOf({ platform, identities, environment, isRelease });
    expect(signing.kind).toBe(kind);
    if (notarize !== undefined)
      expect(signing).toMatchObject({ overrides: { forceCodeSigning: true, mac: { notarize } } });
  });

  it('gives entitlements of its own to what is signed ad hoc, and to nothing else', () => {
    const facts = { platform: 'darwin', identities: '', environment: {}, isRelease: false };
    const own = 'assets/entitlements.ad-hoc.plist';
    expect(signingOf(facts)).toMatchObject({
      overrides: { mac: { identity: '-', entitlements: own, entitlementsInherit: own } },
    });
    expect(JSON.stringify(signingOf({ ...facts, identities: developerId }))).not.toContain('ad-hoc');
  });

  it('says on Linux that the result must be signed on a Mac', () => {
    expect(signingOf({ platform: 'linux', identities: '', environment: {}, isRelease: false }).says).toContain(
      'must be signed on a Mac',
    );
  });
});
