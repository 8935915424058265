/** C0 and DEL have pictures of their own in Unicode (U+2400 onwards), so that they can be shown without being obeyed. */
const controlPicture = (code: number): string => String.fromCharCode(code === 0x7f ? 0x2421 : 0x2400 + code);

/**
 * C1 controls, marks that reorder or hide text (bidirectional controls, zero-width characters, blank fillers, byte order
 * mark, tags), line and paragraph separators, and halves of surrogate pairs.
 */
const acting =
  '\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e007f}\\p{Cs}';

/** Emoji and scripts such as Persian need the joiners U+200C and U+200D between their own; elsewhere they only hide. */
const joined = '[[\\p{L}\\p{M}\\p{Extended_Pictographic}\\p{Emoji_Modifier}]--\\p{Script=Latin}]';
const strayJoiner = `(?<!${joined})[\\u200c\\u200d]|[\\u200c\\u200d](?!${joined})`;

const unshowable = new RegExp(`[\\u0000-\\u001f${acting}]|${strayJoiner}`, 'gv');
const unshowableButLines = new RegExp(`[\\u0000-\\u0008\\u000b-\\u001f${acting}]|${strayJoiner}`, 'gv');
const unprintableInJson = new RegExp(`[${acting}\\u200c\\u200d]`, 'gv');

const shown = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || code === 0x7f) return controlPicture(code);
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
};

/**
 * Text from outside (a path, a host name, a user name) made safe to show: every character that would act instead of
 * being seen is replaced by its picture (␛) or its number (⟨U+202E⟩). Nothing is cut off.
 */
export const formatOutsideText = (text: string): string => text.replace(unshowable, shown);

/** The same for a text of several lines of our own, tabs in them: the last door before a terminal, a menu or a notification. */
export const formatOutsideLines = (text: string): string => text.replace(unshowableButLines, shown);

/** Escapes in a JSON text what a terminal, an editor or a log would obey; what is read from it stays the same. */
export const formatJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(unprintableInJson, (character) =>
    Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  );

/** `/Users/alice/Library/Keychains/login.keychain-db` is the keychain "login". */
export const keychainName = (path: string): string => {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return file.replace(/\.keychain(-db)?$/, '') || file || path;
};
