export type JsonObject = Readonly<Record<string, unknown>>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** No file of a tool's, and no answer, has a tenth of it. */
const deepest = 256;
/** What is shorter than this costs nothing worth a look. */
const shortCharacters = 4_096;

/**
 * What a text says as JSON; undefined for what is none, or is nested as nothing is that a program has written. What the
 * parser would say of it is dropped: it quotes the text.
 */
export const parseJson = (text: string): unknown => {
  try {
    return text.length > shortCharacters && isTooDeep(text) ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Half a megabyte of open brackets takes the parser a tenth of a second. Brackets within texts do not count. */
const isTooDeep = (text: string): boolean => {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfText(text, at);
    else if (code === openBracket || code === openBrace) depth += 1;
    else if (code === closeBracket || code === closeBrace) depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
};

const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/** Where the text ends that begins there. */
const endOfText = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === backslash) at += 1;
  }
  return text.length;
};

/** @returns null unless the text is one JSON object; a byte order mark before it is no part of it. */
export const parseJsonObject = (text: string): JsonObject | null => {
  const value = parseJson(text.replace(/^\uFEFF/, ''));
  return isJsonObject(value) ? value : null;
};

/** A member of what may be an object; undefined where it is not there. */
export const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
