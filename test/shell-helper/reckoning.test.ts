// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are lines of shell scripts
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { assetsFolder, createRemoteMac, type RemoteMac, testedShells } from './remote-mac';

const line = 'Latchkey: the login keychain is locked in this session.';
/** Whoever reckons with this runs a command; `~/ran` is there afterwards. */
const command = 'a[$(touch "$HOME/ran")]';
const wrong = [command, '08', '99999999999999999999'];

let remote: RemoteMac | null = null;
afterEach(async () => {
  await remote?.dispose();
  remote = null;
});

/** A login with these variables that comes to its third prompt and says what it was told to. */
const logIn = async (program: string, variables: Readonly<Record<string, string>>, startup: readonly string[] = []) => {
  const shell = testedShells.find((one) => one.program === program);
  if (!shell) throw new Error(`No ${program} is tested.`);
  remote = await createRemoteMac(shell, startup);
  const terminal = remote.open('ssh', { LATCHKEY_EVERY_SECONDS: '0', ...variables });
  await remote.waitForBeacon('"lock":"locked"');
  for (const word of ['first', 'second']) {
    terminal.type(`echo ${word}`);
    await terminal.waitFor(word, 2);
  }
  await terminal.waitFor(line);
  await terminal.leave();
  expect(existsSync(join(remote.home, 'ran'))).toBe(false);
  expect(terminal.output()).not.toMatch(/error|illegal|bad |expected|not a number|syntax|invalid|substitution/i);
};

describe('a variable that is no number is not reckoned with', () => {
  it.each(['zsh', 'bash', 'dash', 'fish'].flatMap((program) => wrong.map((value) => [program, value] as const)))(
    'in %s: %s',
    (program, value) => logIn(program, { EPOCHSECONDS: value, SECONDS: value, LATCHKEY_EVERY_SECONDS: value }),
  );

  it.each(['dash', 'bash', 'zsh'])('in %s, of any form', (program) => {
    const script = '. "$0"; for value; do _latchkey_read_number "$value" no; echo "$_latchkey_number"; done';
    const numberOf = (...values: readonly string[]) =>
      spawnSync(program, ['-c', script, join(assetsFolder, 'latchkey.sh'), ...values], {
        encoding: 'utf8',
        // A bash whose standard input is a socket takes itself for a login over the network, and reads its user's start-up file.
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    const numbers = ['0', '7', '30', '999999999999'];
    expect(numberOf(...numbers)).toMatchObject({ stdout: `${numbers.join('\n')}\n`, stderr: '' });
    const others = ['', 'abc', '00', '-1', '+1', '1e3', '0x10', '1 ', ' 5', '5\n6', '٣', 'b', 'HOME', '1+1', '$(id)'];
    const refused = numberOf(...others, ...wrong);
    expect(refused).toMatchObject({ stdout: 'no\n'.repeat(others.length + wrong.length), stderr: '' });
  });

  it.each(['dash', 'bash', 'zsh'])('in %s, also where it is one of the helper itself', async (program) => {
    const names = ['told', 'now', 'asked', 'every', 'number', 'clock', 'status', 'program', 'lock', 'manager', 'none'];
    await logIn(program, Object.fromEntries(names.map((name) => [`_latchkey_${name}`, command])));
  });

  it('in a bash that keeps no EPOCHSECONDS, as that of macOS does not', async () => {
    await logIn('bash', {}, ['unset EPOCHSECONDS', `EPOCHSECONDS='${command}'`]);
  });
});

describe('a shell is told by what it is', () => {
  it.each([
    ['dash', { BASH_VERSION: '5.2', BASH_VERSINFO: '5' }],
    ['dash', { ZSH_VERSION: '5.9', ZSH_SUBSHELL: '0' }],
    ['bash', { ZSH_VERSION: '5.9' }],
    ['zsh', { BASH_VERSION: '5.2' }],
  ])('and not by the variables of another one: %s with %j', (program, variables) => logIn(program, variables));
});

/** Every line in which the helper reckons. Who adds one says why nothing but a checked number can stand in it. */
const reckoning: Readonly<Record<string, readonly string[]>> = {
  'latchkey.sh': [
    '[ "$_latchkey_now" -lt "$_latchkey_asked" ] || [ "$((_latchkey_now - _latchkey_asked))" -ge "$_latchkey_every" ]',
    // What bash itself keeps, and nobody can set.
    'if [[ ${BASH_VERSINFO[0]} -ge 5 ]]; then _latchkey_clock=EPOCHSECONDS; fi',
    'if [[ ${BASH_VERSINFO[0]}${BASH_VERSINFO[1]} -ge 51 && "$(declare -p PROMPT_COMMAND 2>/dev/null)" == "declare -a"* ]]',
    // The function prints 0, 1 or 2.
    '*) PS1="\\${_latchkey_none#\\$((_latchkey_told=\\$(_latchkey_prompt_in_ps1 \\"\\$_latchkey_told\\")))}${PS1-}" ;;',
  ],
  'latchkey-report.sh': [
    '[ "${#answer}" -le 16 ] || return 0',
    // find_session has found them to be digits, without a zero in front.
    'has_bit() { if [ "$((bits / $1 % 2))" -eq 1 ]; then echo true; else echo false; fi; }',
    'if [ -z "$rest" ] || [ "${#rest}" -gt "$longest_value" ]; then json=null && return; fi',
    'seconds=$((3600 * (1$hours - 100) + 60 * (1$minutes - 100) + 1$seconds - 100))',
    'if [ "$every_seconds" -eq 0 ] || [ ! -f "$beacon" ] || [ -h "$beacon" ]; then return 1; fi',
    'age=$((seconds - age))',
    '[ "$age" -ge 0 ] && [ "$age" -lt "$every_seconds" ]',
    '[ "$#" -lt 200 ] || break',
  ],
  'latchkey.fish': ['test $waited -lt 0 -o $waited -ge $every; and __latchkey_ask report'],
};

it.each(readdirSync(assetsFolder))('nowhere else does %s reckon', (name) => {
  const lines = readFileSync(join(assetsFolder, name), 'utf8').split('\n');
  const found = lines.filter(
    (text) => !/^\s*#/.test(text) && /\s-(?:eq|ne|lt|le|gt|ge)\s|\$\(\(|\(\(|\blet\b/.test(text),
  );
  expect(found.map((text) => text.trim())).toEqual(reckoning[name]);
});
