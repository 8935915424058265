import { failure, type Outcome, success } from '../../core/outcome';

/**
 * Reads a value as `security` prints bytes (SecurityTool `print_buffer`): `"plain"`; or, where a byte is not printable ASCII,
 * `0x<hex>  "with \ooo octal escapes"`, in which case the hex is the value; `0x<hex>` alone where none is; or `<NULL>`.
 *
 * @returns the text (bytes as UTF-8, what is none as U+FFFD), or null for `<NULL>`.
 */
export const parseQuotedValue = (printed: string): Outcome<string | null, 'garbled'> => {
  if (printed === '<NULL>') return success(null);
  const hex = /^0x((?:[0-9A-Fa-f]{2})+)(?:\s+".*")?$/s.exec(printed)?.[1];
  if (hex !== undefined) return success(Buffer.from(hex, 'hex').toString('utf8'));
  const quoted = /^"(.*)"$/s.exec(printed)?.[1];
  if (quoted !== undefined) return success(unescapeOctal(quoted));
  return failure('garbled', 'The security tool printed a value that Latchkey cannot read.');
};

/** `\ooo` is one byte; several of them are the UTF-8 of one character, so they are decoded together. */
const unescapeOctal = (text: string): string =>
  text.replace(/(?:\\[0-3][0-7]{2})+/g, (escapes) =>
    Buffer.from(
      escapes
        .slice(1)
        .split('\\')
        .map((octal) => Number.parseInt(octal, 8)),
    ).toString('utf8'),
  );
