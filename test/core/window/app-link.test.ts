import { expect, it } from 'vitest';
import { parseAppLink } from '../../../electron/core/window/app-link';

it.each([
  ['latchkey://open', 'open'],
  ['latchkey://settings', 'settings'],
])('%s opens %s', (address, link) => expect(parseAppLink(address)).toBe(link));

it.each([
  ...['', 'latchkey:', 'latchkey://', 'latchkey:open', 'latchkey:/open', 'latchkey:///open'],
  ...[
    'latchkey://open/',
    'latchkey://open?',
    'latchkey://open#',
    'latchkey://open?a=b',
    'latchkey://open/..',
    'latchkey://open%20',
  ],
  ...[
    'LATCHKEY://open',
    'latchkey://Open',
    ' latchkey://open',
    'latchkey://open\n',
    'latchkey://user@open',
    'latchkey://open:1',
  ],
  ...['latchkey://unlock', 'latchkey://lock', 'latchkey://hold?for=4h', 'latchkey://uninstall', 'latchkey://quit'],
  ...['latchkey://constructor', 'latchkey://__proto__', 'https://open', 'file:///etc/passwd', 'latchkey://оpen'],
])('%j opens nothing', (address) => expect(parseAppLink(address)).toBeNull());
