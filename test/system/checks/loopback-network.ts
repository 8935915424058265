import type { NetworkDoor } from '../../../electron/system/checks/network/network-door';
import type { LoopbackServer } from './loopback-servers';
import { type NameAnswer, type NameServer, startNameServer } from './name-server';

/** A network that ends on this machine: its names, and where its addresses lead. */
export interface LoopbackNetwork {
  readonly door: NetworkDoor;
  readonly names: Map<string, NameAnswer>;
  readonly nameServer: NameServer;
  /** Every address and port that was gone to. */
  readonly wentTo: readonly string[];
  /** Leads a name to a port of this machine, as if it had a public address. */
  lead(name: string, port: number): void;
  /** Closes it with the network. */
  with<Server extends LoopbackServer>(server: Promise<Server>): Promise<Server>;
  close(): Promise<void>;
}

export const openLoopbackNetwork = async (authorities: readonly string[]): Promise<LoopbackNetwork> => {
  const names = new Map<string, NameAnswer>();
  const routes = new Map<string, number>();
  const wentTo: string[] = [];
  const servers: LoopbackServer[] = [];
  const nameServer = await startNameServer(names);
  return {
    names,
    nameServer,
    wentTo,
    door: {
      nameServers: [nameServer.address],
      authorities,
      route: (address, port) => {
        wentTo.push(`${address}:${port}`);
        // Port 9 (discard) of this machine is closed.
        return { address: '127.0.0.1', port: routes.get(address) ?? (address === '127.0.0.1' ? port : 9) };
      },
    },
    lead(name, port) {
      const address = `203.0.113.${routes.size + 1}`;
      names.set(name, { a: address });
      routes.set(address, port);
    },
    async with(starting) {
      const server = await starting;
      servers.push(server);
      return server;
    },
    async close() {
      await Promise.all([nameServer.close(), ...servers.map((server) => server.close())]);
      await handlesClose();
    },
  };
};

/** A handle that was closed is gone one turn of the event loop later. */
const handlesClose = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

/** What keeps this process alive at the moment, sorted. */
export const activeResources = (): readonly string[] => process.getActiveResourcesInfo().sort();

/**
 * What keeps this process alive besides what did before; waits a little for servers to see that their client is gone.
 * It counts turns of the event loop, since a timer would be one more thing that keeps the process alive.
 */
export const leftBehind = async (before: readonly string[]): Promise<readonly string[]> => {
  const startedMs = performance.now();
  let left: readonly string[] = [];
  do {
    await handlesClose();
    const counted = [...before];
    left = activeResources().filter((name) => {
      const index = counted.indexOf(name);
      if (index >= 0) counted.splice(index, 1);
      return index < 0;
    });
  } while (left.length > 0 && performance.now() - startedMs < 1_000);
  return left;
};
