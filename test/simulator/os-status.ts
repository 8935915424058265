/** The result codes that the simulated keychain gives; a tool's exit code is the low byte. */
export const osStatus = {
  userCancelled: -128,
  notAvailable: -25291,
  authFailed: -25293,
  noSuchKeychain: -25294,
  invalidKeychain: -25295,
  duplicateKeychain: -25296,
  duplicateItem: -25299,
  itemNotFound: -25300,
  noDefaultKeychain: -25307,
  interactionNotAllowed: -25308,
  /** errSessionInvalidId */
  invalidSession: -60500,
} as const;

const sentences: Readonly<Record<number, string>> = {
  [osStatus.userCancelled]: 'User canceled the operation.',
  [osStatus.notAvailable]: 'No keychain is available. You may need to restart your computer.',
  [osStatus.authFailed]: 'The user name or passphrase you entered is not correct.',
  [osStatus.noSuchKeychain]: 'The specified keychain could not be found.',
  [osStatus.invalidKeychain]: 'The specified keychain is not a valid keychain file.',
  [osStatus.duplicateKeychain]: 'A keychain with the same name already exists.',
  [osStatus.duplicateItem]: 'The specified item already exists in the keychain.',
  [osStatus.itemNotFound]: 'The specified item could not be found in the keychain.',
  [osStatus.noDefaultKeychain]: 'A default keychain could not be found.',
  [osStatus.interactionNotAllowed]: 'User interaction is not allowed.',
};

/** What `SecCopyErrorMessageString` says in English. */
export const errorSentence = (status: number): string => sentences[status] ?? `OSStatus ${status}`;
