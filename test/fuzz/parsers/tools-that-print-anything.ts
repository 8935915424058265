import { success } from '../../../electron/core/outcome';
import type { BoundedTools } from '../../../electron/system/children/bounded-tools';
import { readHostFacts } from '../../../electron/system/machine/host-facts';
import { readRemoteAccess } from '../../../electron/system/machine/remote-access';
import { readProcesses } from '../../../electron/system/processes/process-list';
import { createDesktopSessionReader } from '../../../electron/system/sessions/desktop-session';
import { createLaunchdPlaces } from '../../../electron/system/sessions/launchd-domains';
import { readLoginRecords } from '../../../electron/system/sessions/login-records';
import { someHost } from '../../system/some-host';
import { ofText, type Parser } from '../parser';

/** Every tool prints the same and ends with the code that stands before it. */
const printing = (text: string): BoundedTools => {
  const [, code = '0', stdout = text] = /^(\d{1,3})\|([\s\S]*)$/.exec(text) ?? [];
  return { ask: async () => ({ ok: true, code: Number(code), stdout, stderr: stdout }) };
};

const nowhere = someHost({ kind: 'simulated-macos', root: '/dev/null' });
const ofRemote = async () => success({ id: 100_021, graphicAccess: false, remote: true, initial: false });
const domain =
  'gui/501 = {\n\ttype = login\n\tasid = 100006\n\tservices = {\n\t\t     101      - \tcom.apple.Finder\n\t\t       0      - \tcom.example.x\n\t}\n}\n';

/** What is read within a door, in words of which no function by itself makes anything: through the door, then. */
export const toolsThatPrintAnything: readonly Parser[] = [
  ofText(
    (text) => readRemoteAccess(printing(text)),
    [
      '0|FileVault is On.\n',
      '0|FileVault is Off.\n',
      '0|alice\n',
      '1|The domain/default pair of (loginwindow, autoLoginUser) does not exist\n',
      '0|com.openssh.sshd = {\n\tstate = running\n}\n',
      '113|Could not find service\n',
      '0|Currently in use:\n sleep                1\nAC Power:\n sleep                0\n',
    ],
    {
      name: 'readRemoteAccess',
      judge: ({ fileVault, autoLogin }, text) => {
        if (fileVault.kind === 'read' && fileVault.value === 'on' && !text.includes('FileVault is On'))
          return 'FileVault was told as on.';
        return autoLogin.kind === 'read' && autoLogin.value === 'off' && !text.includes('does not exist')
          ? 'Automatic login was told as off.'
          : null;
      },
    },
  ),
  ofText((text) => readHostFacts(printing(text)), ['0|26.1\n', '0|Aqua\n', '0|Background\n'], {
    name: 'readHostFacts',
    judge: ({ macosVersion: told }) =>
      told.kind === 'read' && !/^[\d.]+$/.test(told.value) ? 'A version that is none.' : null,
  }),
  ofText(
    (text) => readProcesses(printing(text)),
    ['0|    1     0     0 ??       Thu Sep 10 08:58:01 2026 /sbin/launchd\n'],
    {
      name: 'readProcesses',
      judge: (read) => (read.kind === 'read' && !read.value.has(1) ? 'A list without its first process.' : null),
    },
  ),
  ofText((text) => readLoginRecords(printing(text)), ['0|alice    console      Sep 10 08:58 \n', '1|who: no\n', '0|'], {
    name: 'readLoginRecords',
    judge: (read, text) =>
      read.kind === 'read' && read.value.length === 0 && text.replace(/^\d+\|/, '').trim() !== ''
        ? 'What was not understood is an empty list.'
        : null,
  }),
  ofText((text) => createDesktopSessionReader(nowhere, printing(text), ofRemote)(), [`0|${domain}`, '113|'], {
    name: 'createDesktopSessionReader',
    judge: (number) => (number === null || /^[0-9a-f]+$/.test(number) ? null : 'A session without a number.'),
  }),
  ofText(
    (text) =>
      createLaunchdPlaces(
        nowhere,
        printing(text),
      )([{ pid: 101, parentPid: 1, uid: 501, tty: null, startedAt: 0, command: 'x' }]),
    [`0|${domain}`, '0|\tpath = /Library/LaunchAgents/x.plist\n'],
    { name: 'createLaunchdPlaces' },
  ),
];
