import type { Parser } from './parser';
import { filesOfTools } from './parsers/files-of-tools';
import { ownFiles } from './parsers/own-files';
import { piecesOfFiles } from './parsers/pieces-of-files';
import { printedByMacos } from './parsers/printed-by-macos';
import { printedBySecurity } from './parsers/printed-by-security';
import { toolsThatPrintAnything } from './parsers/tools-that-print-anything';
import { wordsOfOthers } from './parsers/words-of-others';

/** Every reader of what somebody else has written. One that is missing fails `registry.test.ts`. */
export const parsers: readonly Parser[] = [
  ...printedBySecurity,
  ...printedByMacos,
  ...toolsThatPrintAnything,
  ...ownFiles,
  ...filesOfTools,
  ...piecesOfFiles,
  ...wordsOfOthers,
];

/** Exported functions that begin with a text and are no such reader, by what they are instead. */
export const noReaders: Readonly<Record<string, readonly string[]>> = {
  'put our own words together': [
    ...['setAutoLockCommand', 'unlockOverSshCommand', 'searchAndUnlockCommand', 'attachOverSshCommand'],
    ...[
      'continueClaudeCodeCommand',
      'removeFolderCommand',
      'desktopTmuxPlist',
      'quoteForShell',
      'midSentence',
      'asClause',
      'capitalised',
    ],
    ...[
      'formatJson',
      'formatMoment',
      'formatCalendarDay',
      'formatAge',
      'notMeasured',
      'notSeen',
      'unread',
      'linkFolders',
    ],
    ...['describeFreeSpace', 'reasonOf', 'answerOf', 'openFailure', 'whyNotWhole', 'brokenBy', 'verbHelp', 'wrap'],
    ...['paragraph', 'quiet', 'textItem', 'sentenceItems', 'placesOf', 'forAccount', 'keptInItem', 'keptInItemOr'],
    ...[
      'keptInFile',
      'keptInEnvironment',
      'keptWithSafeStorage',
      'commandItem',
      'ssoCacheName',
      'loginCacheName',
      'codexItemAccount',
    ],
  ],
  'look something up in a table of ours': [
    'hostsFor',
    'statusPageFor',
    'frameworkTurnOf',
    'writerSentence',
    'readsThroughApple',
    'isBusy',
  ],
  'name an error of Node’s': ['codeOfError', 'nameOfError', 'errorCode'],
  'go to the disk': [
    ...[
      'createFileLock',
      'readBoundedDisk',
      'replaceChosen',
      'syncWritten',
      'statusOf',
      'withoutLinks',
      'statusBehind',
      'nothingAt',
    ],
    ...['simulatedTime', 'runInWorker', 'runInTerminal', 'createSimulatedHost'],
  ],
  'cut or put together what was parsed already': ['utcDay', 'keychainsIn'],
  'are another one by another name': ['recognise'],
  'are tried inside of a format': ['credentialSetting'],
  'throw by design, and stand behind one that catches it': ['isTameBinaryPlist'],
};
