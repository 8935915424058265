const isPlain = (byte: number): boolean => byte >= 0x20 && byte <= 0x7e && byte !== 0x5c;

/** How `security` prints bytes: quoted, in hexadecimal before that when some are not printable, only so when none is (`print_buffer`). */
export const printedBytes = (bytes: Uint8Array): string => {
  const all = [...bytes];
  const hex = all.every(isPlain) ? '' : `0x${Buffer.from(bytes).toString('hex').toUpperCase()}  `;
  if (!all.some(isPlain)) return hex;
  const quoted = all
    .map((byte) => (isPlain(byte) ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`))
    .join('');
  return `${hex}"${quoted}"`;
};

/** `-w`: the bare text, or bare hexadecimal digits when a byte is not printable. */
export const printedPassword = (bytes: Uint8Array): string =>
  bytes.every((byte) => byte >= 0x20 && byte <= 0x7e)
    ? Buffer.from(bytes).toString('latin1')
    : Buffer.from(bytes).toString('hex');
