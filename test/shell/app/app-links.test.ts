import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseAppLink, receiveAppLinks } from '../../../electron/shell/app/app-links';

describe('an address of the app’s own', () => {
  const log = vi.fn();
  const open = vi.fn();
  const preventDefault = vi.fn();
  let app: EventEmitter;
  const come = (address: string) => app.emit('open-url', { preventDefault }, address);
  const receive = () => receiveAppLinks(app as never, log);
  beforeEach(() => {
    vi.clearAllMocks();
    app = new EventEmitter();
  });

  it('that came before the app was ready opens when it is, the last one alone, once', () => {
    const links = receive();
    come('latchkey://open');
    come('latchkey://settings');
    links.follow(open);
    expect(open.mock.calls).toEqual([['settings']]);
    links.follow(open);
    expect(open).toHaveBeenCalledOnce();
  });

  it('opens at once while the app runs', () => {
    receive().follow(open);
    come('latchkey://open');
    expect(open.mock.calls).toEqual([['open']]);
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('that is none opens nothing, then and later, and none of it is written down', () => {
    const links = receive();
    come('latchkey://unlock?password=hunter2');
    links.follow(open);
    come('latchkey://hold');
    expect(open).not.toHaveBeenCalled();
    expect(log.mock.calls).toEqual([
      ['an address of latchkey: was not understood'],
      ['an address of latchkey: was not understood'],
    ]);
  });
});

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
