import { describe, expect, it } from 'vitest';
import { whyNoKeyring } from '../../../electron/system/keychain/private-keyring';
import { someHost } from '../some-host';

const bus = 'unix:path=/tmp/latchkey-bus-x/dbus-1,guid=2';
const onSimulatedMac = (named: string | undefined, own: Record<string, string | undefined>, platform = 'linux') =>
  whyNoKeyring(someHost({ kind: 'simulated-macos', environment: { LATCHKEY_SIMULATED_KEYRING_BUS: named } }), {
    platform: platform as NodeJS.Platform,
    environment: own,
  });

describe('the keyring that a simulated Mac may ask', () => {
  it('is the one on the bus that it names, if this process is on that bus', () => {
    expect(onSimulatedMac(bus, { DBUS_SESSION_BUS_ADDRESS: bus })).toBeNull();
  });

  it.each([
    ['it names none', undefined, { DBUS_SESSION_BUS_ADDRESS: bus }, 'linux', /no keyring of its own/],
    ['it names nothing', '', { DBUS_SESSION_BUS_ADDRESS: '' }, 'linux', /no keyring of its own/],
    ['the process is on another', bus, { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/x' }, 'linux', /not on the bus/],
    ['the process finds its bus by itself', bus, {}, 'linux', /not on the bus/],
    [
      'it names the bus of a login session',
      'unix:path=/run/user/1000/bus',
      { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' },
      'linux',
      /real logins/,
    ],
    ['libsecret would use a file', bus, { DBUS_SESSION_BUS_ADDRESS: bus, SECRET_BACKEND: 'file' }, 'linux', /SECRET_B/],
    ['it is simulated on a Mac', bus, { DBUS_SESSION_BUS_ADDRESS: bus }, 'darwin', /real keychain/],
  ])('is none where %s', (_why, named, own, platform, reason) => {
    expect(onSimulatedMac(named, own, platform)).toMatch(reason);
  });

  it('is no question on a real Mac', () => {
    expect(whyNoKeyring(someHost(), { platform: 'darwin', environment: {} })).toBeNull();
  });
});
