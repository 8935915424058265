import { describe, expect, it } from 'vitest';
import { exampleMac, loginKeychain, noticed } from '../example-mac';
import type { ToolName } from '../tool-folders';

const almostMs = 299_000;
const item = ['-s', 'Claude Code-credentials'];

describe('the idle timer', () => {
  it.each<{ what: string; tool: ToolName; args: string[]; restarts: number }>([
    { what: 'showing the settings', tool: 'security', args: ['show-keychain-info', loginKeychain], restarts: 0 },
    { what: 'reading attributes', tool: 'security', args: ['find-generic-password', ...item], restarts: 0 },
    { what: 'listing keychains', tool: 'security', args: ['list-keychains'], restarts: 0 },
    {
      what: 'unlocking what is unlocked',
      tool: 'security',
      args: ['unlock-keychain', '-u', loginKeychain],
      restarts: 0,
    },
    { what: 'a failed lookup', tool: 'security', args: ['find-generic-password', '-s', 'nope', '-w'], restarts: 0 },
    { what: 'reading a secret', tool: 'security', args: ['find-generic-password', ...item, '-w'], restarts: 1 },
    { what: 'reading a secret with -g', tool: 'security', args: ['find-generic-password', ...item, '-g'], restarts: 1 },
    { what: 'writing settings', tool: 'security', args: ['set-keychain-settings', '-t', '300'], restarts: 1 },
    {
      what: 'adding an item',
      tool: 'security',
      args: ['add-generic-password', '-a', 'a', '-s', 's', '-w', 'x'],
      restarts: 1,
    },
  ])('is restarted $restarts times by $what', async ({ tool, args, restarts }) => {
    const mac = await exampleMac();
    mac.clock.advance(almostMs);
    await mac.run(tool, args);
    expect(noticed(mac)['timer-restart']).toBe(restarts);
    mac.clock.advance(2_000);
    expect(mac.lockState('desktop', loginKeychain).isLocked).toBe(restarts === 0);
  });

  it('locks exactly at its end and not a moment before', async () => {
    const mac = await exampleMac();
    mac.clock.advance(299_999);
    expect(mac.lockState('desktop', loginKeychain).isLocked).toBe(false);
    mac.clock.advance(1);
    expect(mac.lockState('desktop', loginKeychain).isLocked).toBe(true);
    expect(mac.ledger().at(-1)).toMatchObject({ kind: 'lock', by: 'idle timeout', session: 'desktop' });
  });

  it('starts with the unlock', async () => {
    const mac = await exampleMac();
    mac.clock.advance(1_000_000);
    await mac.run('security', ['unlock-keychain', '-p', 'right', loginKeychain]);
    expect(noticed(mac)['timer-restart']).toBe(1);
    expect(mac.lockState('desktop', loginKeychain)).toMatchObject({ isLocked: false, lastActivityMs: mac.clock.now() });
  });

  it('runs with a ticking clock and stands with a frozen one', async () => {
    const mac = await exampleMac();
    const stood = mac.clock.now();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(mac.clock.now()).toBe(stood);
    mac.clock.advance(5_000);
    expect(mac.clock.now()).toBe(stood + 5_000);
  });
});
