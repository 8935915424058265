export interface LaunchAgent {
  readonly label: string;
  /** The program by its absolute path, and its arguments. */
  readonly programArguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The property list of a LaunchAgent that runs once at each login at the desktop, in the desktop session (launchd.plist(5)).
 * What it leaves running stays when its job is over or is removed.
 *
 * @returns null where a text holds a control character, which XML cannot say.
 */
export const launchAgentPlist = ({ label, programArguments, environment }: LaunchAgent): string | null => {
  const words = [label, ...programArguments, ...Object.entries(environment).flat()];
  if (words.some((word) => unspeakable.test(word))) return null;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    '<dict>',
    ...entry('Label', [string(label)]),
    ...entry('LimitLoadToSessionType', [string('Aqua')]),
    ...entry('ProgramArguments', ['<array>', ...programArguments.map((word) => `  ${string(word)}`), '</array>']),
    ...entry('EnvironmentVariables', [
      '<dict>',
      ...Object.entries(environment).flatMap(([name, value]) => [`  ${key(name)}`, `  ${string(value)}`]),
      '</dict>',
    ]),
    ...entry('RunAtLoad', ['<true/>']),
    ...entry('AbandonProcessGroup', ['<true/>']),
    // Anything else would slow down what runs in its windows.
    ...entry('ProcessType', [string('Interactive')]),
    '</dict>',
    '</plist>',
    '',
  ].join('\n');
};

/** What XML 1.0 has no way to write, and the halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are looked for
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

const entry = (name: string, value: readonly string[]): readonly string[] =>
  [key(name), ...value].map((line) => `  ${line}`);

const key = (name: string): string => `<key>${escaped(name)}</key>`;
const string = (text: string): string => `<string>${escaped(text)}</string>`;

/** Line ends as well: a reader of XML turns each kind into the same one. */
const escaped = (text: string): string =>
  text.replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.codePointAt(0)};`);
