import { checks as known } from '../../core/diagnosis/causes/checks';
import type { Check } from '../../system/checks/check';
import { createClockCheck } from '../../system/checks/clock-check';
import { createDeskCheck } from '../../system/checks/desk-check';
import { createDiskCheck } from '../../system/checks/disk-check';
import { createHostsCheck } from '../../system/checks/hosts-check';
import { createKeychainListCheck } from '../../system/checks/keychain-list-check';
import { createLoginPasswordCheck } from '../../system/checks/login-password-check';
import type { NetworkDoor } from '../../system/checks/network/network-door';
import { createNewestVersionCheck } from '../../system/checks/newest-version-check';
import { createProxyCheck } from '../../system/checks/proxy-check';
import { createServiceStatusCheck } from '../../system/checks/service-status-check';
import { createVpnCheck } from '../../system/checks/vpn-check';
import type { MacDoors } from '../../system/doors';
import { createClaudeVersionCheck } from '../../tools/checks/claude-version-check';
import { createEditorsCheck } from '../../tools/checks/editors-check';
import { createFoldersCheck } from '../../tools/checks/folders-check';
import { createLocalProgramsCheck } from '../../tools/checks/local-programs-check';
import { createVariablesCheck } from '../../tools/checks/variables-check';
import type { DiagnosisLook } from './diagnosis-look';
import { createSnapshotChecks } from './snapshot-checks';

export interface CheckWishes {
  /** The tool that it is about, as in the credentials; null where nobody said. */
  readonly tool: string | null;
  /** The way to the network; null while network checks are off: then none of them is made. */
  readonly network: NetworkDoor | null;
  /** Begins one more look. Every check shares it. */
  readonly look: () => DiagnosisLook;
}

/** All checks, in the order in which they are shown. */
export const createDiagnosisChecks = (doors: MacDoors, { tool, network, look }: CheckWishes): readonly Check[] => {
  const { host } = doors;
  const all = [
    ...createSnapshotChecks(look, host.now),
    createDeskCheck(doors),
    createKeychainListCheck(doors),
    createLoginPasswordCheck(doors),
    createVariablesCheck(doors),
    createClaudeVersionCheck(doors),
    createFoldersCheck(host),
    createDiskCheck(host),
    createEditorsCheck(doors),
    createLocalProgramsCheck(doors),
    createProxyCheck(host),
    createVpnCheck(host),
    ...(network === null ? [] : networkChecks(doors, network, tool)),
  ];
  const order = Object.keys(known);
  return all.sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
};

const networkChecks = ({ host }: MacDoors, network: NetworkDoor, tool: string | null): readonly Check[] => [
  createNewestVersionCheck(host, network),
  createHostsCheck(host, network, tool),
  createClockCheck(host, network),
  createServiceStatusCheck(host, network, tool),
];
