import { appendFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCredentials } from '../../electron/monitor/look/credentials';
import { createMonitor, type Monitor } from '../../electron/monitor/monitor';
import { createMacHost } from '../../electron/system/mac/this-mac';
import { createMacDoors } from '../../electron/system/mac-doors';
import { createSimulatedMac, type SimulatedMac } from '../simulator/simulated-mac';
import { busyHome, busyScenario, churn } from './busy-mac';
import { type ChildCount, countChildren } from './count-children';
import { createJumpingScheduler, type JumpingScheduler } from './jumping-scheduler';

const secondMs = 1_000;
const minuteMs = 60_000;
/** Of real time: each child of the simulated Mac may take a tenth of a second. */
const mostMs = 180_000;
const loginPath = `${busyHome}/Library/Keychains/login.keychain-db`;

let mac: SimulatedMac;
let time: JumpingScheduler;
let monitor: Monitor;
let children: ChildCount;
/** What the disk is asked to tell of, and the way in which it does. */
let followed: ReadonlySet<string>;
let tell: (path: string) => void;

beforeAll(async () => {
  mac = await createSimulatedMac(busyScenario, { isFrozen: true });
  time = createJumpingScheduler(mac.clock);
  children = countChildren();
  const host = createMacHost(mac.environment(), { allowSimulation: true });
  if (!host.ok) throw new Error(host.reason);
  followed = new Set();
  const doors = {
    ...createMacDoors(host.value),
    watchFiles: (onHint: (path: string) => void) => {
      tell = (path) => {
        if (followed.has(path)) onHint(path);
      };
      const follow = (paths: ReadonlySet<string>) => {
        followed = paths;
      };
      return { follow, stop: () => follow(new Set()) };
    },
  };
  monitor = createMonitor(doors, createCredentials(doors), time.scheduler);
  monitor.start();
  monitor.setPower({ source: 'ac', screenLocked: false });
}, mostMs);
// All on one Mac, for its first look is dear: what one test changes, no other asks about.
beforeEach(async () => {
  monitor.setPopoverVisible(false);
  await goOn(30 * secondMs);
  children.since();
});
afterAll(async () => {
  await monitor.stop();
  children.stop();
  await mac.dispose();
});

const goOn = (spanMs: number) => time.runUntil(mac.clock.now() + spanMs);
/** The children of that span, by name. */
const childrenOf = async (spanMs: number) => {
  children.since();
  await goOn(spanMs);
  return countsOf(children.since());
};
const countsOf = (names: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};
/** Preferences, transcripts and the shell's history are written five times a second. */
const churnedChildrenOf = async (spanMs: number) => {
  children.since();
  for (let passedMs = 0; passedMs < spanMs; passedMs += 200) {
    for (const path of churn(mac.root, passedMs)) tell(path);
    await goOn(200);
  }
  return countsOf(children.since());
};
const snapshot = () => {
  const { snapshot: latest } = monitor.state();
  if (!latest) throw new Error('Nothing was seen.');
  return latest;
};

describe('children of a Latchkey that nobody looks at', () => {
  it(
    'at rest: the process list twice a minute, and nothing else',
    async () => {
      expect(await childrenOf(10 * minuteMs)).toEqual({ ps: 20 });
    },
    mostMs,
  );

  it(
    'on a busy Mac: the same, none of them because of what is written',
    async () => {
      expect(await churnedChildrenOf(2 * minuteMs)).toEqual({ ps: 4 });
    },
    mostMs,
  );

  it(
    'while logins come and go all the time: four a minute',
    async () => {
      children.since();
      for (let passedMs = 0; passedMs < 2 * minuteMs; passedMs += secondMs) {
        appendFileSync(`${mac.root}/var/run/utmpx`, 'x');
        tell('/var/run/utmpx');
        await goOn(secondMs);
      }
      expect(countsOf(children.since())).toEqual({ ps: 4, who: 4 });
    },
    mostMs,
  );

  it('watches files only: none of the folders that are busy, nor any other', () => {
    expect(followed.size).toBeGreaterThan(20);
    for (const folder of ['', '/.claude', '/Library/Preferences', '/Library/Keychains', '/Library']) {
      expect(followed).not.toContain(`${busyHome}${folder}`);
    }
  });
});

describe('children of a Latchkey whose popover is open', () => {
  it(
    'at rest and on a busy Mac: the process list every ten seconds',
    async () => {
      monitor.setPopoverVisible(true);
      await goOn(20 * secondMs);
      expect(await childrenOf(2 * minuteMs)).toEqual({ ps: 12 });
      expect(await churnedChildrenOf(minuteMs)).toEqual({ ps: 6 });
    },
    mostMs,
  );
});

describe('everybody is asked', () => {
  const everybody = {
    ...{ ps: 1, who: 1, tmux: 1, security: 3, launchctl: 2, defaults: 1, fdesetup: 1, pmset: 3 },
  };

  it('once after a wake', async () => {
    children.since();
    monitor.hint('resumed');
    await goOn(25 * secondMs);
    expect(countsOf(children.since())).toEqual(everybody);
  });

  it('once after a click', async () => {
    children.since();
    monitor.hint('user-asked');
    await goOn(25 * secondMs);
    expect(countsOf(children.since())).toEqual(everybody);
  });
});

describe('what really changes is noticed', () => {
  it('a new SSH login within 35 seconds, with where it comes from', async () => {
    const { sessions = [] } = busyScenario;
    mac.updateScenario({
      sessions: [...sessions, { id: 'login-2', kind: 'ssh', tty: 'ttys009', from: '10.0.0.7', unlocked: [] }],
    });
    tell('/var/run/utmpx');
    await goOn(35 * secondMs);
    expect(snapshot().sessions).toContainEqual(expect.objectContaining({ tty: 'ttys009', from: '10.0.0.7' }));
  });

  it('a tmux server that is born, and one that is left, within 35 seconds', async () => {
    const [first] = busyScenario.tmux ?? [];
    if (!first) throw new Error('There is no tmux server.');
    const second = { socket: 'second', session: 'login-1', serverPid: 920, clients: [] };
    mac.updateScenario({ tmux: [{ ...first, clients: [] }, second] });
    await goOn(35 * secondMs);
    const servers = snapshot().sessions.filter(({ kind }) => kind === 'tmux-server');
    expect(servers.map(({ id, attachedClients }) => [id.split('/').at(-1), attachedClients])).toEqual([
      ['default', 0],
      ['second', 0],
    ]);
  });

  it('settings of a keychain that somebody else has changed, in seconds', async () => {
    await mac.run('security', ['set-keychain-settings', '-u', '-t', '900', loginPath]);
    tell(loginPath);
    await goOn(6 * secondMs);
    expect(snapshot().keychains[0]?.autoLock).toMatchObject({ idleTimeoutSeconds: 900 });
  });

  it('an item of a keychain that went, in seconds', async () => {
    const store = () => snapshot().credentials.find(({ tool }) => tool === 'claude-code')?.store;
    expect(store()).toBe('login-keychain');
    await mac.run('security', ['delete-generic-password', '-s', 'Claude Code-credentials', loginPath]);
    tell(loginPath);
    await goOn(6 * secondMs);
    expect(store()).toBe('none');
  });

  it('a login in a file, by a look at its tool alone and without a child', async () => {
    children.since();
    writeFileSync(`${mac.root}${busyHome}/.npmrc`, '');
    tell(`${busyHome}/.npmrc`);
    await goOn(6 * secondMs);
    expect(snapshot().credentials.find(({ tool }) => tool === 'npm')?.status).toBe('signed-out');
    expect(countsOf(children.since()).security ?? 0).toBe(0);
  });

  it('a login in a file that was not there, within 20 seconds', async () => {
    const path = `${busyHome}/.slack/credentials.json`;
    mac.updateScenario({ files: { [path]: { T1: { token: 'not-real', team_domain: 'work', exp: 1_789_200_000 } } } });
    await goOn(20 * secondMs);
    expect(snapshot().credentials.filter(({ tool, installed }) => tool === 'slack' && installed)).toHaveLength(1);
  });

  it('a keychain that was locked elsewhere within its beat of 5 seconds', async () => {
    await mac.run('security', ['lock-keychain', loginPath]);
    await goOn(5 * secondMs);
    expect(snapshot().keychains[0]?.lock.state).toBe('locked');
  });

  it('another search list, in seconds', async () => {
    const other = `${busyHome}/Library/Keychains/other.keychain-db`;
    await mac.run('security', ['create-keychain', '-p', 'x', other]);
    await mac.run('security', ['list-keychains', '-d', 'user', '-s', loginPath, other]);
    tell(`${busyHome}/Library/Preferences/com.apple.security.plist`);
    await goOn(6 * secondMs);
    expect(snapshot().keychains.map(({ path }) => path)).toEqual([loginPath, other]);
  });
});
