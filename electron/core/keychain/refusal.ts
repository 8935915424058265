/**
 * What macOS was asked for when it refused with -25308 (exit 36) or, where the asker has switched its questions off, -25293
 * (exit 51). `settings`: of the keychain itself, which unlocks first and looks at no item's access list (securityd
 * `KeychainDatabase::getParameters`). `item`: something that the item's access list decides about as well.
 */
export type Asked = 'settings' | 'item';

/** `cannot-tell`: locked, or not allowed for this program. */
export type RefusalMeaning = 'locked' | 'not-allowed' | 'cannot-tell';

/** The state of the keychain in the very session that was refused, as SecKeychainGetStatus says it there. */
type LockState = 'locked' | 'unlocked' | 'unknown';

/**
 * The refusal alone proves nothing: a locked keychain and an item that this program may not use are answered alike. So the
 * state decides, and where that is unknown only a question that no access list could have refused means locked.
 */
const meanings: Readonly<Record<Asked, Readonly<Record<LockState, RefusalMeaning>>>> = {
  settings: { locked: 'locked', unlocked: 'not-allowed', unknown: 'locked' },
  item: { locked: 'locked', unlocked: 'not-allowed', unknown: 'cannot-tell' },
};

export const meaningOfRefusal = (asked: Asked, state: LockState): RefusalMeaning => meanings[asked][state];

/** What happened and what to do, for a person. */
export const refusalSentence: Readonly<Record<RefusalMeaning, string>> = {
  locked: 'The keychain is locked and this session cannot ask for its password. Unlock it in this session first.',
  'not-allowed':
    'The keychain is unlocked, but this program may not use the item, and nobody can be asked here. Allow it at the desktop.',
  'cannot-tell':
    'macOS would have to ask somebody and cannot here: the keychain is locked, or this program may not use the item.',
};
