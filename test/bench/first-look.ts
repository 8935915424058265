import { type Credentials, createCredentials } from '../../electron/monitor/look/credentials';
import type { MacDoors } from '../../electron/system/doors';
import { createMacHost } from '../../electron/system/mac/this-mac';
import { createMacDoors } from '../../electron/system/mac-doors';
import type { CredentialTool } from '../../electron/tools/common/credential-tool';
import { createItemLookup } from '../../electron/tools/common/item-lookup';
import { createCredentialTools } from '../../electron/tools/registry';
import { createMadeUpTool } from './made-up-tool';

/** What looking has cost a process that does nothing else. CPU is its own, user and system, without its children's. */
export interface LooksCost {
  readonly tools: number;
  readonly logins: number;
  readonly coldMs: number;
  readonly coldSearches: number;
  readonly warmMs: number;
  readonly warmSearches: number;
  /** Such a look with the list of processes, in which running Claude Codes are found. */
  readonly withProcessesMs: number;
}

/** The app looks for days: what is asked of it is what a look costs then, not while V8 still compiles. */
const warmLooks = 300;

const cpuOf = async (run: () => Promise<unknown>, count: number): Promise<number> => {
  const before = process.cpuUsage();
  for (let done = 0; done < count; done += 1) await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / count;
};

/** The doors, and how often they have asked the security tool, a child each time. */
const countSearches = (doors: MacDoors) => {
  let searches = 0;
  const counted =
    <Given extends readonly unknown[], Result>(ask: (...given: Given) => Result) =>
    (...given: Given): Result => {
      searches += 1;
      return ask(...given);
    };
  const { findItem, findInternetItem, findIdentities, findCertificates, listKeychains, loginKeychain } = doors.security;
  const security = {
    ...doors.security,
    ...{ findItem: counted(findItem), findInternetItem: counted(findInternetItem) },
    ...{ findIdentities: counted(findIdentities), findCertificates: counted(findCertificates) },
    ...{ listKeychains: counted(listKeychains), loginKeychain: counted(loginKeychain) },
  };
  return { doors: { ...doors, security }, searches: () => searches };
};

const measure = async (madeUpTools: number): Promise<LooksCost> => {
  const host = createMacHost(process.env, { allowSimulation: true });
  if (!host.ok) throw new Error(host.reason);
  const { doors, searches } = countSearches(createMacDoors(host.value));
  let tools: readonly CredentialTool[] = [];
  const createTools = (given: MacDoors): readonly CredentialTool[] => {
    const items = createItemLookup(given);
    const madeUp = Array.from({ length: madeUpTools }, (_, number) =>
      createMadeUpTool({ doors: given, items }, number),
    );
    tools = [...Object.values(createCredentialTools(given)), ...madeUp];
    return tools;
  };
  const lookWith = (credentials: Credentials) => async () => {
    await credentials.read();
    return credentials.describe(host.value.now());
  };
  const look = lookWith(createCredentials(doors, (given) => createTools(given).map(withoutActivity)));
  const coldMs = await cpuOf(look, 1);
  const coldSearches = searches();
  const warmMs = await cpuOf(look, warmLooks);
  const warmSearches = (searches() - coldSearches) / warmLooks;
  const logins = (await look()).length;
  const lookAtProcesses = lookWith(createCredentials(doors, createTools));
  await lookAtProcesses();
  const withProcessesMs = await cpuOf(lookAtProcesses, warmLooks);
  return { tools: tools.length, logins, coldMs, coldSearches, warmMs, warmSearches, withProcessesMs };
};

const withoutActivity = ({ readActivity: _, ...tool }: CredentialTool): CredentialTool => tool;

void measure(Number(process.argv[2])).then((cost) => process.stdout.write(JSON.stringify(cost)));
