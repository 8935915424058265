import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BoundedTools, createBoundedTools } from '../../electron/system/children/bounded-tools';
import { readRemoteAccess } from '../../electron/system/machine/remote-access';
import { readProcesses } from '../../electron/system/processes/process-list';
import { readValue } from '../system/read-value';
import type { MacUnderTest } from './mac-under-test';

/** What the small tools of macOS print and how they end, as far as Latchkey stands on it. Nothing in here changes anything. */
export const describeMachine = (make: () => Promise<MacUnderTest>): void => {
  let mac: MacUnderTest;
  let tools: BoundedTools;

  beforeAll(async () => {
    mac = await make();
    tools = createBoundedTools(mac.host);
  });
  afterAll(() => mac.dispose());

  const launchctl = async (...args: string[]): Promise<number | string> => {
    const answer = await tools.ask('/bin/launchctl', args, args.join(' '));
    return answer.ok ? answer.code : answer.reason;
  };

  it('names a process by its command, whatever characters are in it', async () => {
    const argument = '/Users/é à Ü/山田 😀 \\100 M-x ^J';
    const pid = await mac.showProcess(argument);
    const processes = readValue(await readProcesses(tools));
    expect(processes.get(pid)?.command.endsWith(argument)).toBe(true);
  });

  it('tells whether somebody is logged in at the desktop by how launchctl ends', async () => {
    expect([0, 112]).toContain(await launchctl('print', `gui/${mac.host.uid}`));
  });

  it('does not know an agent that nobody has loaded', async () => {
    const service = `gui/${mac.host.uid}/dev.latchkey.contract.no-such-agent`;
    expect([112, 113, 125]).toContain(await launchctl('print', service));
    expect([112, 113, 125]).toContain(await launchctl('kickstart', service));
    expect([3, 5, 112, 113, 125]).toContain(await launchctl('bootout', service));
  });

  it('tells after how many minutes it sleeps, whoever prevents that now', async () => {
    const { systemSleepMinutes, systemSleep } = await readRemoteAccess(tools);
    expect(readValue(systemSleepMinutes)).toBeTypeOf('number');
    expect(readValue(systemSleep).acMinutes).toBeTypeOf('number');
  });
};
