/** C0 and DEL have pictures of their own in Unicode (U+2400 onwards), so that they can be shown without being obeyed. */
const controlPicture = (code: number): string => String.fromCharCode(code === 0x7f ? 0x2421 : 0x2400 + code);

/**
 * C0, DEL and C1 controls, marks that reorder or hide text (bidirectional controls, zero-width space, byte order mark,
 * tags), line and paragraph separators, and halves of surrogate pairs. The joiners U+200C and U+200D stay: emoji and
 * Persian need them.
 */
const unshowable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;

/**
 * Text from outside (a path, a host name, a user name) made safe to show: every character that would act instead of
 * being seen is replaced by its picture (␛) or its number (⟨U+202E⟩). Nothing is cut off.
 */
export const formatOutsideText = (text: string): string =>
  text.replace(unshowable, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20 || code === 0x7f) return controlPicture(code);
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });

/** `/Users/alice/Library/Keychains/login.keychain-db` is the keychain "login". */
export const keychainName = (path: string): string => {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return file.replace(/\.keychain(-db)?$/, '') || file || path;
};
