import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Credential } from '../../electron/core/snapshot';
import type * as boundedFile from '../../electron/system/bounded-file';
import type * as childProcess from '../../electron/system/child-process';
import { createCredentialTools } from '../../electron/tools/registry';
import { runLatchkey } from '../cli/run-latchkey';
import { projectFolder } from '../project-files';
import { type MacWithDoors, macWithDoors } from '../system/simulated-doors';
import { canary, encodedSecrets, manyLogins } from './many-logins';
import { now } from './one-keychain';

/** What a look costs: the files that it reads, and the processes that it starts. */
const { filesRead, started } = vi.hoisted(() => ({
  filesRead: [] as string[],
  started: [] as (readonly string[])[],
}));

vi.mock('../../electron/system/bounded-file', async (original) => {
  const real = await original<typeof boundedFile>();
  const counted =
    <Result extends { readonly kind: string }>(
      read: (...given: Parameters<typeof real.readBoundedBytes>) => Promise<Result>,
    ) =>
    async (...given: Parameters<typeof real.readBoundedBytes>) => {
      const file = await read(...given);
      // Of one that is not there nothing is read.
      if (file.kind !== 'none') filesRead.push(given[1]);
      return file;
    };
  return { readBoundedFile: counted(real.readBoundedFile), readBoundedBytes: counted(real.readBoundedBytes) };
});

vi.mock('../../electron/system/child-process', async (original) => {
  const real = await original<typeof childProcess>();
  const runTool: typeof real.runTool = (host, call) => {
    started.push([call.tool, ...call.args]);
    return real.runTool(host, call);
  };
  return { ...real, runTool };
});

let at: MacWithDoors;
let tools: ReturnType<typeof createCredentialTools>;
beforeEach(async () => {
  at = await macWithDoors(manyLogins);
  tools = createCredentialTools(at.doors());
  filesRead.length = 0;
  started.length = 0;
});
afterEach(() => at.mac.dispose());

const lookAtAll = async (): Promise<readonly Credential[]> =>
  (await Promise.all(Object.values(tools).map(async (tool) => (await tool.look())(now)))).flat();

const expectNoSecret = (text: string) => {
  for (const secret of [canary, ...encodedSecrets]) expect(text).not.toContain(secret);
};

describe('the registry', () => {
  it('has each tool once, under its own identifier', () => {
    const ids = Object.values(tools).map(({ id }) => id);
    expect(ids).toEqual(Object.keys(tools));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has exactly one whole row for each tool in docs/tools.md, and no other', () => {
    const lines = readFileSync(join(projectFolder, 'docs/tools.md'), 'utf8').split('\n');
    const [head, , ...rows] = lines.filter((line) => line.startsWith('|'));
    expect(head).toBe('| tool | rule | source | symptom | fix |');
    const cells = rows.map((row) => row.replace(/^\| | \|$/g, '').split(' | '));
    expect(cells.filter((row) => row.length !== 5 || row.some((cell) => cell.trim() === ''))).toEqual([]);
    const ids = cells.map(([tool = '']) => /^\S.* \(`([\w-]+)`\)$/.exec(tool)?.[1]);
    expect(ids).toEqual(Object.keys(tools));
  });
});

describe('a look at all tools', () => {
  it('finds a login of each, shows no dialog, decrypts nothing and starts nothing but searches of keychains', async () => {
    const credentials = await lookAtAll();
    const found = new Set(credentials.filter(({ installed }) => installed).map(({ tool }) => tool));
    expect([...found]).toEqual(Object.keys(tools));
    expect(credentials.filter(({ status }) => status === 'unreadable')).toEqual([]);
    // The ledger would name every dialog, decrypt, unlock, started job and login over SSH.
    expect(at.mac.ledger()).toEqual([]);
    expect([...new Set(started.map(([tool]) => tool))]).toEqual(['/usr/bin/security']);
    const asked = [...new Set(started.map(([, command = '']) => command))].sort();
    expect(asked.filter((command) => !/^(find-\w+(-\w+)?|list-keychains|login-keychain)$/.test(command))).toEqual([]);
    expect(started.filter((call) => call.includes('-w') || call.includes('-g'))).toEqual([]);
    expectNoSecret(JSON.stringify(credentials));
  });

  it('costs no search, no process and no reading where nothing has changed', async () => {
    const first = await lookAtAll();
    expect(filesRead.length).toBeGreaterThan(20);
    filesRead.length = 0;
    started.length = 0;
    expect(await lookAtAll()).toEqual(first);
    expect(started).toEqual([]);
    expect(filesRead).toEqual([]);
  });

  it('reads again what has changed, and only that', async () => {
    await lookAtAll();
    filesRead.length = 0;
    started.length = 0;
    at.mac.updateScenario({ files: { '~/.npmrc': 'fund=false\n' } });
    await lookAtAll();
    expect([...new Set(filesRead)]).toEqual(['/Users/alice/.npmrc']);
    expect(started).toEqual([]);
  });
});

describe('latchkey status --json', () => {
  it('tells the logins of all tools and no secret of theirs', async () => {
    const { stdout, stderr } = await runLatchkey(at.mac, ['status', '--json']);
    const { credentials }: { credentials: readonly Credential[] } = JSON.parse(stdout);
    const told = new Set(credentials.filter(({ installed }) => installed).map(({ tool }) => tool));
    expect([...told].sort()).toEqual(Object.keys(tools).sort());
    expectNoSecret(JSON.stringify(JSON.parse(stdout)));
    expectNoSecret(stderr);
    expect(at.mac.ledger().filter(({ kind }) => kind === 'dialog' || kind === 'decrypt')).toEqual([]);
  });
});
