import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { childrenOf, isAlive } from '../../simulator/child-processes';
import { loginKeychain } from '../../system/simulated-doors';
import { patience } from '../../vitest/patience';
import { doneOf, firstCause, macWithGh, startDiagnosing } from '../diagnosing-mac';

describe('a diagnosis', () => {
  it('takes a fresh look, makes every check that stays on this Mac, and publishes causes with their cures', async () => {
    const { monitor, states } = await startDiagnosing();
    expect(monitor.state().diagnosis).toBeNull();
    const done = doneOf(await monitor.diagnosing.diagnose({ tool: 'gh', network: false }));
    expect(monitor.state().diagnosis).toBe(done);
    expect(firstCause(done)).toBe('desktop-locked');
    expect(done.report.checks.map(({ id }) => id)).toEqual([
      ...['keychain-lock', 'desk', 'keychain-list', 'login-password', 'credentials', 'claude-processes', 'variables'],
      ...['claude-version', 'folders', 'disk', 'editors', 'local-programs', 'proxy', 'vpn'],
    ]);
    expect(done.asked).toEqual({ tool: 'gh', symptom: null, hasMessage: false, network: false });
    expect(done.afterCure).toBeNull();
    expect(states.at(-1)?.snapshot?.keychains[0]?.lock.state).toBe('locked');
  });

  it('shows how far it is, from the first check to the last', async () => {
    const { monitor, published } = await startDiagnosing();
    await monitor.diagnosing.diagnose({ network: false });
    const running = published.flatMap((run) => (run?.phase === 'running' ? [run] : []));
    const counts = running.map(({ done }) => done);
    expect(counts).toEqual([...counts].sort((one, other) => one - other));
    expect(new Set(running.map(({ of }) => of))).toEqual(new Set([14]));
    expect([counts[0], counts.at(-1)]).toEqual([0, 14]);
    expect(running.some(({ current }) => current.length > 0)).toBe(true);
    expect(published.at(-1)?.phase).toBe('done');
  });

  it('asks nobody, decrypts nothing and restarts no timer', async () => {
    const { mac, monitor } = await startDiagnosing();
    await monitor.diagnosing.diagnose({ network: false });
    expect(mac.ledger()).toEqual([]);
  });

  it('is made one at a time', async () => {
    const { monitor } = await startDiagnosing();
    const first = monitor.diagnosing.diagnose({ network: false });
    expect(await monitor.diagnosing.diagnose({ network: false })).toMatchObject({ ok: false, code: 'busy' });
    expect((await first).ok).toBe(true);
    expect((await monitor.diagnosing.diagnose({ network: false })).ok).toBe(true);
  });

  it('refuses a tool that nobody knows, and offers those that it does with the hosts that they need', async () => {
    const { monitor } = await startDiagnosing();
    const { tools, hosts } = monitor.state().diagnosisChoices;
    expect(tools).toHaveLength(53);
    expect(tools.find(({ id }) => id === 'gh')).toMatchObject({
      name: 'GitHub CLI',
      hosts: expect.arrayContaining(['api.github.com']),
    });
    expect(hosts).toContain('api.anthropic.com');
    expect(await monitor.diagnosing.diagnose({ tool: 'doctor', network: false })).toMatchObject({
      code: 'no-such-tool',
    });
    expect(monitor.state().diagnosis).toBeNull();
  });

  it('goes by a symptom', async () => {
    const { monitor } = await startDiagnosing(
      macWithGh({ remoteLogin: true, sessions: [{ id: 'desktop', kind: 'desktop', unlocked: [loginKeychain] }] }),
    );
    const done = doneOf(await monitor.diagnosing.diagnose({ tool: 'gh', symptom: 'not-over-ssh', network: false }));
    expect(done.report.diagnosis.symptom?.id).toBe('not-over-ssh');
    expect(firstCause(done)).toBe('next-login-locked');
  });
});

describe('a pasted text', () => {
  const pasted = 'CANARY-pasted: error getting credentials - err: exit status 1 CANARY-tail';

  const filesBelow = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));

  it.each([
    [
      'is recognised',
      `${pasted} keychain cannot be accessed because the current session does not allow user interaction.`,
    ],
    ['is unknown', 'CANARY-pasted of which nobody knows anything'],
  ])('that %s is nowhere afterwards: not in the state, not in a file', async (_which, message) => {
    const { mac, monitor, states } = await startDiagnosing();
    const done = doneOf(await monitor.diagnosing.diagnose({ message, network: false }));
    expect(done.asked.hasMessage).toBe(true);
    await monitor.diagnosing.diagnoseAgain();
    expect(JSON.stringify(states)).not.toContain('CANARY');
    const holding = filesBelow(mac.root).filter((file) => readFileSync(file).includes('CANARY-pasted'));
    expect(holding).toEqual([]);
    expect(filesBelow(mac.root).length).toBeGreaterThan(10);
  });

  it('leads to its cause, and is asked about again by what was recognised', async () => {
    const { monitor } = await startDiagnosing(
      macWithGh({ sessions: [{ id: 'desktop', kind: 'desktop', unlocked: [loginKeychain] }] }),
    );
    const message = 'Failed to authenticate. API Error: 529 {"type":"error","error":{"type":"overloaded_error"}}';
    const first = doneOf(await monitor.diagnosing.diagnose({ message, network: false }));
    expect(first.report.diagnosis.message?.kind).toBe('recognised');
    const again = doneOf(await monitor.diagnosing.diagnoseAgain());
    expect(again.report.diagnosis.message).toEqual(first.report.diagnosis.message);
    expect(firstCause(again)).toBe(firstCause(first));
  });
});

describe('a diagnosis that is called off', () => {
  const hangingTools = () => childrenOf(process.pid, 'scutil').filter(isAlive);
  const hanging = [{ tool: 'scutil', hangMs: 60_000 }];

  it('ends though a check hangs, says so, and leaves no process behind', async () => {
    const { monitor, published } = await startDiagnosing(macWithGh({ faults: hanging }));
    // No bound ever comes: only calling it off can end it.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const asked = monitor.diagnosing.diagnose({ network: false });
    await expect
      .poll(() => published.some((run) => run?.phase === 'running' && run.current.includes('Proxy settings')))
      .toBe(true);
    await expect.poll(hangingTools, { timeout: patience(5_000) }).toHaveLength(1);
    monitor.diagnosing.cancelDiagnosis();
    const outcome = await asked;
    expect(outcome).toMatchObject({ ok: true, value: { phase: 'cancelled' } });
    expect(monitor.state().diagnosis?.phase).toBe('cancelled');
    await expect.poll(hangingTools, { timeout: patience(5_000) }).toEqual([]);
  });

  it('can be asked anew', async () => {
    const { monitor } = await startDiagnosing();
    const asked = monitor.diagnosing.diagnose({ network: false });
    monitor.diagnosing.cancelDiagnosis();
    expect(await asked).toMatchObject({ value: { phase: 'cancelled' } });
    expect((await monitor.diagnosing.diagnose({ network: false })).ok).toBe(true);
  });

  it('ends with the monitor', async () => {
    const { monitor } = await startDiagnosing(macWithGh({ faults: hanging }));
    const asked = monitor.diagnosing.diagnose({ network: false });
    await monitor.stop();
    expect(await asked).toMatchObject({ value: { phase: 'cancelled' } });
  });

  it('does nothing while none is under way', async () => {
    const { monitor } = await startDiagnosing();
    monitor.diagnosing.cancelDiagnosis();
    expect(monitor.state().diagnosis).toBeNull();
  });
});
