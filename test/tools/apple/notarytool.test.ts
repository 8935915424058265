import { afterEach, describe, expect, it } from 'vitest';
import { createNotarytool } from '../../../electron/tools/apple/notarytool';
import { type MacWithDoors, macWithDoors } from '../../system/simulated-doors';
import { canary, contextOf, credentialsOf, generic, withKeychain } from '../one-keychain';
import { searchesOf } from '../searches';

const xcode = { '/Applications/Xcode.app/Contents/Developer/usr/bin/notarytool': '' };
let at: MacWithDoors;
const make = async (...given: Parameters<typeof withKeychain>) => {
  at = await macWithDoors(withKeychain(...given));
  return at.doors();
};
afterEach(() => at.mac.dispose());

describe('notarytool', () => {
  it('is not there without Xcode, a profile or a key', async () => {
    const tool = createNotarytool(contextOf(await make()));
    expect(await credentialsOf(tool)).toMatchObject([
      { installed: false, reason: expect.stringContaining('not found') },
    ]);
  });

  it('proves nothing by not being in the keychain', async () => {
    const tool = createNotarytool(contextOf(await make({ files: xcode })));
    expect(await credentialsOf(tool)).toMatchObject([
      { installed: true, store: 'unknown', overSsh: 'unknown', status: 'unknown', expiry: null },
    ]);
  });

  it('breaks with a profile in the login keychain, which is told by its name', async () => {
    const service = 'com.apple.gke.notary.tool';
    const doors = await make({}, { items: [generic(service, `${service}.saved-creds.release`)] });
    await doors.security.lockAll();
    const credentials = await credentialsOf(createNotarytool(contextOf(doors)));
    expect(credentials).toMatchObject([
      {
        account: 'release',
        store: 'login-keychain',
        overSsh: 'breaks',
        expiry: null,
        symptom: 'Error: No Keychain password item found for profile',
      },
    ]);
    expect(JSON.stringify(credentials)).not.toContain(canary);
    expect(at.mac.ledger().filter(({ kind }) => kind === 'dialog' || kind === 'decrypt')).toEqual([]);
  });

  it('finds a profile whose service is the long name', async () => {
    const long = 'com.apple.gke.notary.tool.saved-creds.notarytool-profile';
    const tool = createNotarytool(contextOf(await make({}, { items: [generic(long)] })));
    expect(await credentialsOf(tool)).toMatchObject([{ account: 'notarytool-profile', overSsh: 'breaks' }]);
  });

  it('survives with App Store Connect keys in files, and reads none of them', async () => {
    const files = {
      '~/private_keys/AuthKey_AAAA1111BB.p8': canary,
      '~/.appstoreconnect/private_keys/AuthKey_CCCC2222DD.p8': canary,
      '~/private_keys/other.txt': canary,
    };
    const doors = await make({ files });
    const tool = createNotarytool(contextOf(doors));
    const credentials = await credentialsOf(tool);
    expect(credentials).toMatchObject([
      { account: 'AAAA1111BB', store: 'file', overSsh: 'survives', expiry: null },
      { account: 'CCCC2222DD', store: 'file', overSsh: 'survives' },
    ]);
    expect(JSON.stringify(credentials)).not.toContain(canary);
    const searches = searchesOf(doors);
    await credentialsOf(tool);
    expect(searches()).toEqual([]);
  });

  it('says so when a folder cannot be read or the keychain not searched', async () => {
    const doors = await make({ files: { '~/private_keys': 'no folder' } });
    expect(await credentialsOf(createNotarytool(contextOf(doors)))).toMatchObject([{ status: 'unreadable' }]);
    await at.mac.dispose();
    const faulty = await make({ files: xcode, faults: [{ tool: 'security', exit: 77 }] });
    expect(await credentialsOf(createNotarytool(contextOf(faulty)))).toMatchObject([
      { store: 'unknown', reason: expect.stringContaining('could not be searched') },
    ]);
  });
});
