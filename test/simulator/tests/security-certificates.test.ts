import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { throwAwayCertificate } from '../../tools/throw-away-certificate';
import { exampleMac, loginKeychain, nothingNoticed, noticed, vaultKeychain } from '../example-mac';

const now = Date.parse('2026-09-10T08:00:00Z');
const dayMs = 86_400_000;
const make = (name: string, endsAt: number) => throwAwayCertificate({ name, startsAt: now - 400 * dayMs, endsAt });
const first = make('Developer ID Application: Alice (T1)', now + dayMs);
const second = make('Apple Development: Alice (T2)', now - dayMs);
const third = make('Some CA', now + dayMs);
const sha1 = (pem: string) => new X509Certificate(pem).fingerprint.replaceAll(':', '');

const macWithCertificates = () =>
  exampleMac({
    keychains: [
      { path: loginKeychain, certificates: [{ pem: first }, { pem: third, hasPrivateKey: false }] },
      { path: vaultKeychain, certificates: [{ pem: second }, { pem: third, problem: 'CSSMERR_TP_CERT_REVOKED' }] },
    ],
  });

describe('finding identities', () => {
  it('lists what matches and then what is valid, in whatever session, and nobody notices', async () => {
    const mac = await macWithCertificates();
    const found = await mac.run('security', ['find-identity', '-p', 'codesigning'], { session: 'ssh-1' });
    expect(found).toMatchObject({ code: 0, stderr: '' });
    expect(found.stdout).toBe(`
Policy: Code Signing
  Matching identities
  1) ${sha1(first)} "Developer ID Application: Alice (T1)"
  2) ${sha1(second)} "Apple Development: Alice (T2)" (CSSMERR_TP_CERT_EXPIRED)
  3) ${sha1(third)} "Some CA" (CSSMERR_TP_CERT_REVOKED)
     3 identities found

  Valid identities only
  1) ${sha1(first)} "Developer ID Application: Alice (T1)"
     1 valid identities found
`);
    expect(noticed(mac)).toEqual(nothingNoticed);
  });

  it('lists the valid ones of the keychains named with -v', async () => {
    const mac = await macWithCertificates();
    const run = (path: string) => mac.run('security', ['find-identity', '-v', '-p', 'codesigning', path]);
    expect((await run(vaultKeychain)).stdout).toBe('     0 valid identities found\n');
    expect((await run(loginKeychain)).stdout).toContain('     1 valid identities found\n');
    expect(await mac.run('security', ['find-identity', '-p', 'nonsense'])).toMatchObject({ code: 2 });
  });
});

describe('finding certificates', () => {
  it('prints them as PEM, with their hashes when asked, all or the first', async () => {
    const mac = await macWithCertificates();
    const find = (...args: readonly string[]) => mac.run('security', ['find-certificate', '-p', ...args]);
    expect((await find('-a')).stdout).toBe(first + third + second + third);
    expect((await find('-a', vaultKeychain)).stdout).toBe(second + third);
    expect((await find('-c', 'Apple Development')).stdout).toBe(second);
    expect((await find('-Z', loginKeychain)).stdout).toMatch(
      new RegExp(`^SHA-256 hash: [0-9A-F]{64}\nSHA-1 hash: ${sha1(first)}\n-----BEGIN`),
    );
    expect(await find('-c', 'nobody')).toMatchObject({ code: 44, stdout: '' });
    expect(noticed(mac)).toEqual(nothingNoticed);
  });

  it('takes nothing for a certificate that is none', async () => {
    const keychains = [{ path: loginKeychain, certificates: [{ pem: 'nonsense' }] }];
    await expect(exampleMac({ keychains })).rejects.toThrow('keychains[0].certificates[0].pem must be one certificate');
  });
});
