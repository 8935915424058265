/** A setting of a git configuration file. `value` is null for a name without "=". */
export interface GitSetting {
  readonly section: string;
  readonly subsection: string | null;
  readonly name: string;
  readonly value: string | null;
}

/**
 * Reads git's configuration syntax (git's config.c): sections with a quoted or a dotted subsection, comments, values that go
 * on over lines, quotes and escapes. Settings hold secrets now and then (`http.extraHeader`, a helper's shell text): the
 * caller keeps none of their texts.
 *
 * @param sections in lower case; the settings of others are checked and dropped.
 * @returns null where git would refuse the file ("bad config line").
 */
export const parseGitConfig = (text: string, sections: readonly string[]): readonly GitSetting[] | null => {
  const settings: GitSetting[] = [];
  let at = { section: '', subsection: null as string | null };
  let rest = text.replaceAll('\r\n', '\n');
  const lines = rest.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    rest = lines[index] ?? '';
    while (/^\s*\[/.test(rest)) {
      const header = headerOf(rest);
      if (header === null) return null;
      at = header;
      rest = header.rest;
    }
    if (/^\s*(?:[#;].*)?$/.test(rest)) continue;
    const named = /^\s*([a-z][a-z0-9-]*)\s*(?:=(.*))?$/is.exec(rest);
    const name = named?.[1];
    if (name === undefined) return null;
    let value: string | null = null;
    if (named?.[2] !== undefined) {
      const read = readValue(named[2], lines, index);
      if (read === null) return null;
      ({ value, index } = read);
    }
    if (sections.includes(at.section)) {
      settings.push({ section: at.section, subsection: at.subsection, name: name.toLowerCase(), value });
    }
  }
  return settings;
};

const headerOf = (line: string) => {
  // Without what follows, which would be gone through once more for each of a line of headers.
  const header = /^\s*\[([a-z0-9.-]+)(?:[ \t]+"((?:[^"\\]|\\.)*)")?\]/is.exec(line);
  if (!header) return null;
  const [whole, name = '', quoted] = header;
  const rest = line.slice(whole.length);
  const dot = name.indexOf('.');
  if (quoted !== undefined) {
    return { section: name.toLowerCase(), subsection: quoted.replace(/\\(.)/gs, '$1'), rest };
  }
  // The old form [section.subsection] is all in lower case.
  const lower = name.toLowerCase();
  return dot < 0
    ? { section: lower, subsection: null, rest }
    : { section: lower.slice(0, dot), subsection: lower.slice(dot + 1), rest };
};

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', b: '\b', '"': '"', '\\': '\\' };

/** The value that begins in a line; a backslash at a line's end goes on in the next. Null where it is malformed. */
const readValue = (first: string, lines: readonly string[], firstIndex: number) => {
  const parts: string[] = [];
  let [line, index, isQuoted] = [first, firstIndex, false];
  // Blanks at the end count only inside quotes.
  let kept = 0;
  for (let place = 0; place < line.length; place += 1) {
    const character = line[place] ?? '';
    if (character === '\\') {
      place += 1;
      const escaped = line[place];
      if (escaped === undefined) {
        index += 1;
        line = lines[index] ?? '';
        place = -1;
        continue;
      }
      const meant = escapes[escaped];
      if (meant === undefined) return null;
      parts.push(meant);
      kept = parts.length;
    } else if (character === '"') {
      isQuoted = !isQuoted;
      kept = parts.length;
    } else if (!isQuoted && (character === '#' || character === ';')) {
      break;
    } else {
      const isBlank = /\s/.test(character);
      if (isBlank && !isQuoted && parts.length === 0) continue;
      parts.push(character);
      if (!isBlank || isQuoted) kept = parts.length;
    }
  }
  return isQuoted ? null : { value: parts.slice(0, kept).join(''), index };
};
