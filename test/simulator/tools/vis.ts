/** Whether a tool prints characters beyond ASCII as they are: the first of these that says something decides. */
export const printsUtf8 = ({ LC_ALL, LC_CTYPE, LANG }: Readonly<Record<string, string | undefined>>): boolean =>
  /utf-?8$/i.test(LC_ALL || LC_CTYPE || LANG || '');

const visByte = (byte: number): string => {
  if (byte === 0xa0) return '\\240';
  const low = byte & 0x7f;
  const isControl = low < 0x20 || low === 0x7f;
  const sign = String.fromCharCode(isControl ? low ^ 0x40 : low);
  if (byte > 0x7f) return isControl ? `M^${sign}` : `M-${sign}`;
  return isControl ? `^${sign}` : sign;
};

/** Text as libc's `strvis` prints it with VIS_TAB | VIS_NL | VIS_NOSLASH: byte by byte, unless the locale knows UTF-8. */
export const visText = (text: string, isUtf8: boolean): string =>
  Array.from(text, (character) =>
    isUtf8 && character > '\u00A0' ? character : Array.from(Buffer.from(character), visByte).join(''),
  ).join('');
