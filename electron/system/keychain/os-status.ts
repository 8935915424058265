import { refusalSentence } from '../../core/keychain/refusal';

/** Latchkey's own, above 0, where no OSStatus of Apple's is: another of its calls is in the framework, or none could be made. */
export const inUseStatus = 1;
export const notCalledStatus = 2;

/** What Security.framework's functions answer when they fail (SecBase.h), told for a person. */
const sentences: Readonly<Record<number, string>> = {
  [inUseStatus]: 'macOS still works on another question of Latchkey’s.',
  [notCalledStatus]: 'Security.framework could not be called.',
  [-25291]: 'No keychain is available in this session.',
  [-25292]: 'The keychain can only be read.',
  [-25293]: 'macOS refused to answer for this keychain.',
  [-25294]: 'There is no such keychain. It may have been moved or deleted.',
  [-25295]: 'The file is not a keychain, or it is damaged.',
  [-25307]: 'This account has no default keychain.',
  [-25308]: refusalSentence['cannot-tell'],
  [-25315]: 'macOS wants to ask for something and may not.',
  [-25320]: 'The Mac is only half awake.',
};

export const sentenceOfOsStatus = (osStatus: number): string =>
  sentences[osStatus] ?? `macOS answered with status ${osStatus}, which Latchkey does not know.`;
