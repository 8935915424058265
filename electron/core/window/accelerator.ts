/** A key press, in the words of the DOM's KeyboardEvent. */
export interface KeyPress {
  /** The key's place on the keyboard: `KeyL`, `Digit1`, `F5`. */
  readonly code: string;
  readonly metaKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export type PressedAccelerator =
  | { readonly kind: 'accelerator'; readonly accelerator: string }
  /** Only modifiers so far. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'refused'; readonly sentence: string };

/** In the order in which macOS shows them. */
const modifiers = [
  { name: 'Control', symbol: '⌃', spoken: 'Control' },
  { name: 'Alt', symbol: '⌥', spoken: 'Option' },
  { name: 'Shift', symbol: '⇧', spoken: 'Shift' },
  { name: 'Command', symbol: '⌘', spoken: 'Command' },
] as const;
type Modifier = (typeof modifiers)[number]['name'];

/** The keys that Electron knows by another name than the DOM, of those that serve as a shortcut. */
const namedKeys: Readonly<Record<string, string>> = {
  Space: 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  Backslash: '\\',
  Backquote: '`',
  BracketLeft: '[',
  BracketRight: ']',
  Minus: '-',
  Equal: '=',
};
const electronKeys = new Set(Object.values(namedKeys));

const modifierCodes = /^(Meta|Control|Alt|Shift|OS)(Left|Right)$|^(CapsLock|Fn|FnLock)$/;

/** These mean something in every app, also in those that a shortcut of ours would take them from. */
const everybodysKeys = new Set(
  ['A', 'C', 'F', 'H', 'M', 'N', 'O', 'P', 'Q', 'S', 'V', 'W', 'X', 'Z', ',', 'Space', '`'].map(
    (key) => `Command+${key}`,
  ),
);

const needsModifier = 'Hold Command or Control as well.';

/**
 * What a key press would be as a shortcut in all apps. It goes by the key's place, as macOS does with the shortcuts that
 * Electron registers: Chromium's `global_accelerator_listener_mac.mm` takes the key code of a US keyboard.
 */
export const acceleratorOf = (press: KeyPress): PressedAccelerator => {
  if (modifierCodes.test(press.code)) return { kind: 'incomplete' };
  const key = keyOf(press.code);
  if (key === null) return { kind: 'refused', sentence: 'That key cannot be part of a shortcut.' };
  // Option and Shift alone type characters; macOS 15.0 and 15.1 refuse them as a shortcut altogether.
  if (!press.metaKey && !press.ctrlKey) return { kind: 'refused', sentence: needsModifier };
  const held: Readonly<Record<Modifier, boolean>> = {
    Control: press.ctrlKey,
    Alt: press.altKey,
    Shift: press.shiftKey,
    Command: press.metaKey,
  };
  const names = modifiers.filter(({ name }) => held[name]).map(({ name }) => name);
  const accelerator = [...names, key].join('+');
  return everybodysKeys.has(accelerator)
    ? { kind: 'refused', sentence: 'Every app uses that one. Add another key, such as Option.' }
    : { kind: 'accelerator', accelerator };
};

const keyOf = (code: string): string | null =>
  /^Key([A-Z])$/.exec(code)?.[1] ??
  /^Digit([0-9])$/.exec(code)?.[1] ??
  (/^F([1-9]|1[0-9]|2[0-4])$/.test(code) ? code : null) ??
  (Object.hasOwn(namedKeys, code) ? (namedKeys[code] ?? null) : null);

/** Whether it is one that `acceleratorOf` makes: modifiers in their order, each once, and one key. */
export const isAccelerator = (text: string): boolean => {
  const parts = partsOf(text);
  if (parts === null) return false;
  return (
    parts.names.some((name) => name === 'Command' || name === 'Control') &&
    parts.names.join('+') === modifiers.flatMap(({ name }) => (parts.names.includes(name) ? [name] : [])).join('+') &&
    (/^[A-Z0-9]$|^F([1-9]|1[0-9]|2[0-4])$/.test(parts.key) || electronKeys.has(parts.key)) &&
    !everybodysKeys.has(text)
  );
};

const partsOf = (text: string): { readonly names: readonly string[]; readonly key: string } | null => {
  if (text.length > 40) return null;
  const names = text.split('+');
  const key = names.pop();
  return key === undefined || key === '' ? null : { names, key };
};

const keySymbols: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' };

/** As a menu shows it, `⌃⌥L`; and in words, for VoiceOver. */
export const formatAccelerator = (accelerator: string): { readonly symbols: string; readonly spoken: string } => {
  const { names, key } = partsOf(accelerator) ?? { names: [], key: accelerator };
  const held = modifiers.filter(({ name }) => names.includes(name));
  return {
    symbols: held.map(({ symbol }) => symbol).join('') + (keySymbols[key] ?? key),
    spoken: [...held.map(({ spoken }) => spoken), key].join(' '),
  };
};
