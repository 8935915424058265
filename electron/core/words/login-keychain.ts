import type { Keychain } from './keychain';

/** The keychain that the tools use: the login keychain, or where there is none the default one. */
export const loginKeychain = (keychains: readonly Keychain[]): Keychain | undefined =>
  keychains.find((keychain) => keychain.isLogin) ?? keychains.find((keychain) => keychain.isDefault);
