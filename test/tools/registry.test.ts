import type * as nodeChildProcess from 'node:child_process';
import { Socket as DatagramSocket } from 'node:dgram';
import dns from 'node:dns';
import { readFileSync, writeFileSync } from 'node:fs';
import type * as fs from 'node:fs/promises';
import { Socket } from 'node:net';
import { join } from 'node:path';
import type * as ini from 'ini';
import type * as toml from 'smol-toml';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as yaml from 'yaml';
import type { Credential } from '../../electron/core/words/credential';
import type { Snapshot } from '../../electron/core/words/snapshot';
import type * as childProcess from '../../electron/system/children/child-process';
import type { ToolCall } from '../../electron/system/children/child-process';
import type * as library from '../../electron/tools/formats/load-library';
import { createCredentialTools } from '../../electron/tools/registry';
import { runLatchkey } from '../cli/run-latchkey';
import { projectFolder } from '../project-files';
import { type MacWithDoors, macWithDoors } from '../system/simulated-doors';
import { secretsIn, storedTraces } from './canaries';
import { manyLogins, writeDatabases } from './many-logins';
import { now } from './one-keychain';

/** What a look costs: files that it opens, texts that it parses, processes that it starts, names and addresses it asks for. */
const cost = vi.hoisted(() => ({
  opened: [] as string[],
  parsed: [] as string[],
  calls: [] as ToolCall[],
  spawned: [] as string[],
  reached: [] as string[],
}));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>();
  const counted = <Given extends readonly unknown[], Result>(open: (...given: Given) => Promise<Result>) =>
    (async (...given: Given) => {
      const opened = await open(...given);
      // Of one that is not there nothing is read.
      cost.opened.push(String(given[0]));
      return opened;
    }) as typeof open;
  const { open, opendir, readFile, readdir } = real;
  const counting = {
    ...{ open: counted(open), opendir: counted(opendir) },
    ...{ readFile: counted(readFile), readdir: counted(readdir) },
  };
  return { ...real, ...counting, default: { ...real, ...counting } };
});

vi.mock('../../electron/system/children/child-process', async (original) => {
  const real = await original<typeof childProcess>();
  const runTool: typeof real.runTool = (host, call) => {
    cost.calls.push(call);
    return real.runTool(host, call);
  };
  return { ...real, runTool };
});

vi.mock('node:child_process', async (original) => {
  const real = await original<typeof nodeChildProcess>();
  const spawn = (tool: string, ...rest: readonly unknown[]) => {
    cost.spawned.push(tool);
    return Reflect.apply(real.spawn, real, [tool, ...rest]);
  };
  return { ...real, spawn };
});

/** Libraries are required when a file needs them, which no mock of a module sees. */
vi.mock('../../electron/tools/formats/load-library', async (original) => {
  const { loadLibrary } = await original<typeof library>();
  const countedYaml = ({ ...real }: typeof yaml) => {
    class Composer extends real.Composer {
      override *compose(...given: Parameters<InstanceType<typeof real.Composer>['compose']>) {
        cost.parsed.push('yaml');
        yield* super.compose(...given);
      }
    }
    return { ...real, Composer };
  };
  const countedParse = <Library extends typeof ini | typeof toml>(name: string, { ...real }: Library) => {
    const parse = (...given: Parameters<typeof real.parse>) => {
      cost.parsed.push(name);
      return Reflect.apply(real.parse, real, given);
    };
    return { ...real, parse };
  };
  const counted = (name: Parameters<typeof loadLibrary>[0]): unknown => {
    if (name === 'yaml') return countedYaml(loadLibrary(name));
    if (name === 'smol-toml') return countedParse('toml', loadLibrary(name));
    return name === 'ini' ? countedParse('ini', loadLibrary(name)) : loadLibrary(name);
  };
  return { loadLibrary: counted };
});

/** Everything that leaves a process over a network goes through one of these. */
const watchNetwork = () => {
  const reach = (name: string) => (): never => {
    cost.reached.push(name);
    throw new Error('no network here');
  };
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(reach('connect'));
  vi.spyOn(DatagramSocket.prototype, 'send').mockImplementation(reach('send'));
  vi.spyOn(dns, 'lookup').mockImplementation(reach('lookup'));
  vi.spyOn(globalThis, 'fetch').mockImplementation(reach('fetch'));
};

let at: MacWithDoors;
let tools: ReturnType<typeof createCredentialTools>;
const parse = JSON.parse;
beforeEach(async () => {
  at = await macWithDoors(manyLogins);
  writeDatabases(`${at.mac.root}/Users/alice`);
  tools = createCredentialTools(at.doors());
  vi.spyOn(JSON, 'parse').mockImplementation((...given) => {
    cost.parsed.push('json');
    return parse(...given);
  });
  forgetCost();
});
afterEach(() => at.mac.dispose());

const forgetCost = () => {
  for (const list of Object.values(cost)) list.length = 0;
};

/** As the monitor does it: all at once. */
const lookAtAll = async (): Promise<readonly Credential[]> =>
  (await Promise.all(Object.values(tools).map(async (tool) => (await tool.look())(now)))).flat();

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
  it('finds a login of each and tells no secret', async () => {
    const credentials = await lookAtAll();
    const found = new Set(credentials.filter(({ installed }) => installed).map(({ tool }) => tool));
    expect([...found]).toEqual(Object.keys(tools));
    expect(credentials.filter(({ status }) => status === 'unreadable')).toEqual([]);
    expect(secretsIn(JSON.stringify(credentials))).toEqual([]);
  });

  it('shows no dialog, decrypts nothing and reaches no network', async () => {
    watchNetwork();
    await lookAtAll();
    // The ledger would name every dialog, decrypt, unlock, started job and login over SSH.
    expect(at.mac.ledger()).toEqual([]);
    expect(cost.reached).toEqual([]);
  });

  it('starts eight children at most, for what no listing tells', async () => {
    await lookAtAll();
    const asked = cost.calls.map(({ args: [command = ''] }) => command).sort();
    expect(asked).toEqual([
      ...['find-certificate', 'find-certificate', 'find-identity', 'list-keychains', 'login-keychain'],
    ]);
    expect(asked.length).toBeLessThanOrEqual(8);
  });

  it('tells the same logins where no keychain can be listed', async () => {
    const listed = await lookAtAll();
    at.mac.setFaults([{ tool: 'Security.framework', when: 'SecItemCopyMatching', exit: 36 }]);
    tools = createCredentialTools(at.doors());
    // The one keeps ends of sessions in the names of items that nobody knows beforehand, the other shows in a listing only.
    const told = (credentials: readonly Credential[]) =>
      credentials.filter(({ tool }) => tool !== 'aws-vault' && tool !== 'gpg');
    expect(told(await lookAtAll())).toEqual(told(listed));
  });

  it('starts nothing but searches of keychains, each bounded, also where no keychain can be listed', async () => {
    at.mac.setFaults([{ tool: 'Security.framework', when: 'SecItemCopyMatching', exit: 36 }]);
    await lookAtAll();
    expect(cost.calls.length).toBeGreaterThan(20);
    // None that does not go through the one door for children.
    expect(cost.spawned).toHaveLength(cost.calls.length);
    expect([...new Set(cost.calls.map(({ tool }) => tool))]).toEqual(['/usr/bin/security']);
    const asked = [...new Set(cost.calls.map(({ args: [command = ''] }) => command))].sort();
    expect(asked.filter((command) => !/^(find-\w+(-\w+)?|list-keychains|login-keychain)$/.test(command))).toEqual([]);
    expect(cost.calls.filter(({ args }) => args.includes('-w') || args.includes('-g'))).toEqual([]);
    expect(cost.calls.filter(({ timeLimitMs }) => !(timeLimitMs > 0 && timeLimitMs <= 5_000))).toEqual([]);
    expect(cost.calls.filter(({ outputLimitBytes = 0 }) => outputLimitBytes > 4 * 1024 * 1024)).toEqual([]);
  });

  it('costs no search, no process, no reading and no parsing where nothing has changed', async () => {
    const first = await lookAtAll();
    expect(cost.opened.length).toBeGreaterThan(20);
    expect(new Set(cost.parsed)).toEqual(new Set(['json', 'yaml', 'ini', 'toml']));
    forgetCost();
    expect(await lookAtAll()).toEqual(first);
    expect(cost.calls).toEqual([]);
    expect(cost.spawned).toEqual([]);
    expect(cost.opened).toEqual([]);
    expect(cost.parsed).toEqual([]);
  });

  it('reads again what has changed, and only that', async () => {
    await lookAtAll();
    forgetCost();
    writeFileSync(`${at.mac.root}/Users/alice/.npmrc`, 'fund=false\n');
    await lookAtAll();
    expect([...new Set(cost.opened)]).toEqual([`${at.mac.root}/Users/alice/.npmrc`]);
    expect(cost.calls).toEqual([]);
  });

  it.each([
    ['no search answers', []],
    ['no listing answers either', [{ tool: 'Security.framework', when: 'SecItemCopyMatching', hangMs: 15_000 }]],
  ])('ends, and shows nothing, while %s', async (_what, faults) => {
    at.mac.setFaults([{ tool: 'security', hangMs: 60_000 }, ...faults]);
    const credentials = await lookAtAll();
    expect(new Set(credentials.map(({ tool }) => tool))).toEqual(new Set(Object.keys(tools)));
    expect(at.mac.ledger()).toEqual([]);
  });
});

describe('latchkey status --json', () => {
  const tell = async () => {
    const { stdout, stderr } = await runLatchkey(at.mac, ['status', '--json']);
    expect(secretsIn(stdout)).toEqual([]);
    expect(secretsIn(stderr)).toEqual([]);
    expect(at.mac.ledger().filter(({ kind }) => kind === 'dialog' || kind === 'decrypt')).toEqual([]);
    return JSON.parse(stdout) as Snapshot;
  };

  it('tells the logins of all tools and no secret of theirs', async () => {
    const { credentials } = await tell();
    const told = new Set(credentials.filter(({ installed }) => installed).map(({ tool }) => tool));
    expect([...told].sort()).toEqual(Object.keys(tools).sort());
  });

  it('tells no secret either where every file is cut short within one', async () => {
    for (const [path, content] of Object.entries(manyLogins.files)) {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      const [trace] = storedTraces.filter((one) => text.includes(one));
      if (trace === undefined) continue;
      writeFileSync(
        at.mac.root + path.replace(/^~/, '/Users/alice'),
        text.slice(0, text.lastIndexOf(trace) + trace.length),
      );
    }
    const { credentials } = await tell();
    // Those that are one JSON text each.
    expect(credentials.filter(({ status }) => status === 'unreadable').length).toBeGreaterThan(8);
  });
});
