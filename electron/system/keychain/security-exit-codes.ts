import { refusalSentence } from '../../core/keychain/refusal';
import type { SecurityFailureCode } from './security';

interface ExitMeaning {
  readonly code: SecurityFailureCode;
  /** What happened and, where there is something to do, what. */
  readonly sentence: string;
}

/**
 * What `security` exits with: the low byte of the OSStatus (SecBase.h), so -25308 is 36. "Not zero means locked" is wrong
 * for all of them but the first.
 */
export const exitMeanings: Readonly<Record<number, ExitMeaning>> = {
  // errSecInteractionNotAllowed, -25308. What it means the keychain's state decides: core/keychain/refusal.ts
  36: {
    code: 'interaction-not-allowed',
    sentence: refusalSentence['cannot-tell'],
  },
  // errSecAuthFailed, -25293
  51: { code: 'wrong-password', sentence: 'The password was not right. Try again.' },
  // errSecItemNotFound, -25300
  44: { code: 'item-not-found', sentence: 'There is no such item in the keychain.' },
  // errSecNoSuchKeychain, -25294
  50: { code: 'no-such-keychain', sentence: 'There is no such keychain. It may have been moved or deleted.' },
  // errSecInvalidKeychain, -25295
  49: {
    code: 'invalid-keychain',
    sentence: 'The file is not a keychain, or it is damaged. Look at it in Keychain Access.',
  },
  // errSecDuplicateItem, -25299
  45: { code: 'duplicate-item', sentence: 'The keychain has such an item already.' },
  // errSecNoDefaultKeychain, -25307
  37: {
    code: 'no-default-keychain',
    sentence: 'This account has no default keychain. Choose one in Keychain Access.',
  },
  // errSecInteractionRequired, -25315
  29: {
    code: 'interaction-required',
    sentence: 'macOS wants to ask for something and may not. Try it at the Mac itself.',
  },
  // errSecMissingEntitlement, -34018
  30: {
    code: 'missing-entitlement',
    sentence: 'macOS does not allow this to a program without an entitlement for it.',
  },
  // userCanceledErr, -128
  128: { code: 'cancelled', sentence: 'The dialog was cancelled. Nothing has changed.' },
  // errSecInDarkWake, -25320
  24: {
    code: 'dark-wake',
    sentence: 'The Mac is only half awake and cannot show a dialog. Try again once its display is on.',
  },
  2: { code: 'usage', sentence: 'This version of the security tool does not understand what Latchkey asked of it.' },
  1: { code: 'could-not-open', sentence: 'The security tool could not open the keychain.' },
};

/** @param stderr its first line is told where the code alone says too little. */
export const meaningOfExit = (exitCode: number, stderr: string): ExitMeaning => {
  const meaning = exitMeanings[exitCode] ?? {
    code: 'unrecognised',
    sentence: `The security tool ended with code ${exitCode}, which Latchkey does not know.`,
  };
  const saysTooLittle =
    meaning.code === 'unrecognised' || meaning.code === 'could-not-open' || meaning.code === 'usage';
  const detail = saysTooLittle ? firstLine(stderr) : '';
  return detail === '' ? meaning : { ...meaning, sentence: `${meaning.sentence} It said: ${detail}` };
};

const firstLine = (text: string): string => (text.split('\n', 1)[0] ?? '').trim().slice(0, 200);
