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
    ...['Control++', 'command+l', 'Command+LL', 'Command+F25', 'Command+C', 'Super+L', 'CommandOrControl+L'],
    ...['Command+constructor', `Command+${'L'.repeat(10_000)}`, 'Control+L\n', ' Control+L'],
  ])('a file or a page that says %j is not believed', (text) => {
    expect(isAccelerator(text)).toBe(false);
  });

  it('is shown as menus show it, and said in words', () => {
    expect(formatAccelerator('Control+Alt+Shift+Command+L')).toEqual({
      symbols: '⌃⌥⇧⌘L',
      spoken: 'Control Option Shift Command L',
    });
    expect(formatAccelerator('Control+Left')).toEqual({ symbols: '⌃←', spoken: 'Control Left' });
  });
});
