import { createBoundedTools } from '../../electron/system/children/bounded-tools';
import { type FrameworkLibrary, loadFrameworkLibrary } from '../../electron/system/keychain/framework-library';
import { parseItemAttributes } from '../../electron/system/keychain/item-attributes';
import { readKeychainFile } from '../../electron/system/keychain/keychain-file';
import { testFreshLogin } from '../../electron/system/sessions/fresh-login';
import type { MacUnderTest } from './mac-under-test';

/** One thing that Latchkey stands on, and how a Mac is asked whether it is so. */
export interface MacFact {
  /** The section of the list of facts that it is from. */
  readonly section: string;
  /** `source`: read in Apple's; `users`: reported; `open`: nobody has said it. */
  readonly grade: 'source' | 'users' | 'open';
  readonly fact: string;
  /** What a Mac is expected to measure; an open question has none. */
  readonly told: RegExp | null;
  /** Asks nobody, changes nothing but a throw-away keychain. */
  measure(asked: AskedMac): Promise<string>;
}

export interface AskedMac {
  readonly mac: MacUnderTest;
  /** Makes a keychain, which is unlocked. @returns its path */
  newKeychain(): Promise<string>;
  /** How a tool ended and the first line that it said. */
  tool(path: string, ...args: readonly string[]): Promise<string>;
  security(...args: readonly string[]): Promise<string>;
  framework(): FrameworkLibrary;
}

export const password = 'throw-away';

const firstLine = (text: string): string => text.trim().split('\n')[0]?.trim() ?? '';
const hex = (number: number): string => `0x${number.toString(16)}`;

export const askMac = (mac: MacUnderTest): AskedMac => {
  let count = 0;
  return {
    mac,
    async newKeychain() {
      count += 1;
      const path = `${mac.folder}/fact ${count}.keychain-db`;
      await mac.security('create-keychain', '-p', password, path);
      return path;
    },
    async tool(path, ...args) {
      const answer = await createBoundedTools(mac.host).ask(path, args, [path, ...args].join(' '));
      if (!answer.ok) return answer.reason;
      return `exit ${answer.code} ${firstLine(answer.stdout) || firstLine(answer.stderr)}`.trim();
    },
    async security(...args) {
      const { code, stdout, stderr } = await mac.security(...args);
      return `exit ${code} ${firstLine(stdout) || firstLine(stderr)}`.trim();
    },
    framework() {
      const loaded = loadFrameworkLibrary(mac.host);
      if (!loaded.ok) throw new Error(loaded.reason);
      return loaded.value;
    },
  };
};

const bitsOf = ({ framework }: AskedMac, path: string): string =>
  JSON.stringify(framework().withKeychain(path, (keychain) => keychain.status()));

const storedIn = async ({ mac }: AskedMac, path: string): Promise<string> => {
  const file = await readKeychainFile(mac.host, path);
  return file.kind === 'keychain' ? JSON.stringify(file.settings) : JSON.stringify(file);
};

const loginKeychainOf = ({ mac }: AskedMac): string => `${mac.host.homeFolder}/Library/Keychains/login.keychain-db`;

export const keychainFacts: readonly MacFact[] = [
  {
    ...{ section: '1', grade: 'users', fact: 'create-keychain makes one that locks on sleep and after 300 s' },
    told: /"lockOnSleep":true,"idleTimeoutSeconds":300/,
    measure: async (asked) => storedIn(asked, await asked.newKeychain()),
  },
  {
    ...{ section: '1', grade: 'source', fact: 'the login keychain’s own default: no timeout, no lock on sleep' },
    told: /"lockOnSleep":(true|false)|"kind":"missing"/,
    measure: (asked) => storedIn(asked, loginKeychainOf(asked)),
  },
  {
    ...{ section: '2', grade: 'source', fact: 'a wrong password on a locked keychain ends with 51' },
    told: /^exit 51 /,
    async measure({ security, newKeychain }) {
      const path = await newKeychain();
      await security('lock-keychain', path);
      return security('unlock-keychain', '-p', 'wrong', path);
    },
  },
  {
    ...{
      section: '2, 6.11',
      grade: 'source',
      fact: 'a wrong password on an unlocked one ends with 0 (until macOS 26; 27 is open)',
    },
    told: /^exit (0|51)\b/,
    measure: async ({ security, newKeychain }) => security('unlock-keychain', '-p', 'wrong', await newKeychain()),
  },
  {
    ...{ section: '2', grade: 'source', fact: 'show-keychain-info tells the settings, on standard error' },
    told: /^exit 0 Keychain ".+" lock-on-sleep timeout=300s$/,
    measure: async ({ security, newKeychain }) => security('show-keychain-info', await newKeychain()),
  },
  {
    ...{ section: '2', grade: 'source', fact: 'set-keychain-settings without -l and -t takes both away' },
    told: /"lockOnSleep":false,"idleTimeoutSeconds":null/,
    async measure(asked) {
      const path = await asked.newKeychain();
      await asked.security('set-keychain-settings', path);
      return storedIn(asked, path);
    },
  },
  {
    ...{ section: '2', grade: 'source', fact: 'an item that is not there ends with 44' },
    told: /^exit 44 /,
    measure: async ({ security, newKeychain }) =>
      security('find-generic-password', '-s', 'no such', await newKeychain()),
  },
  {
    ...{ section: '2', grade: 'source', fact: 'what is not understood ends with 2' },
    told: /^exit 2\b/,
    measure: async ({ security, newKeychain }) => security('set-keychain-settings', '-Z', await newKeychain()),
  },
  {
    ...{ section: '2', grade: 'source', fact: 'a keychain that is not there cannot be locked: 50' },
    told: /^exit 50 /,
    measure: ({ security, mac }) => security('lock-keychain', `${mac.folder}/never made.keychain-db`),
  },
  {
    ...{ section: '2', grade: 'source', fact: 'attributes are told while locked, and leave it locked' },
    told: /^account contract, then .*"bits":2\}/,
    async measure(asked) {
      const path = await asked.newKeychain();
      const item = ['-s', 'Latchkey fact', '-a', 'contract'];
      await asked.security('add-generic-password', ...item, '-w', 'secret', path);
      await asked.security('lock-keychain', path);
      const { stdout } = await asked.mac.security('find-generic-password', ...item, path);
      const read = parseItemAttributes(stdout);
      return `account ${read.ok ? read.value.account : read.reason}, then ${bitsOf(asked, path)}`;
    },
  },
  {
    ...{ section: '3', grade: 'source', fact: 'SecKeychainGetStatus: 7 unlocked, 2 locked' },
    told: /"bits":7\} and .*"bits":2\}/,
    async measure(asked) {
      const path = await asked.newKeychain();
      const before = bitsOf(asked, path);
      await asked.security('lock-keychain', path);
      return `${before} and ${bitsOf(asked, path)}`;
    },
  },
  {
    ...{
      section: '3',
      grade: 'source',
      fact: 'with interaction off, the settings of a locked one are refused (-25308 or -25293)',
    },
    told: /-25308|-25293/,
    async measure({ framework, newKeychain, security }) {
      const path = await newKeychain();
      await security('lock-keychain', path);
      return JSON.stringify(framework().withKeychain(path, (keychain) => keychain.settings()));
    },
  },
  {
    ...{ section: '6.6', grade: 'source', fact: 'an account without a printable byte is told in hex alone' },
    told: /0xE5B1B1E794B0\s*$/,
    async measure({ mac, newKeychain }) {
      const path = await newKeychain();
      await mac.security('add-generic-password', '-s', 'Latchkey fact', '-a', '山田', '-w', 'secret', path);
      const { stdout } = await mac.security('find-generic-password', '-s', 'Latchkey fact', path);
      return (
        stdout
          .split('\n')
          .find((line) => line.includes('"acct"'))
          ?.trim() ?? firstLine(stdout)
      );
    },
  },
];

const managerName = '/bin/launchctl';

export const machineFacts: readonly MacFact[] = [
  {
    ...{ section: '6.11', grade: 'open', fact: 'the version that all of this was measured on', told: null },
    measure: async ({ tool }) =>
      `${await tool('/usr/bin/sw_vers', '-productVersion')}, ${await tool('/usr/bin/sw_vers', '-buildVersion')}`,
  },
  {
    ...{ section: '1', grade: 'users', fact: 'managername is Aqua on the desktop, Background over SSH: a hint' },
    told: /^exit 0 (Aqua|Background|System|Login\w*)$/,
    measure: ({ tool }) => tool(managerName, 'managername'),
  },
  {
    ...{
      section: '6.1',
      grade: 'source',
      fact: 'SessionGetInfo tells number and bits: 0x2030, 0x6030 on a desktop, 0x5020 over SSH',
    },
    told: /^\d+ 0x[0-9a-f]{1,4}$/,
    measure({ framework }) {
      const { osStatus, id, bits } = framework().sessionInfo();
      return Promise.resolve(osStatus === 0 ? `${id} ${hex(bits)}` : `OSStatus ${osStatus}`);
    },
  },
  {
    ...{ section: '6.1', grade: 'open', fact: 'whether two SSH logins share a security session', told: null },
    async measure({ mac }) {
      const tested = await testFreshLogin(mac.host, createBoundedTools(mac.host));
      return tested.ok ? tested.value.reason : `not measured: ${tested.reason}`;
    },
  },
  {
    ...{
      section: '6.1',
      grade: 'source',
      fact: 'launchctl print gui/<uid>: 0 with somebody at the desktop, 112 or 125 with nobody',
    },
    told: /^exit (0|112|113|125)\b/,
    measure: ({ tool, mac }) => tool(managerName, 'print', `gui/${mac.host.uid}`),
  },
  {
    ...{ section: '6.7', grade: 'users', fact: 'bootout of what is not loaded: 3, 5, 112, 113 or 125' },
    told: /^exit (3|5|112|113|125)\b/,
    measure: ({ tool, mac }) => tool(managerName, 'bootout', `gui/${mac.host.uid}/dev.latchkey.contract.no-such-agent`),
  },
  {
    ...{ section: '4', grade: 'source', fact: 'Remote Login: print system/com.openssh.sshd is 0 on, 113 off' },
    told: /^exit (0|113)\b/,
    measure: ({ tool }) => tool(managerName, 'print', 'system/com.openssh.sshd'),
  },
  {
    ...{ section: '4', grade: 'users', fact: 'FileVault is On or Off, in these words' },
    told: /^exit 0 FileVault is (On|Off)[.,]/,
    measure: ({ tool }) => tool('/usr/bin/fdesetup', 'status'),
  },
  {
    ...{ section: '4', grade: 'users', fact: 'automatic login that is off ends with 1' },
    told: /^exit [01]\b/,
    measure: async ({ tool }) =>
      // Whether it is on is told, and not for whom.
      (await tool('/usr/bin/defaults', 'read', '/Library/Preferences/com.apple.loginwindow', 'autoLoginUser'))
        .split(' ', 2)
        .join(' '),
  },
  {
    ...{ section: '6.8', grade: 'source', fact: 'pmset -g begins with what is in use or with the system’s own' },
    told: /^exit 0 (System-wide power settings|Currently in use):/,
    measure: ({ tool }) => tool('/usr/bin/pmset', '-g'),
  },
  {
    ...{
      section: '6.10',
      grade: 'source',
      fact: 'a socket’s path ends at 103 bytes, and TMPDIR alone has about 50',
      told: /^longest \d+, TMPDIR \d+$/,
    },
    measure: async ({ mac }) =>
      `longest ${await mac.longestSocketPath()}, TMPDIR ${Buffer.byteLength(process.env.TMPDIR ?? '')}`,
  },
];

export const macFacts: readonly MacFact[] = [...machineFacts, ...keychainFacts];
