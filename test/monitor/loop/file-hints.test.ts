import { beforeEach, describe, expect, it } from 'vitest';
import type { WatchedFile } from '../../../electron/monitor/look/watched-file';
import { createMonitor, type Monitor } from '../../../electron/monitor/monitor';
import { loginPath } from '../../core/sample-facts';
import { createFakeMac, type FakeMac } from '../fake-mac';
import { createSteppedScheduler, type SteppedScheduler } from '../stepped-scheduler';

const tokenFile = '/Users/alice/.config/gh/hosts.yml';
const otherTokenFile = '/Users/alice/.npmrc';
const searchList = '/Users/alice/Library/Preferences/com.apple.security.plist';
const loginRecords = '/var/run/utmpx';

let mac: FakeMac;
let time: SteppedScheduler;
let monitor: Monitor;

const ofTool = (path: string, tool: string, fingerprint: string | null = '1'): WatchedFile => ({
  path,
  fingerprint,
  tellsOf: { part: 'credentials', tool },
});

beforeEach(async () => {
  time = createSteppedScheduler(Date.UTC(2026, 8, 10, 9, 0));
  mac = createFakeMac(time.now);
  mac.watched = [ofTool(tokenFile, 'gh'), ofTool(otherTokenFile, 'npm'), ofTool(searchList, 'gh')];
  monitor = createMonitor(mac.doors, mac.credentials, time);
  monitor.start();
  await time.advance(6000);
  mac.calls.length = 0;
});

let written = 0;
/** Somebody writes to the file; the disk says so where it is watched. */
const write = (path: string) => {
  written += 1;
  mac.fingerprints.set(path, `written ${written}`);
  if (mac.followed.has(path)) mac.hint(path);
};

const countOf = (call: string) => mac.calls.filter((one) => one === call).length;
/** What was read, but for what every look reads. */
const read = () => mac.calls.filter((call) => !['lock.read', 'readSecuritySession', 'fileFingerprint'].includes(call));

describe('a hint about a file', () => {
  it('that has changed has only its tool looked at', async () => {
    write(tokenFile);
    await time.advance(1000);
    expect(read()).toEqual(['credentials.read gh']);
  });

  it('that tells of two has both looked at, in one look', async () => {
    mac.fingerprints.set(tokenFile, 'other');
    mac.fingerprints.set(otherTokenFile, 'other');
    mac.hint(tokenFile);
    mac.hint(otherTokenFile);
    await time.advance(1000);
    expect(read()).toEqual(['credentials.read gh,npm']);
  });

  it('that is the same as before reads nothing, not even a lock state', async () => {
    await time.advance(4001);
    mac.calls.length = 0;
    mac.hint(tokenFile);
    await time.advance(900);
    expect(new Set(mac.calls)).toEqual(new Set(['fileFingerprint']));
  });

  it('about the search list has the list read, and nothing of the sessions', async () => {
    write(searchList);
    await time.advance(1000);
    expect(new Set(read())).toEqual(
      new Set(['listKeychains', 'defaultKeychain', 'loginKeychain', 'credentials.read gh']),
    );
  });

  it('about a keychain file has its settings read', async () => {
    write(loginPath);
    await time.advance(1000);
    expect(countOf('autoLock.read')).toBe(1);
    expect(read()).toEqual(['autoLock.read']);
  });

  it('about the login records has the sessions read within seconds while the popover is open', async () => {
    monitor.setPopoverVisible(true);
    await time.advance(18_000);
    mac.calls.length = 0;
    write(loginRecords);
    await time.advance(1000);
    expect(countOf('readRemoteSessions')).toBe(1);
    expect(mac.askings.at(-1)).toBe('what-changed');
  });
});

describe('a file that is written to all the time', () => {
  const churnFor = async (spanMs: number) => {
    for (let passedMs = 0; passedMs < spanMs; passedMs += 100) {
      write(tokenFile);
      write(loginRecords);
      await time.advance(100);
    }
  };

  it('costs a look at its tool every five seconds while nobody looks, and is never put off for ever', async () => {
    await churnFor(60_000);
    expect(countOf('credentials.read gh')).toBeGreaterThanOrEqual(11);
    expect(countOf('credentials.read gh')).toBeLessThanOrEqual(13);
  });

  it('costs one a second while the popover is open', async () => {
    monitor.setPopoverVisible(true);
    await churnFor(60_000);
    expect(countOf('credentials.read gh')).toBeGreaterThanOrEqual(45);
    expect(countOf('credentials.read gh')).toBeLessThanOrEqual(61);
  });

  it('has the sessions read on their beat and no more often while nobody looks', async () => {
    await churnFor(120_000);
    expect(countOf('readRemoteSessions')).toBeLessThanOrEqual(4);
    expect(countOf('readRemoteAccess')).toBe(0);
    expect(countOf('listKeychains')).toBe(0);
  });
});

describe('what no hint tells of', () => {
  it.each([
    ['hidden', false, 15_000],
    ['visible', true, 3000],
  ])('is compared all the same: a file that comes, %s', async (_name, visible, withinMs) => {
    const missing = '/Users/alice/.slack/credentials.json';
    mac.fingerprints.set(missing, null);
    mac.watched = [...mac.watched, ofTool(missing, 'slack', null)];
    monitor.setPopoverVisible(visible);
    await time.advance(20_000);
    mac.calls.length = 0;
    mac.fingerprints.set(missing, 'there');
    await time.advance(withinMs + 1000);
    expect(countOf('credentials.read slack')).toBe(1);
  });

  it('is taken up by the next comparison', async () => {
    mac.watched = [ofTool(tokenFile, 'gh')];
    await time.advance(20_000);
    expect(mac.followed).toEqual(
      new Set([searchList, '/Library/Preferences/com.apple.security.plist', loginRecords, loginPath, tokenFile]),
    );
  });
});

describe('what has no beat', () => {
  it('is asked at the start, after a wake, by a click and by opening the popover, and else never', async () => {
    await time.advance(2 * 3_600_000);
    expect(countOf('readRemoteAccess')).toBe(0);
    expect(countOf('listKeychains')).toBe(0);
    for (const [hint, times] of [
      ['resumed', 1],
      ['user-asked', 2],
    ] as const) {
      monitor.hint(hint);
      await time.advance(1000);
      expect(countOf('readRemoteAccess')).toBe(times);
      expect(mac.askings.at(-1)).toBe('everything');
    }
    await time.advance(60_000);
    expect(mac.askings.at(-1)).toBe('what-changed');
    monitor.setPopoverVisible(true);
    await time.advance(1000);
    expect(countOf('readRemoteAccess')).toBe(3);
    monitor.setPopoverVisible(false);
    monitor.setPopoverVisible(true);
    await time.advance(600_000);
    expect(countOf('readRemoteAccess')).toBe(3);
  });
});
