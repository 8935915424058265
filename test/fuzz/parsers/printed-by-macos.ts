import { isPrivateAddress } from '../../../electron/system/checks/network/private-address';
import { parseHostsFile, parseHostsInTurns } from '../../../electron/system/checks/network/resolve-name';
import { parseNewestVersion } from '../../../electron/system/checks/newest-version-check';
import { parseStatusPage } from '../../../electron/system/checks/service-status-check';
import { parseSystemProxy } from '../../../electron/system/checks/system-proxy';
import { parseBootTime } from '../../../electron/system/machine/host-facts';
import { parseDisabledServices } from '../../../electron/system/machine/launchd-service';
import {
  isSleepDisabled,
  parseSystemSleep,
  parseSystemSleepMinutes,
} from '../../../electron/system/machine/power-settings';
import { claudeCodeOf, isClaudeCode } from '../../../electron/system/processes/claude-code-programs';
import { editorProgramOf } from '../../../electron/system/processes/editor-programs';
import { baseName, invocationOf } from '../../../electron/system/processes/invocation';
import { jobOf } from '../../../electron/system/processes/job-programs';
import { isMoshServer } from '../../../electron/system/processes/mosh-servers';
import { remoteLoginOf } from '../../../electron/system/processes/other-login-programs';
import { isSshd, parseProcesses, parseStartTime } from '../../../electron/system/processes/process-list';
import { decodePsText } from '../../../electron/system/processes/ps-text';
import { isScreenServer } from '../../../electron/system/processes/screen-servers';
import { parseLoginRecords } from '../../../electron/system/sessions/login-records';
import { marksOf, parseEnvironments } from '../../../electron/system/sessions/process-environments';
import { boundedName, joinedNames } from '../../../electron/system/sessions/session-names';
import { whyNoLogin } from '../../../electron/system/sessions/ssh-refusals';
import { parseTmuxListing, parseTmuxVariable, saysNoServer } from '../../../electron/system/sessions/tmux-answers';
import { mostListed, ofText, ofValue, type Parser } from '../parser';
import { printed } from './printed-by-security';

const commands = [
  '/sbin/launchd',
  'sshd-session: alice@ttys004',
  'sshd: alice [priv]',
  '/usr/sbin/sshd -D -R',
  'tmux -S /private/tmp/tmux-501/default new-session -d',
  'SCREEN -dmS work sleep 9',
  'mosh-server new -s -c 256 -l LANG=C',
  'claude --resume',
  '/opt/homebrew/bin/node /opt/homebrew/lib/node_modules/@anthropic-ai/claude-code/cli.js -p x',
  '/Users/alice/.vscode-server/cli/servers/Stable-abc/server/node out/server-main.js --port=0',
  '/usr/libexec/atrun',
  '/Applications/Latchkey.app/Contents/MacOS/Latchkey --type=renderer',
];
const processes = `${commands
  .map(
    (command, index) => `  ${index + 1}     1   501 ttys00${index}   Thu Sep 10 09:16:0${index % 10} 2026 ${command}`,
  )
  .join('\n')}\n`;
const asked = [1, 2, 3].map((pid) => ({
  ...{ pid, parentPid: 1, uid: 501, tty: null, startedAt: 0, command: commands[pid - 1] ?? '' },
}));
const environments = `1 /sbin/launchd HOME=/var/root PATH=/bin\n2 sshd-session: alice@ttys004 HOME=/Users/alice SSH_CONNECTION=192.168.1.9 51022 192.168.1.20 22 TMUX=/private/tmp/tmux-501/default,4310,0\n`;
const inUse =
  'System-wide power settings:\n SleepDisabled\t\t0\nCurrently in use:\n standby              1\n sleep                1 (sleep prevented by sharingd)\n displaysleep         5\n';
const custom = 'Battery Power:\n sleep                1\nAC Power:\n womp    1\n sleep                0\n';
const services = 'disabled services = {\n\t"com.openssh.sshd" => enabled\n\t"com.apple.screensharing" => disabled\n}\n';
const proxies = '<dictionary> {\n  HTTPEnable : 0\n  HTTPSEnable : 1\n  HTTPSProxy : 10.0.0.1\n}\n';
const tmux = 'session 6000 1789026000 wörk a\nsession 6000 1789026000 b\nclient 4310 /dev/ttys001\nclient 88 \n';
const hosts = '127.0.0.1 localhost\n255.255.255.255 broadcasthost\n::1 localhost # own\n10.0.0.7 api.example.com www\n';
const isAnswer = (text: string) => ({ code: text.length % 2, stdout: text, stderr: text });

/** What the other tools of macOS print, and what stands in the process list. */
export const printedByMacos: readonly Parser[] = [
  ofText(parseProcesses, [processes, printed('processes-in-c-locale.txt')], {
    longest: mostListed,
    judge: (read, text) =>
      [...read.values()].every(({ pid, startedAt }) => text.includes(String(pid)) && Number.isFinite(startedAt))
        ? null
        : 'A process was made up.',
  }),
  ofText(parseStartTime, ['Thu Sep 10 09:16:00 2026', 'Sun Dec 31 23:59:60 1969']),
  ofText((text) => parseEnvironments(text, asked), [environments], {
    name: 'parseEnvironments',
    longest: mostListed,
    judge: (read) => ([...read.keys()].every((pid) => pid <= 3) ? null : 'A process that nobody has asked about.'),
  }),
  ofText(
    (text) => marksOf(text, text, text),
    ['192.168.1.9 51022 192.168.1.20 22', '186a6', '/private/tmp/tmux-501/default,4310,0'],
    {
      name: 'marksOf',
      longest: 64 * 1024,
    },
  ),
  ofText(decodePsText, ['/Users/alice/M-CM-)t', 'a\\012b', 'plain']),
  ...[isSshd, invocationOf, baseName, isMoshServer, claudeCodeOf, isClaudeCode, isScreenServer].map((read) =>
    ofText<unknown>(read, commands, { longest: 256 * 1024 }),
  ),
  ...[remoteLoginOf, jobOf, editorProgramOf].map((read) => ofText<unknown>(read, commands)),
  ofText(parseLoginRecords, [
    'alice    console      Sep 10 08:58 \nalice    ttys004      Sep 10 09:16  (192.168.1.9)\n',
    'alice    ttys005      Sep 10 09:20  (tmux(4711).%0)\n',
  ]),
  ofText(parseTmuxListing, [tmux, '', 'no server running on /private/tmp/tmux-501/default']),
  ofText(
    (text) => parseTmuxVariable('SSH_CONNECTION', isAnswer(text)),
    ['SSH_CONNECTION=192.168.1.9 52144 192.168.1.20 22\n', '-SSH_CONNECTION\n', 'unknown variable: SSH_CONNECTION\n'],
    { name: 'parseTmuxVariable' },
  ),
  ofText(saysNoServer, ['no server running on /a', 'error connecting to /a']),
  ofText(boundedName, ['work', 'x'.repeat(500)]),
  ofValue(
    (value) => joinedNames(Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []),
    [['a', 'b']],
    {
      name: 'joinedNames',
    },
  ),
  ofText(whyNoLogin, [
    'ssh: connect to host localhost port 22: Connection refused\n',
    'Permission denied (publickey).',
  ]),
  ofText(parseSystemSleepMinutes, [inUse, printed('power-line-cut.txt')], {
    judge: (read) => (read === 'unknown' || (Number.isInteger(read) && read >= 0) ? null : 'No number of minutes.'),
  }),
  ofText(isSleepDisabled, [inUse, inUse.replace('\t\t0', '\t\t1')]),
  ofText((text) => parseSystemSleep(text, text), [custom, `${custom}Now drawing from 'AC Power'\n`], {
    name: 'parseSystemSleep',
  }),
  ofText((text) => parseDisabledServices(text, 'com.openssh.sshd'), [services], {
    name: 'parseDisabledServices',
    judge: (read, text) =>
      read.kind === 'read' && !text.includes('"com.openssh.sshd"') ? 'A service was told that is not there.' : null,
  }),
  ofText(parseBootTime, ['{ sec = 1757494800, usec = 123456 } Wed Sep 10 09:00:00 2025']),
  ofText(parseSystemProxy, [proxies]),
  ofText(parseHostsFile, [hosts], { longest: 64 * 1024 }),
  ofText(parseHostsInTurns, [hosts], { longest: 1024 * 1024 }),
  ofText(isPrivateAddress, ['10.0.0.1', '::1', 'fe80::1%en0', '192.168.1.1', '8.8.8.8']),
  ofText(
    parseStatusPage,
    ['{"page":{"name":"Claude"},"status":{"indicator":"none","description":"All Systems Operational"}}'],
    {
      longest: 64 * 1024,
    },
  ),
  ofText(parseNewestVersion, ['{"latest":"2.1.240","stable":"2.1.200"}'], { longest: 64 * 1024 }),
];
