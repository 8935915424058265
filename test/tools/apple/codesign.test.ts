import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCodesign } from '../../../electron/tools/apple/codesign';
import type { ScenarioCertificate } from '../../simulator/parsing/scenario';
import { loginKeychain, type MacWithDoors, macWithDoors, otherKeychain } from '../../system/simulated-doors';
import { contextOf, credentialsOf, dayMs, now, withKeychain } from '../one-keychain';
import { throwAwayCertificate } from '../throw-away-certificate';

const name = 'Developer ID Application: Alice (TEAM123456)';
const certificate = (endsInDays: number, more: Partial<ScenarioCertificate> & { name?: string } = {}) => ({
  pem: throwAwayCertificate({
    name: more.name ?? name,
    startsAt: now - 700 * dayMs,
    endsAt: now + endsInDays * dayMs,
  }),
  ...(more.problem ? { problem: more.problem } : {}),
  ...(more.hasPrivateKey === undefined ? {} : { hasPrivateKey: more.hasPrivateKey }),
});

let at: MacWithDoors;
const make = async (
  certificates: readonly ScenarioCertificate[],
  others: readonly ScenarioCertificate[] = [],
  otherPath = otherKeychain,
) => {
  const scenario = withKeychain({}, { certificates });
  const other = { path: otherPath, password: 'q', certificates: others };
  at = await macWithDoors({ ...scenario, keychains: [...(scenario.keychains ?? []), other] });
  const doors = at.doors();
  return { doors, tool: createCodesign(contextOf(doors)) };
};
afterEach(() => at.mac.dispose());

const noticed = () => at.mac.ledger().filter(({ kind }) => kind === 'dialog' || kind === 'decrypt');

describe('code signing', () => {
  it('is not there without an identity', async () => {
    const { tool } = await make([certificate(10, { hasPrivateKey: false })]);
    expect(await credentialsOf(tool)).toEqual([
      expect.objectContaining({ tool: 'codesign', installed: false, store: 'none', overSsh: 'unknown' }),
    ]);
  });

  it('needs the key in the login keychain, its partition list, and a certificate that has not ended', async () => {
    const { tool } = await make([certificate(200)]);
    const [credential, ...more] = await credentialsOf(tool);
    expect(more).toEqual([]);
    expect(credential).toMatchObject({
      account: name,
      installed: true,
      store: 'login-keychain',
      overSsh: 'breaks',
      status: 'valid',
      expiry: { of: 'certificate', at: new Date(now + 200 * dayMs).toISOString() },
      symptom: 'errSecInternalComponent',
    });
    expect(credential?.reason).toContain('set-key-partition-list');
    expect(noticed()).toEqual([]);
  });

  it.each([
    [31, 'valid'],
    [29, 'expiring'],
    [-1, 'expired'],
  ])('with %i days left is %s', async (days, status) => {
    const { tool } = await make([certificate(days)]);
    expect((await credentialsOf(tool)).map((credential) => credential.status)).toEqual([status]);
  });

  it('is told for each identity, and as ended only while that is news', async () => {
    const replaced = certificate(-5);
    const old = certificate(-400, { name: 'iPhone Developer: Alice (OLD)' });
    const recent = certificate(-5, { name: 'Apple Development: Alice (NEW)' });
    const { tool } = await make([replaced, old, recent, certificate(300)]);
    expect((await credentialsOf(tool)).map(({ account, status }) => [account, status])).toEqual([
      ['Apple Development: Alice (NEW)', 'expired'],
      [name, 'valid'],
    ]);
  });

  it('says what macOS has against a certificate, and takes one that is merely not trusted', async () => {
    const { tool } = await make([
      certificate(200, { problem: 'CSSMERR_TP_CERT_REVOKED' }),
      certificate(200, { name: 'Self', problem: 'CSSMERR_TP_NOT_TRUSTED' }),
    ]);
    const [revoked, untrusted] = await credentialsOf(tool);
    expect(revoked).toMatchObject({ status: 'unknown', reason: expect.stringContaining('CSSMERR_TP_CERT_REVOKED') });
    expect(untrusted).toMatchObject({ status: 'valid' });
  });

  it('tells the keychain where that is another one, and knows the one that is never locked', async () => {
    const { tool } = await make([], [certificate(200)]);
    const [credential] = await credentialsOf(tool);
    expect(credential).toMatchObject({ store: 'other-keychain', overSsh: 'breaks' });
    expect(credential?.reason).toContain(otherKeychain);
    await at.mac.dispose();
    const system = await make([], [certificate(200)], '/Library/Keychains/System.keychain');
    expect(await credentialsOf(system.tool)).toMatchObject([{ store: 'other-keychain', overSsh: 'unknown' }]);
  });

  it('is unknown when the identities cannot be listed, and has no end when the certificates cannot', async () => {
    const { tool } = await make([certificate(200)]);
    at.mac.setFaults([{ tool: 'security', when: 'find-certificate', stdout: '{{{' }]);
    expect(await credentialsOf(tool)).toMatchObject([{ store: 'unknown', status: 'unknown', expiry: null }]);
    at.mac.setFaults([{ tool: 'security', when: 'find-identity', stdout: '{{{' }]);
    const other = createCodesign(contextOf(at.doors()));
    expect(await credentialsOf(other)).toMatchObject([{ installed: false, store: 'unknown', status: 'unknown' }]);
  });

  it('is not asked for again until a keychain changes, and its status follows the clock', async () => {
    const { doors, tool } = await make([certificate(200)]);
    const list = vi.spyOn(doors.security, 'findIdentities');
    await credentialsOf(tool);
    expect(await credentialsOf(tool, now + 190 * dayMs)).toMatchObject([{ status: 'expiring' }]);
    expect(list).toHaveBeenCalledTimes(1);
    await at.mac.run('security', ['set-keychain-settings', '-l', loginKeychain]);
    await credentialsOf(tool);
    expect(list).toHaveBeenCalledTimes(2);
  });
});
