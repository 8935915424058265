import { createCursor } from '../../../electron/tools/editors/cursor';
import { canary, generic } from '../one-keychain';
import type { StoreTable } from './store-row';

const home = '/Users/alice';
const item = generic('cursor-access-token', 'cursor-user');
const file = { [`${home}/.cursor/auth.json`]: { accessToken: canary } };
const fileOfOthers = { [`${home}/.config/cursor/auth.json`]: { accessToken: canary } };
const config = { [`${home}/.cursor/cli-config.json`]: { authInfo: { email: canary } } };
const program = { [`${home}/.local/bin/cursor-agent`]: '' };
const state = { [`${home}/Library/Application Support/Cursor/User/globalStorage/state.vscdb`]: canary };
const unsearched = [{ tool: 'Security.framework' }, { tool: 'security', when: 'find-generic-password', exit: 77 }];
const inFile = { AGENT_CLI_CREDENTIAL_STORE: 'file' };
const agent = (told: string) => [`cursor-agent: ${told}`];

const agentLocked = 'Error: Your macOS login keychain is locked.';
const loggedOut = 'Not logged in';

/** Sources: cursor-agent as described in lidge-jun/cli-jaw#393, cursor/cursor#3490. */
export const cursorStores: StoreTable = {
  tool: 'cursor',
  create: createCursor,
  rows: [
    ['nothing of it', {}, ['none unknown unknown'], 'kept', 'kept', 'kept'],
    ['the app’s database', { files: state }, ['file survives unknown'], 'kept', 'kept', 'kept'],
    [
      'the agent’s item',
      { items: [item] },
      agent('login-keychain breaks unknown'),
      'kept',
      'lost',
      'lost',
      agentLocked,
    ],
    [
      'the item beside its configuration',
      { files: config, items: [item] },
      agent('login-keychain breaks unknown'),
      'kept',
      'lost',
      'lost',
      agentLocked,
    ],
    [
      'a file alone, no word of the store',
      { files: file },
      agent('file unknown unknown'),
      'untold',
      'untold',
      'untold',
    ],
    ['a file in the other place', { files: fileOfOthers }, agent('file unknown unknown'), 'untold', 'untold', 'untold'],
    [
      'a file that the store’s variable asks for',
      { files: file, environment: inFile },
      agent('file survives unknown'),
      'kept',
      'kept',
      'kept',
    ],
    [
      'the same with an item left over',
      { files: file, items: [item], environment: inFile },
      agent('file survives unknown'),
      'kept',
      'kept',
      'kept',
    ],
    [
      'an item and a file',
      { files: file, items: [item] },
      agent('login-keychain unknown unknown'),
      'untold',
      'untold',
      'untold',
      agentLocked,
    ],
    [
      'the variable without the file',
      { items: [item], environment: inFile },
      agent('none unknown signed-out'),
      'kept',
      'kept',
      'kept',
      loggedOut,
    ],
    [
      'in memory',
      { items: [item], environment: { AGENT_CLI_CREDENTIAL_STORE: 'memory' } },
      agent('none unknown unknown'),
      'untold',
      'untold',
      'untold',
    ],
    ['the program alone', { files: program }, agent('none unknown signed-out'), 'kept', 'kept', 'kept', loggedOut],
    ['the configuration alone', { files: config }, agent('none unknown signed-out'), 'kept', 'kept', 'kept', loggedOut],
    [
      'the program, and keychains that cannot be searched',
      { files: program, faults: unsearched },
      agent('unknown unknown unknown'),
      'untold',
      'untold',
      'untold',
    ],
    [
      'a file, and keychains that cannot be searched',
      { files: file, faults: unsearched },
      agent('unknown unknown unknown'),
      'untold',
      'untold',
      'untold',
    ],
    [
      'a file that is asked for, and keychains that cannot be searched',
      { files: file, faults: unsearched, environment: inFile },
      agent('file survives unknown'),
      'kept',
      'kept',
      'kept',
    ],
    [
      'a configuration that cannot be read',
      { files: { [`${home}/.cursor/cli-config.json`]: '{' } },
      agent('unknown unknown unreadable'),
      'untold',
      'untold',
      'untold',
    ],
    [
      'a configuration that cannot be read beside the item',
      { files: { [`${home}/.cursor/cli-config.json`]: '{' }, items: [item] },
      [...agent('login-keychain breaks unknown'), ...agent('unknown unknown unreadable')],
      'untold',
      'lost',
      'lost',
      agentLocked,
    ],
    [
      'an API key',
      { items: [item], environment: { CURSOR_API_KEY: canary } },
      agent('environment survives unknown'),
      'kept',
      'kept',
      'kept',
    ],
    [
      'a server for Remote-SSH',
      { files: { '~/.cursor-server/data/x': '' } },
      ['Remote-SSH: none unknown unknown'],
      'untold',
      'untold',
      'untold',
    ],
  ],
};
