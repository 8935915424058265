import { describe, expect, it } from 'vitest';
import { createRedaction } from '../../electron/core/text/redaction';
import { projectFolder } from '../../scripts/project-folder.mjs';
import { leastProcessorMs, machineSlowness, processorMs } from '../processor-time';
import { textFunctions } from '../text-functions';
import { patience } from '../vitest/patience';

type Reader = (text: string) => unknown;

const now = { nowMs: Date.UTC(2026, 8, 10), timeZone: 'UTC' };
const item = { isInLoginKeychain: true, keychainPath: '/k', modifiedAt: 0 };

/** What functions that take more than a text are given besides. */
const furtherArguments: Readonly<Record<string, readonly unknown[]>> = {
  nextClockTime: [now],
  writerSentence: ['Tool'],
  whyNotWhole: [{ kind: 'unreadable', reason: 'no' }],
  isSameMoment: ['2026-09-10T09:00:00.000Z'],
  isOlderVersion: ['1.2.3'],
  formatMoment: [now],
  formatCalendarDay: [now],
  formatAge: [now],
  setAutoLockCommand: [{ lockOnSleep: true, idleTimeoutSeconds: 300 }],
  attachOverSshCommand: ['/usr/bin/tmux'],
  desktopTmuxPlist: ['/Users/alice'],
  freshSshLogin: ['on', '/k', null, 0],
  addBlock: [['a line']],
  memberOf: ['a'],
  describeFreeSpace: [1],
  answerOf: [{ kind: 'timed-out', timeLimitMs: 1 }],
  unfinishedFile: ['a'],
  isLeftover: [0],
  parseJxaAnswer: [['/k']],
  parseDisabledServices: ['com.openssh.sshd'],
  parseSystemSleep: [null],
  parseEnvironments: [[{ pid: 1, command: 'x' }]],
  marksOf: ['1', 'x'],
  parseTmuxVariable: [{ code: 0, stdout: 'x=y', stderr: '' }],
  keptWithSafeStorage: ['s', { kind: 'none' }],
  parseAwsProfiles: ['config', '/p'],
  keptInItem: [item, 's'],
  keptInItemOr: [item, 's', null],
  parseIniSections: [{ kept: ['a'] }],
  readYaml: [{ schema: 'core' }],
  storedMoment: ['seconds'],
  parseGitConfig: [['a']],
  credentialSetting: ['helper', 'store'],
  parseKubeconfig: ['/f'],
  parseAccount: ['{}'],
};

/** These take a path and go to the disk, to a worker or to a terminal. */
const noReaders = [
  'createFileLock',
  'simulatedTime',
  'createSimulatedHost',
  'appendToDay',
  'runInWorker',
  'runInTerminal',
  'replaceChosen',
];

/** Linear, and dear for each character: a worker reads what is long (`cost-of-files.test.ts`). */
const dear = [
  'readYaml',
  'parseYamlSettings',
  'parseGhHosts',
  'parseKubeconfig',
  'parseFastlaneSession',
  'parsePnpmConfig',
  'parseYarnLogins',
];

const areas = ['electron/core', 'electron/system', 'electron/tools'];

/** Buffers and lists are the business of `cost-of-files.test.ts`. */
const textTypes = ['string', 'unknown', 'string | null', 'string | Buffer'];

const found = textFunctions(areas).filter(
  ({ name, takes, isAsync }) => textTypes.includes(takes) && !isAsync && !noReaders.includes(name),
);

const pieces = [
  ...['x', '0', ' ', '\n', '\t', '"', '\\', '/', '-', '.', '@', '=', ':', '[', '{', '(', '<'],
  ...[' a', 'a\n', ' \n', 'a.', 'a-', 'a/', 'a@', 'a=', '::', '\\"', '" ', '${', '0.', '0 ', '1.2.3.4 '],
  ...[
    'a b c d e f\n',
    '"a" "b"\n',
    '    "a"<blob>="b"\n',
    '[1,',
    '{"a":',
    'key: value\n',
    'a=b;',
    '\u202e',
    'é',
    '~/a ',
  ],
  ...['http://', 'a.com', 'sshd: a@b\n', ' TMUX=/', ' -S ', '-----BEGIN '],
];

const beginnings = ['', '"'];

const texts = new Map<number, readonly string[]>();

const textsOf = (length: number): readonly string[] => {
  const made =
    texts.get(length) ??
    beginnings.flatMap((beginning) =>
      pieces.map((piece) => `${beginning}${piece.repeat(Math.ceil(length / piece.length)).slice(0, length)}\u0001`),
    );
  texts.set(length, made);
  return made;
};

const shortLength = 32 * 1024;
/** A text for which that is not enough is read in the square of its length at the worst in half a second. */
const soonMs = 25;

/** By how much more a text of twice the length costs; 1 where neither costs anything worth telling. */
const growth = (read: Reader, short: string, long: string): number => {
  const quiet = (text: string) => () => {
    try {
      read(text);
    } catch {
      // What is no text of its kind may be refused in any way.
    }
  };
  const isSoon = (ms: number) => ms < soonEnoughMs;
  if (isSoon(processorMs(quiet(long)))) return 1;
  const factors = [1, 2, 3].map(() => {
    const longMs = leastProcessorMs(2, quiet(long));
    return isSoon(longMs) ? 1 : longMs / Math.max(1, leastProcessorMs(2, quiet(short)));
  });
  // A machine that does something else meanwhile makes one look too large, and never all of them.
  return Math.min(...factors);
};

const soonEnoughMs = soonMs * machineSlowness();

const mostGrowth = 3;

// All of it is work of the processor, which others may want as well.
describe('what reads a text', { timeout: patience(120_000) }, () => {
  const expectLinear = (read: Reader, length = shortLength) => {
    const [shorts, longs] = [textsOf(length), textsOf(2 * length)];
    for (const [index, long] of longs.entries()) {
      const factor = growth(read, shorts[index] ?? '', long);
      expect(factor, `of ${JSON.stringify(long.slice(0, 24))}…`).toBeLessThan(mostGrowth);
    }
  };

  it.each(found.map((one) => [one.name, one] as const))(
    '%s: takes twice as long for twice the text',
    async (name, { path, more }) => {
      const needsMore = more.split(',').some((part) => part.trim() !== '' && !/[=?]/.test(part));
      const module: Readonly<Record<string, unknown>> = await import(`${projectFolder}/${path}`);
      const read = module[name] as (...given: readonly unknown[]) => unknown;
      if (needsMore) expect(Object.keys(furtherArguments), 'its further arguments').toContain(name);
      expectLinear((text) => read(text, ...(furtherArguments[name] ?? [])), dear.includes(name) ? 1024 : shortLength);
    },
  );

  it('a redaction: takes twice as long for twice the text', () => {
    const redaction = createRedaction(
      [
        { kind: 'user', value: 'alice' },
        { kind: 'folder', value: '/Users/alice/Client Acme' },
        { kind: 'host', value: 'studio' },
      ],
      '/Users/alice',
    );
    expectLinear((text) => redaction.text(text));
    for (const piece of ['alice', 'alice ', '/Users/alice/', 'user alice ', 'x.com ', '/Users/alice/a b'])
      expect(growth((text) => redaction.text(text), piece.repeat(4_000), piece.repeat(8_000))).toBeLessThan(mostGrowth);
  });
});
