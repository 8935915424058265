import type { MacHost } from '../mac/host';

/** Where this process really runs: native code reads the environment of the process and nothing else. */
export interface ProcessPlace {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The bus of somebody's login session (systemd's `user bus`, dbus-user-session). */
const loginSessionBus = /^unix:path=\/run\/user\/\d+\/bus\b/;

/**
 * On the simulated Mac, why keytar may not be asked; null where it may. There it would reach the keyring of whoever runs
 * the simulation, unless the simulation has brought its own: a Secret Service on a private bus, named in a variable
 * (docs/simulator.md) and the very one that this process is on.
 */
export const whyNoKeyring = (host: MacHost, place: ProcessPlace): string | null =>
  // Written so that the bundler leaves the simulated Mac out of a release altogether.
  !__LATCHKEY_RELEASE__ && host.kind === 'simulated-macos' ? whyNotPrivate(host, place) : null;

const whyNotPrivate = (host: MacHost, { platform, environment }: ProcessPlace): string | null => {
  if (platform === 'darwin') {
    return 'On a simulated Mac there is nothing to check here: keytar would ask the real keychain of this Mac.';
  }
  const bus = host.environment.LATCHKEY_SIMULATED_KEYRING_BUS;
  if (!bus) {
    return 'This simulated Mac has no keyring of its own. Start one on a private bus and name that bus in LATCHKEY_SIMULATED_KEYRING_BUS.';
  }
  if (loginSessionBus.test(bus)) {
    return 'LATCHKEY_SIMULATED_KEYRING_BUS names the bus of a login session, whose keyring holds real logins. Use a private bus.';
  }
  if (environment.DBUS_SESSION_BUS_ADDRESS !== bus) {
    return 'This process is not on the bus that LATCHKEY_SIMULATED_KEYRING_BUS names. Start it with the same DBUS_SESSION_BUS_ADDRESS.';
  }
  // libsecret then keeps its items in a file of whoever runs it, and asks no bus.
  if (environment.SECRET_BACKEND) return 'SECRET_BACKEND leads past the private bus. Take it out of the environment.';
  return null;
};
