/** Sections of an INI file by name, each with the values by lower-case key. */
export type IniSections = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Reads an INI file as Python's configparser does (AWS CLI, gcloud, Azure CLI), and keeps what is asked for only. Of a key
 * in `noted` it keeps that there is one, as an empty text: whatever it holds is dropped here.
 *
 * @returns null unless every line is one that such a program would read.
 */
export const parseIniSections = (
  text: string,
  { kept, noted = [] }: { readonly kept: readonly string[]; readonly noted?: readonly string[] },
): IniSections | null => {
  const sections = new Map<string, Map<string, string>>();
  let section: Map<string, string> | null = null;
  // No name out of the file may move the cursor of a terminal that it is shown in.
  if (/(?!\s)\p{Cc}/u.test(text)) return null;
  for (const line of text.split(/\r?\n/)) {
    // An indented line belongs to the value before it: nested settings, which hold no login.
    if (line.trim() === '' || /^\s*[#;]/.test(line) || (section && /^\s/.test(line))) continue;
    const header = /^\[([^\]]+)\]/.exec(line)?.[1];
    if (header !== undefined) {
      const name = header.trim();
      section = sections.get(name) ?? new Map();
      sections.set(name, section);
      continue;
    }
    const at = line.search(/[=:]/);
    if (!section || at < 1) return null;
    const name = line.slice(0, at).trim().toLowerCase();
    const value = line.slice(at + 1).trim();
    if (kept.includes(name)) section.set(name, value);
    else if (noted.includes(name) && value !== '') section.set(name, '');
  }
  return sections;
};
