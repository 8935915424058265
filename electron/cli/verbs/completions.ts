import { type Switch, type SwitchName, switches, type Verb, verbs } from './verb-table';

export const completionShells = ['zsh', 'bash', 'fish'] as const;
export type CompletionShell = (typeof completionShells)[number];

const switchOf = (name: SwitchName): Switch => switches[name];

const wordsOf = ({ choices = [], switches: names }: Verb): string =>
  [...choices, ...names.map((name) => `--${name}`)].join(' ');

/** In single quotes of a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const bash = (): string => {
  const cases = Object.entries(verbs).map(([name, verb]) => `    ${name}) words=${quoted(wordsOf(verb))} ;;`);
  return `_latchkey() {
  local words current=\${COMP_WORDS[COMP_CWORD]}
  case $COMP_CWORD:\${COMP_WORDS[1]} in
    1:*) words=${quoted(Object.keys(verbs).join(' '))} ;;
    *:help) words=${quoted(Object.keys(verbs).join(' '))} ;;
${cases
  .filter((line) => !line.startsWith('    help)'))
  .map((line) => line.replace(/^ {4}/, '    *:'))
  .join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -F _latchkey latchkey
`;
};

const zsh = (): string => {
  const described = Object.entries(verbs).map(([name, { about }]) => `    ${quoted(`${name}:${about}`)}`);
  const cases = Object.entries(verbs).map(([name, verb]) =>
    name === 'help' ? '    help) _describe command commands ;;' : `    ${name}) compadd -- ${wordsOf(verb)} ;;`,
  );
  return `#compdef latchkey
_latchkey() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case $words[2] in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _latchkey ]]; then _latchkey "$@"; else compdef _latchkey latchkey; fi
`;
};

const fish = (): string => {
  const lines = Object.entries(verbs).flatMap(([name, verb]) => {
    const seen = `complete -c latchkey -n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
    const choices = name === 'help' ? Object.keys(verbs) : (verb.choices ?? []);
    return [
      `complete -c latchkey -n __fish_use_subcommand -a ${name} -d ${quoted(verb.about)}`,
      ...(choices.length === 0 ? [] : [`${seen} -a ${quoted(choices.join(' '))}`]),
      ...verb.switches.map((option) => {
        const { takes, values, about } = switchOf(option);
        const value = takes === undefined ? '' : ` -x${values === undefined ? '' : ` -a ${quoted(values.join(' '))}`}`;
        return `${seen} -l ${option}${value} -d ${quoted(about)}`;
      }),
    ];
  });
  return `complete -c latchkey -f\n${lines.join('\n')}\n`;
};

/** What a shell reads to complete Latchkey's commands and switches. */
export const completionsOf = (shell: CompletionShell): string => ({ bash, fish, zsh })[shell]();
