import { spawnSync } from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { checks } from '../../electron/core/diagnosis/causes/checks';
import type { CheckResult } from '../../electron/core/diagnosis/check-result';
import { openLoopbackNetwork } from '../system/checks/loopback-network';
import { patience } from '../vitest/patience';
import { runEveryCheck } from './every-check';

const script = fileURLToPath(new URL('./checks-in-namespace.mjs', import.meta.url));

/** How this user gets a network namespace of their own; null where the kernel does not let them. */
const unshare = [['-n'], ['-rn']].find((flags) => spawnSync('unshare', [...flags, 'true']).status === 0) ?? null;

interface Counted {
  readonly attempts: Readonly<Record<string, number>>;
  readonly results: readonly CheckResult[];
}

const runAlone = (networkChecks: 'on' | 'off'): Counted => {
  const args = [...(unshare ?? []), process.execPath, script, networkChecks];
  const { stdout, stderr, status } = spawnSync('unshare', args, { encoding: 'utf8', timeout: patience(25_000) });
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
};

const local = Object.entries(checks).flatMap(([id, { network }]) => (network ? [] : [id]));

describe('with network checks off', () => {
  it('the kernel of a machine without a way out counts no attempt to send anything', (context) => {
    if (unshare === null)
      return context.skip('needs unshare and a kernel that lets this user have a network namespace');
    const { attempts, results } = runAlone('off');
    expect(results.map(({ id }) => id)).toEqual(local);
    expect(Object.values(attempts)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('and counts them once they are switched on', (context) => {
    if (unshare === null)
      return context.skip('needs unshare and a kernel that lets this user have a network namespace');
    const { attempts, results } = runAlone('on');
    expect(results.map(({ id }) => id)).toEqual(Object.keys(checks));
    expect(Object.values(attempts).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });

  it('no name is asked for, no connection opened and no datagram sent', async () => {
    const network = await openLoopbackNetwork([]);
    const spies = [
      vi.spyOn(net.Socket.prototype, 'connect'),
      vi.spyOn(dgram.Socket.prototype, 'send'),
      vi.spyOn(dns, 'lookup'),
      vi.spyOn(dns.Resolver.prototype, 'resolve4'),
    ];
    const calls = () => spies.map(({ mock }) => mock.calls.length);
    const results = await runEveryCheck(null);
    expect([calls(), network.nameServer.asked]).toEqual([[0, 0, 0, 0], []]);
    expect(results.map(({ id }) => id)).toEqual(local);
    await runEveryCheck(network.door);
    expect(network.nameServer.asked.length).toBeGreaterThan(0);
    expect(calls()[3]).toBeGreaterThan(0);
    await network.close();
  });
});

describe('a run of the checks that stay here', () => {
  it('finds a Mac that is well to be so, in words that end', async () => {
    const results = await runEveryCheck(null);
    expect(results.filter(({ result }) => result === 'cancelled')).toEqual([]);
    expect(results.filter(({ sentence }) => !/\.$/.test(sentence)).map(({ id, sentence }) => [id, sentence])).toEqual(
      [],
    );
    const problems = results.filter(({ result }) => result === 'problem').map(({ id }) => id);
    // One of its SSH logins sees the keychain locked.
    expect(problems).toEqual(['keychain-lock']);
  });
});
