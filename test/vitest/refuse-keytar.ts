type Environment = Readonly<Record<string, string | undefined>>;

/** Throws if this native library is keytar's and would reach anything but a keyring of the test's own. Exported for its test. */
export const checkLibrary = (file: string, environment: Environment, platform: NodeJS.Platform): void => {
  if (!file.endsWith('keytar.node')) return;
  const bus = environment.LATCHKEY_SIMULATED_KEYRING_BUS;
  if (platform === 'linux' && bus && environment.DBUS_SESSION_BUS_ADDRESS === bus) return;
  throw new Error(`A test reached for the real keychain: through ${file}. Tests bring a keyring on a private bus.`);
};

/** From here on this process loads keytar's native part on a private bus only. Every way to load one ends in `dlopen`. */
export const refuseKeytar = (): void => {
  const original = process.dlopen;
  process.dlopen = (...values: Parameters<typeof original>): void => {
    checkLibrary(values[1], process.env, process.platform);
    original.apply(process, values);
  };
};
