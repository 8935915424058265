import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { createRemoteMac, type RemoteMac, type TestedShell, testedShells } from './remote-mac';
import { countOf, type Terminal } from './terminal';

const line = 'Latchkey: the login keychain is locked in this session.';

let remote: RemoteMac | null = null;
afterEach(async () => {
  await remote?.dispose();
  remote = null;
});

const shellNamed = (program: string): TestedShell => {
  const shell = testedShells.find((one) => one.program === program);
  if (!shell) throw new Error(`No ${program} is tested.`);
  return shell;
};

/** An SSH login whose user has these lines before the helper's; it has come to its second prompt. */
const login = async (program: string, startupLines: readonly string[], everySeconds = 0): Promise<Terminal> => {
  remote = await createRemoteMac(shellNamed(program), startupLines);
  const terminal = remote.open('ssh', { LATCHKEY_EVERY_SECONDS: String(everySeconds) });
  await remote.waitForBeacon('"lock":"locked"');
  terminal.type('echo first');
  await terminal.waitFor('first', 2);
  terminal.type('echo second');
  await terminal.waitFor('second', 2);
  return terminal;
};

describe('what the user has set up is still there', () => {
  it.each([
    ['zsh', 'precmd() { echo "own hook" }'],
    ['zsh', 'mine() { echo "own hook" }; precmd_functions=(mine)'],
    ['bash', 'PROMPT_COMMAND="echo own hook"'],
    ['bash', 'PROMPT_COMMAND="echo own hook;  "'],
    ['bash', 'PROMPT_COMMAND="echo own hook # said"'],
    ['bash', 'PROMPT_COMMAND=("true" "echo own hook")'],
    ['dash', "PS1='own hook$(true) $ '"],
    ['fish', 'function mine --on-event fish_prompt; echo "own hook"; end'],
  ])('a prompt hook of %s: %s', async (program, hook) => {
    const terminal = await login(program, [hook]);
    await terminal.waitFor('own hook', 2);
    await terminal.waitFor(line);
    expect(terminal.output()).not.toMatch(/error|not found|bad /i);
    await terminal.leave();
  });

  it.each([
    ['zsh', 'zshexit() { echo "own farewell" }'],
    ['zsh', 'TRAPEXIT() { echo "own farewell" }'],
    ['bash', 'trap \'echo "own farewell"\' EXIT'],
    ['bash', 'trap "echo \\"it\'s my own\\"\necho own farewell" EXIT'],
    ['dash', 'trap \'echo "own farewell"\' EXIT'],
    ['fish', 'function mine --on-event fish_exit; echo "own farewell"; end'],
  ])('a farewell of %s: %s', async (program, farewell) => {
    const terminal = await login(program, [farewell], 3600);
    await terminal.leave();
    expect(terminal.output()).toContain('own farewell');
    // dash cannot add to a trap; a beacon that stays is cleared away by the next shell's.
    const folder = `${remote?.home}/Library/Application Support/Latchkey/beacons`;
    if (program !== 'dash') expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['zsh', 'bash', 'dash', 'fish'])('the exit status of the last command, in %s', async (program) => {
    const terminal = await login(program, []);
    terminal.type('sh -c "exit 7"');
    terminal.type(program === 'fish' ? 'echo "ended $status"' : 'echo "ended $?"');
    await terminal.waitFor('ended 7');
    await terminal.leave();
  });
});

describe('strict settings survive', () => {
  it.each([
    ['zsh', 'set -u; set -o noclobber; setopt extended_glob ksh_arrays sh_word_split null_glob'],
    ['zsh', 'set -e'],
    ['zsh', 'setopt no_case_match warn_create_global; IFS=e; alias -g locked=LOCKED; alias rm=false'],
    ['bash', 'set -u; set -o noclobber; shopt -s extglob nullglob failglob'],
    ['bash', 'set -e'],
    ['bash', 'set -o posix; IFS=e'],
    ['dash', 'set -u; set -C'],
    ['dash', 'set -e; IFS=e'],
  ])('of %s: %s', async (program, settings) => {
    const terminal = await login(program, [settings]);
    await terminal.waitFor(line);
    terminal.type('latchkey-unlock');
    await terminal.waitFor('password to unlock');
    terminal.type(remote?.password ?? '');
    await terminal.waitFor('is unlocked in this session');
    terminal.type('echo third');
    await terminal.waitFor('third', 2);
    await terminal.leave();
    expect(countOf(terminal.output(), line)).toBe(1);
    expect(terminal.output()).not.toMatch(/unbound|parameter not set|cannot overwrite|no match|error/i);
  });

  it('of bash with set -e, when somebody presses Control-C', async () => {
    const terminal = await login('bash', ['set -e', "PS1='ready> '"], 3600);
    await terminal.waitFor('ready> ', 3);
    terminal.type('half a line\u0003');
    terminal.type('echo alive');
    await terminal.waitFor('alive', 2);
    await terminal.leave();
  });

  it('of a shell whose start-up file is read once more', async () => {
    const terminal = await login('bash', []);
    await terminal.waitFor(line);
    terminal.type('. ~/.bash_profile');
    for (const word of ['third', 'fourth']) terminal.type(`echo ${word}`);
    await terminal.waitFor('fourth', 2);
    terminal.type('declare -p PROMPT_COMMAND; trap -p EXIT; echo shown');
    await terminal.waitFor('shown', 2);
    await terminal.leave();
    expect(countOf(terminal.output(), line)).toBe(1);
    expect(countOf(terminal.output(), '_latchkey_prompt')).toBe(1);
    expect(countOf(terminal.output(), '_latchkey_leave')).toBe(1);
  });
});

it('leaves the aliases of zsh in force', async () => {
  const terminal = await login('zsh', ["alias greet='echo good day'"]);
  terminal.type('greet');
  await terminal.waitFor('good day');
  await terminal.leave();
});

describe('a shell that ends otherwise', () => {
  it.each(['zsh', 'bash', 'fish'])('%s takes its beacon with it when the connection is lost', async (program) => {
    remote = await createRemoteMac(shellNamed(program));
    const terminal = remote.open('ssh');
    await remote.waitForBeacon('"lock":"locked"');
    terminal.type('echo here');
    await terminal.waitFor('here', 2);
    await terminal.hangUp();
    await remote.waitForNoBeacon();
    expect(remote.beacons()).toEqual([]);
  });
});
