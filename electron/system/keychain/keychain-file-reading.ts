import type { AutoLockSettings } from '../../core/words/keychain';

export type KeychainFileReading =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'keychain'; readonly settings: AutoLockSettings; readonly signature: string };
