/** The first byte of a character beyond ASCII (C2 to F4), and the bytes after it (80 to BF). */
const printedCharacter = /M-[B-t](?:M-?\^[@-_]|M-[ -?]|\\2[0-7]{2}){1,3}/g;
const printedByte = /M-?\^([@-_])|M-(.)|\\(2[0-7]{2})/g;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * What `ps` printed, with the characters beyond ASCII put back where their bytes are whole UTF-8.
 *
 * Under `LC_ALL=C` macOS `ps` prints commands and environments through `strvis`, byte by byte (adv_cmds `print.c`: VIS_TAB |
 * VIS_NL | VIS_NOSLASH): `é`, C3 A9, is `M-CM-)`. A byte above 7F is `M-` and what its lower seven bits print as, `M^` and
 * a capital where they are a control character (`M-^` in other hands), `\240` where they are a blank (libc `vis.c`).
 *
 * Everything else stays as it is printed: `strvis` doubles none of its own signs, so that `emacs -f M-x`, `grep ^J` and a
 * backslash can be what somebody typed.
 */
export const decodePsText = (printed: string): string => (printed.includes('M-') ? decode(printed) : printed);

const decode = (printed: string): string =>
  printed.replace(printedCharacter, (character) => {
    const bytes = Array.from(character.matchAll(printedByte), byteOf);
    try {
      return strictUtf8.decode(Uint8Array.from(bytes));
    } catch {
      return character;
    }
  });

const byteOf = ([, control, high, octal]: RegExpExecArray): number => {
  if (control !== undefined) return 0x80 | (control.charCodeAt(0) - 0x40);
  return high === undefined ? Number.parseInt(octal ?? '', 8) : 0x80 | high.charCodeAt(0);
};
