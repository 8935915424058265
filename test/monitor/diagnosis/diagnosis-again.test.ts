import { describe, expect, it } from 'vitest';
import { failure, success } from '../../../electron/core/outcome';
import type { OpenNetwork } from '../../../electron/monitor/diagnosis/diagnosis';
import type { NetworkDoor } from '../../../electron/system/checks/network/network-door';
import { loginKeychain } from '../../system/simulated-doors';
import { doneOf, firstCause, macWithGh, startDiagnosing } from '../diagnosing-mac';

/** A network that counts who goes out, and lets nobody. */
const countingNetwork = () => {
  const opened: string[] = [];
  const door: NetworkDoor = {
    nameServers: ['127.0.0.1:9'],
    authorities: [],
    route: (address, port) => {
      opened.push(`${address}:${port}`);
      return { address: '127.0.0.1', port: 9 };
    },
  };
  const openNetwork: OpenNetwork = () => {
    opened.push('opened');
    return success(door);
  };
  return { opened, openNetwork };
};

describe('after a cure', () => {
  it('says that it has worked, where the second look shows it', async () => {
    const { mac, monitor } = await startDiagnosing();
    expect(firstCause(doneOf(await monitor.diagnosing.diagnose({ tool: 'gh', network: false })))).toBe(
      'desktop-locked',
    );
    const unlocking = monitor.actions.unlock(loginKeychain);
    await mac.dialogs.waitForOne();
    mac.dialogs.answer();
    await unlocking;
    const { afterCure } = doneOf(
      await monitor.diagnosing.diagnoseAgain({ cause: 'desktop-locked', cure: 'unlock-desktop' }),
    );
    expect(afterCure?.result).toBe('worked');
  });

  it('says that it has not, where nothing has changed', async () => {
    const { monitor } = await startDiagnosing();
    await monitor.diagnosing.diagnose({ tool: 'gh', network: false });
    const { afterCure } = doneOf(
      await monitor.diagnosing.diagnoseAgain({ cause: 'desktop-locked', cure: 'unlock-desktop' }),
    );
    expect(afterCure?.result).toBe('still-there');
  });

  it('has nothing to look at again before there was a diagnosis', async () => {
    const { monitor } = await startDiagnosing();
    expect(await monitor.diagnosing.diagnoseAgain()).toMatchObject({ ok: false, code: 'nothing-asked' });
  });
});

describe('the network', () => {
  it('is not so much as opened unless it is allowed', async () => {
    const { opened, openNetwork } = countingNetwork();
    const { monitor } = await startDiagnosing(macWithGh(), openNetwork);
    const done = doneOf(await monitor.diagnosing.diagnose({ network: false }));
    expect(opened).toEqual([]);
    expect(done.report.diagnosis.notMeasured.map(({ reason }) => reason)).toContain('network checks are off');
  });

  it('is looked at where it is allowed', async () => {
    const { opened, openNetwork } = countingNetwork();
    const { monitor } = await startDiagnosing(macWithGh(), openNetwork);
    const done = doneOf(await monitor.diagnosing.diagnose({ tool: 'gh', network: true }));
    expect(opened[0]).toBe('opened');
    const hosts = done.report.checks.find(({ id }) => id === 'hosts');
    expect(hosts).toMatchObject({ result: 'problem', lookedAt: 'github.com, api.github.com' });
  });

  it('is left alone at the second look where it is not allowed any more', async () => {
    const { opened, openNetwork } = countingNetwork();
    const { monitor } = await startDiagnosing(macWithGh(), openNetwork);
    await monitor.diagnosing.diagnose({ tool: 'gh', network: true });
    opened.length = 0;
    const again = doneOf(await monitor.diagnosing.diagnoseAgain(undefined, false));
    expect({ opened, network: again.asked.network }).toEqual({ opened: [], network: false });
    doneOf(await monitor.diagnosing.diagnoseAgain(undefined, true));
    expect(opened[0]).toBe('opened');
  });

  it('says why it was not looked at where there is none', async () => {
    const { monitor } = await startDiagnosing(macWithGh(), () =>
      failure('no-network', 'The simulated Mac has no network.'),
    );
    const done = doneOf(await monitor.diagnosing.diagnose({ network: true }));
    expect(done.report.diagnosis.notMeasured.map(({ reason }) => reason)).toContain('the simulated Mac has no network');
  });
});
