import { appleMessages } from './apple-messages';
import { assistantMessages } from './assistant-messages';
import { claudeLoginMessages } from './claude-login-messages';
import { claudeMessages } from './claude-messages';
import { cloudMessages } from './cloud-messages';
import { developerMessages } from './developer-messages';
import { editorMessages } from './editor-messages';
import { generalMessages } from './general-messages';
import { httpMessages } from './http-messages';
import { keyMessages } from './key-messages';
import { keychainMessages } from './keychain-messages';
import { limitMessages } from './limit-messages';
import { localProgramMessages } from './local-program-messages';
import type { Message } from './message';
import { networkMessages } from './network-messages';
import { packageMessages } from './package-messages';
import { rowMessages } from './row-messages';

/** Every message. Another one is an entry in one of these lists. */
export const messages: readonly Message[] = [
  ...claudeMessages,
  ...claudeLoginMessages,
  ...limitMessages,
  ...keychainMessages,
  ...keyMessages,
  ...developerMessages,
  ...editorMessages,
  ...packageMessages,
  ...appleMessages,
  ...cloudMessages,
  ...assistantMessages,
  ...rowMessages,
  ...localProgramMessages,
  ...networkMessages,
  ...httpMessages,
  ...generalMessages,
];
