import { X509Certificate } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parseCertificates } from '../../../electron/system/keychain/certificate-list';
import { createSecurityTool } from '../../../electron/system/keychain/security-tool';
import { parseSigningIdentities } from '../../../electron/system/keychain/signing-identities';
import { throwAwayCertificate } from '../../tools/throw-away-certificate';
import { loginKeychain, type MacWithDoors, macWithDoors, otherKeychain, twoKeychains } from '../simulated-doors';

const now = Date.UTC(2026, 8, 10, 12);
const dayMs = 86_400_000;
const certificate = (name: string, endsAt: number) =>
  throwAwayCertificate({ name, startsAt: now - 400 * dayMs, endsAt });
const sha1Of = (pem: string) => new X509Certificate(pem).fingerprint.replaceAll(':', '');

const valid = certificate('Developer ID Application: Alice "A" Ünal (TEAM123456)', now + 20 * dayMs);
const ended = certificate('Apple Development: alice@example.com (ABCDE12345)', now - dayMs);
const keyless = certificate('Some CA', now + 900 * dayMs);
const odd = certificate('Odd', now + 900 * dayMs);

const hash = 'A06E7F3F8237330EE15CB91BE1A511C00B853358';
const list = `
Policy: Code Signing
  Matching identities
  1) ${hash} "Apple Development: A "B" (T1) (x)" (CSSMERR_TP_CERT_REVOKED)
  2) ${hash.toLowerCase().replace('a', 'b')} "Ünal"
     2 identities found

  Valid identities only
  1) ${hash.toLowerCase().replace('a', 'b')} "Ünal"
     1 valid identities found
`;

describe('the list of identities', () => {
  it('tells each once, with what is wrong with it', () => {
    expect(parseSigningIdentities(list)).toEqual({
      ok: true,
      value: [
        { sha1: hash, name: 'Apple Development: A "B" (T1) (x)', problem: 'CSSMERR_TP_CERT_REVOKED' },
        { sha1: hash.replace('A', 'B'), name: 'Ünal', problem: null },
      ],
    });
    expect(parseSigningIdentities('     0 valid identities found\n')).toEqual({ ok: true, value: [] });
  });

  it.each([
    ['Missing required extension'],
    ['Dieses Zertifikat ist abgelaufen (am 3. Mai)'],
    ['必要な拡張がありません'],
    ['Le certificat est « révoqué » (raison : "compromis")'],
    ['CSSMERR_TP_NOT_TRUSTED'],
    [''],
  ])('reads a reason in any words: %s', (problem) => {
    const names = ['Plain', 'Developer ID: A "B" (T1)', '3rd Party (x) "', '(odd', '<unknown>'];
    const line = (name: string, index: number) => `  ${index + 1}) ${hash.slice(1)}${index} "${name}" (${problem})\n`;
    const printed = `${names.map(line).join('')}     ${names.length} identities found\n\n     0 valid identities found\n`;
    const value = names.map((name, index) => ({ sha1: `${hash.slice(1)}${index}`, name, problem }));
    expect(parseSigningIdentities(printed)).toEqual({ ok: true, value });
  });

  it('leaves out lines that are odd, wherever and however many they are', () => {
    const odd = [
      '  1) !----- unable to get SHA-1 digest -----! "Odd (X)" (Fehlt)',
      'security: a warning of some library',
      `  2) ${hash} "Cut`,
      `  3) ${hash} "Never closed (reason`,
      '\t\u0001',
    ].join('\n');
    const printed = `${odd}\n${list.replace('2 identities', '7 identities').replaceAll('\n\n', `\n${odd}\n`)}${odd}\n`;
    expect(parseSigningIdentities(printed)).toEqual(parseSigningIdentities(list));
  });

  it('is garbled where identities are counted and none can be read', () => {
    const printed = '  1) !----- unable to get SHA-1 digest -----! "A"\n     1 identities found\n';
    expect(parseSigningIdentities(printed)).toMatchObject({ ok: false, code: 'garbled' });
    expect(parseSigningIdentities(`${printed}     0 valid identities found\n`)).toMatchObject({ ok: false });
  });

  it.each([
    ['nothing', ''],
    ['a hash that is too short', `  1) ${hash.slice(1)} "A"\n     1 valid identities found\n`],
    ['a name without its end', `  1) ${hash} "A\n     1 valid identities found\n`],
    ['no count', `  1) ${hash} "A"\n`],
    ['a page about something else', '<html>\n     1 valid identities found\n'],
    ['binary', '\0\u0001\u0002'],
  ])('is garbled when it is %s', (_what, stdout) => {
    expect(parseSigningIdentities(stdout)).toMatchObject({ ok: false, code: 'garbled' });
  });
});

describe('the list of certificates', () => {
  it('tells the end of each, with or without hashes before it, and leaves out what cannot be parsed', () => {
    const odd = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
    expect(parseCertificates(`SHA-1 hash: ${sha1Of(valid)}\n${valid}${odd}${ended}`)).toEqual({
      ok: true,
      value: [
        { sha1: sha1Of(valid), endsAt: now + 20 * dayMs },
        { sha1: sha1Of(ended), endsAt: now - dayMs },
      ],
    });
    expect(parseCertificates('')).toEqual({ ok: true, value: [] });
  });

  it.each([
    ['cut short', valid.slice(0, 200)],
    ['mixed with something else', `${valid}keychain: "/a"\n`],
    ['binary', '\0\u0001\u0002'],
  ])('is garbled when it is %s', (_what, stdout) => {
    expect(parseCertificates(stdout)).toMatchObject({ ok: false, code: 'garbled' });
  });
});

describe('asking security for signing identities', () => {
  let at: MacWithDoors;
  beforeAll(async () => {
    const [login, other] = twoKeychains.keychains ?? [];
    const certificates = [
      { pem: odd, hasDigest: false },
      { pem: valid },
      { pem: ended, problem: 'Zertifikat abgelaufen (gestern)' },
      { pem: keyless, hasPrivateKey: false },
    ];
    at = await macWithDoors({
      ...twoKeychains,
      keychains: [
        { ...login, path: loginKeychain, certificates },
        { ...other, path: otherKeychain },
      ],
    });
  });
  afterEach(() => at.mac.setFaults([]));
  afterAll(() => at.mac.dispose());

  it('tells them while everything is locked, and nobody notices', async () => {
    const before = at.mac.ledger().length;
    const security = createSecurityTool(at.host('ssh-1'));
    expect(await security.findIdentities()).toEqual({
      ok: true,
      value: [
        { sha1: sha1Of(valid), name: 'Developer ID Application: Alice "A" Ünal (TEAM123456)', problem: null },
        {
          sha1: sha1Of(ended),
          name: 'Apple Development: alice@example.com (ABCDE12345)',
          problem: 'Zertifikat abgelaufen (gestern)',
        },
      ],
    });
    const certificates = await security.findCertificates(loginKeychain);
    expect(certificates.ok && certificates.value.map(({ endsAt }) => endsAt)).toEqual([
      now + 900 * dayMs,
      now + 20 * dayMs,
      now - dayMs,
      now + 900 * dayMs,
    ]);
    expect(await security.findCertificates(otherKeychain)).toEqual({ ok: true, value: [] });
    expect(at.mac.ledger()).toHaveLength(before);
  });

  it.each([
    ['garbage', { stdout: '{{{' }, 'garbled'],
    ['far too much', { stdout: 'x'.repeat(5 * 1024 * 1024) }, 'garbled'],
    ['a signal', { signal: 'SIGKILL' }, 'killed'],
    ['code 44', { exit: 44 }, 'item-not-found'],
  ])('%s instead of a list is told as such', async (_what, fault, code) => {
    at.mac.setFaults([{ tool: 'security', ...fault }]);
    const security = createSecurityTool(at.host());
    expect(await security.findIdentities()).toMatchObject({ ok: false, code });
    expect(await security.findCertificates(loginKeychain)).toMatchObject({ ok: false, code });
  });
});
