import { describe, expect, it, vi } from 'vitest';
import { runHold } from '../../../electron/cli/hold/hold';
import type { HoldCommand } from '../../../electron/cli/hold/hold-arguments';
import type { Terminal } from '../../../electron/cli/text/terminal';
import { failure, type Outcome, success } from '../../../electron/core/outcome';
import type { MacMonitor } from '../../../electron/monitor/mac-monitor';

/** A Mac whose app has taken the question and does not answer, and what ending the hold here comes to. */
const macWithSilentApp = (endedHere: Outcome<void>) => {
  const endHold = vi.fn(() => Promise.resolve(endedHere));
  const mac = {
    runningApp: { ask: () => Promise.resolve({ kind: 'silent', reason: 'Latchkey’s app does not answer.' }) },
    monitor: {
      lookOnce: () => Promise.resolve({ snapshot: { hold: { state: 'off' }, keychains: [] } }),
      stop: () => Promise.resolve(),
      actions: { endHold },
    },
    now: () => 0,
  } as unknown as MacMonitor;
  return { mac, endHold };
};

const run = async (mac: MacMonitor, command: HoldCommand) => {
  const said: string[] = [];
  const terminal = {
    tell: (text: string) => said.push(text),
    print: (text: string) => said.push(text),
    timeZone: 'UTC',
  };
  const code = await runHold(mac, command, terminal as unknown as Terminal);
  return { code, said: said.join('\n') };
};

describe('latchkey hold with an app that does not answer', () => {
  it('ends the hold itself, where nobody keeps it from that', async () => {
    const { mac, endHold } = macWithSilentApp(success(undefined));
    expect(await run(mac, { name: 'hold', step: 'end', relock: true })).toMatchObject({
      code: 0,
      said: 'Keep Unlocked has ended, and the settings are what they were before.',
    });
    expect(endHold).toHaveBeenCalledExactlyOnceWith({ relock: true });
  });

  it('says what can be done where the app keeps the hold', async () => {
    const { mac } = macWithSilentApp(failure('not-ended', 'Keep Unlocked is not over yet.'));
    const { code, said } = await run(mac, { name: 'hold', step: 'end', relock: false });
    expect(code).toBe(70);
    expect(said).toContain('does not answer');
    expect(said).toContain('latchkey hold --end puts everything back');
  });

  it('says that no hold is on, where none is', async () => {
    const { mac } = macWithSilentApp(failure('no-hold', 'Keep Unlocked is off.'));
    expect(await run(mac, { name: 'hold', step: 'end', relock: false })).toEqual({
      code: 0,
      said: 'Keep Unlocked is off.',
    });
  });

  it('shows what the files say', async () => {
    const { mac } = macWithSilentApp(success(undefined));
    expect(await run(mac, { name: 'hold', step: 'show', json: false })).toEqual({
      code: 0,
      said: 'Keep Unlocked is off.',
    });
  });
});
