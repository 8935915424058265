import { success } from '../../electron/core/outcome';
import { type BoundedTools, createBoundedTools } from '../../electron/system/children/bounded-tools';
import { createRemoteSessionReader } from '../../electron/system/sessions/remote-sessions';
import { crowdedMac } from './crowded-mac';
import type { Figure } from './figure';

const crowd = { processes: 2_000, logins: 200, tmuxServers: 50 };
const looks = 20;

/** What one look for remote sessions costs this process on a crowded Mac. */
export const measureRemoteSessions = async (): Promise<readonly Figure[]> => {
  const mac = crowdedMac(crowd);
  try {
    let children = 0;
    const answers = new Map<string, ReturnType<BoundedTools['ask']>>();
    const real = createBoundedTools(mac.host);
    const counted: BoundedTools = {
      ask: (...call) => {
        children += 1;
        return real.ask(...call);
      },
    };
    /** The same answers again, without a child. */
    const replayed: BoundedTools = {
      ask: (tool, args, kind) => {
        const name = [tool, ...args].join('\n');
        const answer = answers.get(name) ?? real.ask(tool, args, kind);
        answers.set(name, answer);
        return answer;
      },
    };
    const desktop = {
      readSecuritySession: () =>
        Promise.resolve(success({ id: 100_006, graphicAccess: true, remote: false, initial: false })),
    };
    const first = await cpuOfLooks(createRemoteSessionReader(mac.host, counted, desktop), 1);
    const rows = await createRemoteSessionReader(mac.host, replayed, desktop)();
    const own = await cpuOfLooks(createRemoteSessionReader(mac.host, replayed, desktop), looks);
    const read = createRemoteSessionReader(mac.host, counted, desktop);
    await read();
    children = 0;
    const all = await cpuOfLooks(read, looks);
    return [
      { name: 'one look, beyond its children', value: own, unit: 'ms', atMost: 50 },
      { name: 'one look, with what it takes to start its children', value: all, unit: 'ms' },
      { name: 'the first look, which asks each server where it was born', value: first, unit: 'ms' },
      { name: 'children of one look', value: children / looks, unit: 'children' },
      { name: 'rows found', value: rows.kind === 'read' ? rows.value.length : 0, unit: 'rows' },
    ];
  } finally {
    mac.dispose();
  }
};

/** CPU time of this process (user and system) per look, in milliseconds. */
const cpuOfLooks = async (look: () => Promise<unknown>, times: number): Promise<number> => {
  const before = process.cpuUsage();
  for (let time = 0; time < times; time += 1) await look();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
};
