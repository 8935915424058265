import { appleMessages } from './apple-messages';
import { claudeMessages } from './claude-messages';
import { cloudMessages } from './cloud-messages';
import { developerMessages } from './developer-messages';
import { generalMessages } from './general-messages';
import { httpMessages } from './http-messages';
import { keychainMessages } from './keychain-messages';
import { limitMessages } from './limit-messages';
import type { Message } from './message';
import { networkMessages } from './network-messages';

/** Every message. Another one is an entry in one of these lists. */
export const messages: readonly Message[] = [
  ...claudeMessages,
  ...limitMessages,
  ...keychainMessages,
  ...developerMessages,
  ...appleMessages,
  ...cloudMessages,
  ...networkMessages,
  ...httpMessages,
  ...generalMessages,
];
