import { afterEach, describe, expect, it } from 'vitest';
import { electronApps } from '../../../electron/tools/apps/electron-app-names';
import { createElectronApps } from '../../../electron/tools/apps/electron-apps';
import { loginKeychain, type MacWithDoors, macWithDoors } from '../../system/simulated-doors';
import { canary, contextOf, credentialsOf, generic, withKeychain } from '../one-keychain';
import { searchesOf } from '../searches';

let at: MacWithDoors;
const make = async (...given: Parameters<typeof withKeychain>) => {
  at = await macWithDoors(withKeychain(...given));
  const doors = at.doors();
  await doors.security.lockAll();
  return { doors, tool: createElectronApps(contextOf(doors)) };
};
afterEach(() => at.mac.dispose());

const slack = { '/Applications/Slack.app/Contents/Info.plist': '' };

describe('other programs with something in the keychain', () => {
  it('are not there when none of them is, and cost one listing of the keychain', async () => {
    const { doors, tool } = await make();
    const searches = searchesOf(doors);
    expect(await credentialsOf(tool)).toMatchObject([{ tool: 'electron-apps', installed: false, store: 'none' }]);
    // One listing of the one keychain answers for both programs.
    expect(searches()).toEqual([[loginKeychain]]);
  });

  it('are told one by one where they are installed and have their key', async () => {
    const discord = { '~/Library/Application Support/discord/settings.json': '{}' };
    const signal = { '~/Applications/Signal.app/Contents/Info.plist': '' };
    const items = ['Slack', 'discord', 'Notion'].map((name) => generic(`${name} Safe Storage`, `${name} Key`));
    const { tool } = await make({ files: { ...slack, ...discord, ...signal } }, { items });
    const credentials = await credentialsOf(tool);
    expect(credentials).toMatchObject([
      { account: 'Slack', store: 'login-keychain', overSsh: 'survives', expiry: null },
      { account: 'Discord', overSsh: 'survives', reason: expect.stringContaining('"discord Safe Storage"') },
    ]);
    expect(JSON.stringify(credentials)).not.toContain(canary);
    expect(at.mac.ledger().filter(({ kind }) => kind === 'dialog' || kind === 'decrypt')).toEqual([]);
  });

  it('break over SSH where they are command line programs that ask through keytar', async () => {
    const items = [generic('vscode-vsce', 'publisher'), generic('GitHub - https://api.github.com', 'octocat')];
    const { tool } = await make({}, { items });
    expect(await credentialsOf(tool)).toMatchObject([
      { account: 'GitHub Desktop (keytar)', overSsh: 'survives' },
      { account: 'vsce (keytar)', overSsh: 'breaks', symptom: 'User interaction is not allowed.' },
    ]);
  });

  it('are unknown where the keychains cannot be searched', async () => {
    const { tool } = await make({ files: slack, faults: [{ tool: 'security', exit: 77 }] });
    expect(await credentialsOf(tool)).toMatchObject([{ account: 'Slack', store: 'unknown', overSsh: 'unknown' }]);
  });

  it('are looked for again only when a keychain changes', async () => {
    const { doors, tool } = await make({ files: slack }, { items: [generic('Slack Safe Storage')] });
    await credentialsOf(tool);
    const searches = searchesOf(doors);
    await credentialsOf(tool);
    expect(searches()).toEqual([]);
  });

  it('are few enough to be told', () => {
    expect(electronApps.length).toBeLessThan(40);
  });
});
