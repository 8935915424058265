import type { AutoLockSettings } from '../../../electron/core/words/keychain';
import { createModelClock, type ModelClock } from './clock';
import type { DiskJournal } from './disk-journal';
import { createModelFaults, type ModelFaults } from './faults';
import { keepsEverything } from './keeps';
import { createModelKeychains, desktop, type ModelKeychains } from './keychains';
import { createLedger, type Ledger } from './ledger';
import { credentialOf, type ModelLogin, substanceOf, tools } from './logins';
import { loginPath, workPath } from './paths';
import type { ModelPlace } from './places';
import { createTrack, type Track } from './track';

export interface Dialog {
  readonly path: string;
  answer(kind: 'right' | 'cancelled' | 'wrong'): void;
}

/** The Mac, the people at it and what they have asked for, without a Latchkey. Everything else is asked of it. */
export interface World {
  readonly clock: ModelClock;
  readonly keychains: ModelKeychains;
  readonly faults: ModelFaults;
  readonly ledger: Ledger;
  readonly disk: DiskJournal;
  /** Whether all SSH logins of this Mac are in one security session. */
  readonly sshLoginsShareSession: boolean;
  /** Tools and the disk take a moment. */
  isSlow: boolean;
  /** Changed files are told of. */
  tellsOfFiles: boolean;
  isWorkListed: boolean;
  listVersion: number;
  places: readonly ModelPlace[];
  readonly placesTrack: Track<string>;
  readonly listTrack: Track<string>;
  /** Whether somebody who left now would find every login somewhere. */
  readonly keepsTrack: Track<boolean>;
  readonly logins: Map<string, ModelLogin>;
  readonly loginTracks: ReadonlyMap<string, Track<string>>;
  readonly fileVersions: Map<string, number>;
  access: { readonly remoteLogin: 'on' | 'off'; readonly sleepMinutes: number };
  /** What `access` was when it was asked for last. */
  toldAccess: { readonly remoteLogin: 'on' | 'off'; readonly sleepMinutes: number } | null;
  /** By the place's identifier: one file each. */
  readonly reports: Map<string, string>;
  /** Until then a report that nobody can tell from a true one counts, or did: what follows from reports may be false. */
  liesUntilMs: number;
  /** When the app that runs was told last that the Mac woke, on the clock that only runs. */
  wokeAtMs: number;
  dialogs: readonly Dialog[];
  power: { readonly source: 'ac' | 'battery'; readonly screenLocked: boolean };
  isPopoverVisible: boolean;
  setPlaces(places: readonly ModelPlace[]): void;
  setLogin(login: ModelLogin): void;
  noteList(): void;
  noteKeeps(atMs?: number): void;
  nextNumber(): number;
}

const first: AutoLockSettings = { lockOnSleep: true, idleTimeoutSeconds: 300 };
const second: AutoLockSettings = { lockOnSleep: false, idleTimeoutSeconds: 7201 };

export const startMs = Date.parse('2026-09-10T09:00:00Z');

export const createWorld = (sshLoginsShareSession: boolean): World => {
  const clock = createModelClock(startMs);
  const files = [[loginPath, first] as const, [workPath, second] as const];
  const keychains = createModelKeychains(clock, files);
  let numbers = 200_000;
  const loginOf = (tool: string): ModelLogin => ({ tool, store: 'login-keychain', status: 'valid' });
  const logins = new Map(tools.map((tool) => [tool as string, loginOf(tool)]));
  const toldOf = (login: ModelLogin) => substanceOf(credentialOf(login));
  const listOf = (world: Pick<World, 'isWorkListed'>) =>
    JSON.stringify(world.isWorkListed ? [loginPath, workPath] : [loginPath]);
  const world: World = {
    ...{ clock, keychains, sshLoginsShareSession, logins },
    faults: createModelFaults(clock),
    ledger: createLedger(files),
    disk: { journal: null, keeper: null },
    ...{ isSlow: false, tellsOfFiles: true, isWorkListed: true, listVersion: 1 },
    places: [],
    placesTrack: createTrack('[]'),
    listTrack: createTrack(listOf({ isWorkListed: true })),
    keepsTrack: createTrack(false),
    loginTracks: new Map([...logins.values()].map((login) => [login.tool, createTrack(toldOf(login))])),
    fileVersions: new Map(),
    access: { remoteLogin: 'on', sleepMinutes: 10 },
    toldAccess: null,
    reports: new Map(),
    ...{ liesUntilMs: Number.NEGATIVE_INFINITY, wokeAtMs: Number.NEGATIVE_INFINITY },
    dialogs: [],
    power: { source: 'ac', screenLocked: false },
    isPopoverVisible: false,
    setPlaces(places) {
      world.places = places;
      world.placesTrack.set(JSON.stringify(places.map(({ id }) => id).sort()), clock.steady());
    },
    setLogin(login) {
      logins.set(login.tool, login);
      world.loginTracks.get(login.tool)?.set(toldOf(login), clock.steady());
    },
    noteList: () => world.listTrack.set(listOf(world), clock.steady()),
    noteKeeps: (atMs = clock.steady()) => world.keepsTrack.set(keepsEverything(world), atMs),
    nextNumber() {
      numbers += 1;
      return numbers;
    },
  };
  clock.onPass((steadyMs) => {
    keychains.pass(steadyMs);
    world.noteKeeps(steadyMs);
  });
  keychains.unlock(loginPath, desktop);
  return world;
};
