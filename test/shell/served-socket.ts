import { afterEach, beforeEach, vi } from 'vitest';
import type { AppState } from '../../electron/contract/app-state';
import { requestVerbs } from '../../electron/contract/verbs';
import type { AppSocket } from '../../electron/core/hold/running-app';
import { type CommandSocket, serveCommandSocket } from '../../electron/shell/ipc/command-socket';
import { defaultLimits } from '../../electron/shell/ipc/socket-connection';
import { createAppSocket } from '../../electron/system/hold/app-socket';
import { createMacHost } from '../../electron/system/mac/this-mac';
import { createSimulatedMac, type SimulatedMac } from '../simulator/simulated-mac';
import { createHandlerDoubles } from './ipc-double';
import { connectTo } from './socket-client';

export const held = {
  end: { kind: 'at', at: '2026-09-10T13:00:00.000Z' },
  ...{ keepAwake: false, relock: 'as-before' },
} as const;

export const holdOff = {
  snapshot: { hold: { state: 'off' } },
  appVersion: 'nobody else’s business',
} as unknown as AppState;

/** Where the app of this Mac listens, with the native part as it is on the disk now. */
export const placeOn = (mac: SimulatedMac): AppSocket => {
  const host = createMacHost(mac.environment(), { allowSimulation: true });
  if (!host.ok) throw new Error(host.reason);
  return createAppSocket(host.value);
};

/** For each test a Mac, and the socket of an app whose handlers only remember. */
export const socketForEachTest = () => {
  let mac: SimulatedMac;
  let place: AppSocket;
  let handlers: ReturnType<typeof createHandlerDoubles>;
  const log = vi.fn();
  const open: CommandSocket[] = [];

  beforeEach(async () => {
    mac = await createSimulatedMac({ user: { name: 'alice' } });
    place = placeOn(mac);
    handlers = createHandlerDoubles(requestVerbs);
    log.mockReset();
  });
  afterEach(async () => {
    for (const socket of open.splice(0)) socket.close();
    await mac.dispose();
  });

  return {
    log,
    mac: () => mac,
    place: () => place,
    handlers: () => handlers,
    serve: async (limits = defaultLimits, at = place): Promise<CommandSocket> => {
      const socket = await serveCommandSocket({ place: at, handlers, log, limits });
      open.push(socket);
      return socket;
    },
    connected: () => connectTo(place.path),
  };
};
