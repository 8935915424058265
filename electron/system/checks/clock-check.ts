import { measured, notMeasured } from '../../core/diagnosis/facts';
import { mostSkewSeconds } from '../../core/diagnosis/limits';
import { formatTimeout } from '../../core/time/format-timeout';
import type { MacHost } from '../mac/host';
import type { Check } from './check';
import { openNetworkFor } from './hosts-check';
import { contacted } from './network/hosts-to-contact';
import { lookAtHost } from './network/look-at-host';
import type { NetworkDoor } from './network/network-door';
import { proxyFor } from './network/proxy-setting';
import { clockHost } from './network/public-hosts';

/** Holds this Mac's clock against the date that a server tells, to the second; what the way takes is not counted out. */
export const createClockCheck = (host: MacHost, door: NetworkDoor): Check => {
  const name = clockHost.host;
  return {
    id: 'clock',
    hosts: contacted(host, [name]),
    async run(signal) {
      const network = await openNetworkFor(host, door);
      const { answer } = await lookAtHost(network, proxyFor(host.environment, name), clockHost, signal);
      const lookedAt = `the date that ${name} tells`;
      if (answer === null || answer.date === null) {
        const reason = answer === null ? `${name} was not reached` : `${name} told no date`;
        const facts = { clockSkewSeconds: notMeasured(reason) };
        return { lookedAt, result: 'not-possible', sentence: `${reason}.`, facts };
      }
      const seconds = Math.round((host.now() - answer.date) / 1000);
      const isWrong = Math.abs(seconds) > mostSkewSeconds;
      const far = `${formatTimeout(Math.abs(seconds))} ${seconds > 0 ? 'ahead of' : 'behind'}`;
      return {
        lookedAt,
        result: isWrong ? 'problem' : 'fine',
        sentence: isWrong ? `This Mac’s clock is ${far} the server’s.` : 'This Mac’s clock and the server’s agree.',
        facts: { clockSkewSeconds: measured(seconds) },
      };
    },
  };
};
