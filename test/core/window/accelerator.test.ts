import { describe, expect, it } from 'vitest';
import {
  acceleratorOf,
  formatAccelerator,
  isAccelerator,
  type KeyPress,
} from '../../../electron/core/window/accelerator';

const none = { metaKey: false, ctrlKey: false, altKey: false, shiftKey: false };
const press = (code: string, held: Partial<KeyPress> = {}) => acceleratorOf({ code, ...none, ...held });

describe('a key press as a shortcut', () => {
  it.each([
    ['KeyL', { ctrlKey: true, altKey: true }, 'Control+Alt+L'],
    ['KeyL', { metaKey: true, altKey: true, ctrlKey: true, shiftKey: true }, 'Control+Alt+Shift+Command+L'],
    ['Digit1', { metaKey: true }, 'Command+1'],
    ['F5', { ctrlKey: true }, 'Control+F5'],
    ['ArrowUp', { metaKey: true, shiftKey: true }, 'Shift+Command+Up'],
    ['Comma', { ctrlKey: true, metaKey: true }, 'Control+Command+,'],
  ] as const)('%s with %o is %s', (code, held, accelerator) => {
    expect(press(code, held)).toEqual({ kind: 'accelerator', accelerator });
    expect(isAccelerator(accelerator)).toBe(true);
  });

  it.each([
    ...['Space Space', 'ArrowDown Down', 'ArrowLeft Left', 'ArrowRight Right', 'Home Home', 'End End', 'PageUp PageUp'],
    ...['PageDown PageDown', 'Period .', 'Slash /', 'Semicolon ;', "Quote '", 'Backslash \\', 'Backquote `'],
    ...['BracketLeft [', 'BracketRight ]', 'Minus -', 'Equal =', 'F1 F1', 'F19 F19', 'F24 F24'],
  ])('the key and its name for Electron: %s', (both) => {
    const [code = '', key = ''] = both.split(' ');
    expect(press(code, { ctrlKey: true })).toEqual({ kind: 'accelerator', accelerator: `Control+${key}` });
    expect(isAccelerator(`Control+${key}`)).toBe(true);
  });

  it.each(['A', 'F', 'H', 'M', 'N', 'O', 'P', 'Q', 'S', 'V', 'W', 'X', 'Z', ',', 'Space', '`'])(
    'Command and %s belong to every app',
    (key) => {
      expect(isAccelerator(`Command+${key}`)).toBe(false);
      expect(isAccelerator(`Shift+Command+${key}`)).toBe(true);
    },
  );

  it.each([
    'KeyLL',
    'xKeyL',
    'Digit12',
    'xDigit1',
    'F25',
    'F0',
    'F195',
    'xF1',
    'xShiftLeft',
    'ShiftLeftx',
    'xFn',
    'Fnx',
  ])('there is no key %s', (code) => {
    expect(press(code, { metaKey: true })).toMatchObject({ kind: 'refused' });
  });

  it.each(['MetaLeft', 'ShiftRight', 'AltLeft', 'ControlLeft', 'CapsLock'])('%s alone is not yet one', (code) => {
    expect(press(code, { metaKey: true })).toEqual({ kind: 'incomplete' });
  });

  it.each([
    ['a letter by itself', 'KeyL', {}, 'Hold Command or Control as well.'],
    ['Option, which types characters', 'KeyL', { altKey: true, shiftKey: true }, 'Hold Command or Control as well.'],
    ['what every app uses', 'KeyC', { metaKey: true }, 'Every app uses that one. Add another key, such as Option.'],
    ['a key that is no shortcut', 'Escape', { metaKey: true }, 'That key cannot be part of a shortcut.'],
    ['no key that there is', '__proto__', { metaKey: true }, 'That key cannot be part of a shortcut.'],
    ['an unnamed key', '', { metaKey: true }, 'That key cannot be part of a shortcut.'],
  ] as const)('refuses %s', (_what, code, held, sentence) => {
    expect(press(code, held)).toEqual({ kind: 'refused', sentence });
  });

  it.each([
    ...['', 'L', 'Alt+L', 'Shift+L', 'Command', 'Command+', 'L+Command', 'Command+Control+L', 'Command+Command+L'],
    ...[
      'Control++',
      'command+l',
      'Command+LL',
      'Command+F25',
      'Command+xF1',
      'Command+C',
      'Super+L',
      'CommandOrControl+L',
    ],
    ...['Command+constructor', `Command+${'L'.repeat(10_000)}`, 'Control+L\n', ' Control+L'],
  ])('a file or a page that says %j is not believed', (text) => {
    expect(isAccelerator(text)).toBe(false);
  });

  it('is shown as menus show it, and said in words', () => {
    expect(formatAccelerator('Control+Alt+Shift+Command+L')).toEqual({
      symbols: '⌃⌥⇧⌘L',
      spoken: 'Control Option Shift Command L',
    });
    expect(['Up', 'Down', 'Right', '.'].map((key) => formatAccelerator(`Command+${key}`).symbols)).toEqual([
      ...['⌘↑', '⌘↓', '⌘→', '⌘.'],
    ]);
    expect(formatAccelerator('L+')).toEqual({ symbols: 'L+', spoken: 'L+' });
    expect(formatAccelerator('Control+Left')).toEqual({ symbols: '⌃←', spoken: 'Control Left' });
  });
});
