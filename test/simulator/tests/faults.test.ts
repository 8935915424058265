import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleMac, loginKeychain } from '../example-mac';

const find = ['find-generic-password', '-s', 'Claude Code-credentials'];

describe('faults', () => {
  it('let a tool end as they say, before it has done anything', async () => {
    const mac = await exampleMac({ faults: [{ tool: 'security', exit: 24, stdout: 'out', stderr: 'err' }] });
    const run = await mac.run('security', ['lock-keychain', '-a']);
    expect(run).toEqual({ code: 24, signal: null, stdout: 'out', stderr: 'err' });
    expect(mac.lockState('desktop', loginKeychain).isLocked).toBe(false);
    expect(await mac.run('ps', ['-ax'])).toMatchObject({ code: 0 });
  });

  it.each([
    { when: 'find-generic-password', hits: [true, false] },
    { when: ['-s', 'Claude Code-credentials'], hits: [true, false] },
    { when: ['Claude'], hits: [false, false] },
    { when: 'keychain', hits: [false, true] },
  ])('meet the calls that fit $when', async ({ when, hits }) => {
    const mac = await exampleMac({ faults: [{ tool: 'security', when, exit: 99 }] });
    const codes = [(await mac.run('security', find)).code, (await mac.run('security', ['list-keychains'])).code];
    expect(codes.map((code) => code === 99)).toEqual(hits);
  });

  it('end a tool by a signal', async () => {
    const mac = await exampleMac({ faults: [{ tool: 'who', signal: 'SIGKILL' }] });
    expect(await mac.run('who', [])).toMatchObject({ code: null, signal: 'SIGKILL' });
  });

  it('are over after so many times, and come anew when they are set', async () => {
    const mac = await exampleMac();
    const codes = async () => [await mac.run('who', []), await mac.run('who', [])].map(({ code }) => code);
    mac.setFaults([{ tool: 'who', exit: 5, times: 1 }]);
    expect(await codes()).toEqual([5, 0]);
    mac.setFaults([{ tool: 'who', exit: 6, times: 1 }]);
    expect(await codes()).toEqual([6, 0]);
    mac.setFaults([]);
    expect(await codes()).toEqual([0, 0]);
  });

  it('only delay a tool when all they say is how long', async () => {
    const mac = await exampleMac({ faults: [{ tool: 'who', hangMs: 30 }] });
    expect(await mac.run('who', [])).toMatchObject({ code: 0, stdout: expect.stringContaining('console') });
  });

  it('hang a tool so that it dies with its process group and leaves nobody behind', async () => {
    const mac = await exampleMac({ faults: [{ tool: 'security', hangMs: 60_000 }] });
    const child = spawn(`${mac.root}/usr/bin/security`, find, { env: mac.environment(), detached: true });
    await once(child, 'spawn');
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    expect([code, signal]).toEqual([null, 'SIGKILL']);
    expect(() => process.kill(-(child.pid ?? 0), 0)).toThrow('ESRCH');
  });

  it('leave the framework out', async () => {
    const library = '/System/Library/Frameworks/Security.framework/Security';
    const mac = await exampleMac({ faults: [{ tool: 'Security.framework' }] });
    expect(existsSync(mac.root + library)).toBe(false);
    mac.setFaults([]);
    expect(existsSync(mac.root + library)).toBe(true);
  });
});
