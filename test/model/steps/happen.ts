import { desktop } from '../world/keychains';
import { searchListPath, toolFilePath, workPath } from '../world/paths';
import { initialSession, type ModelPlace, sharedSession } from '../world/places';
import { reportText } from '../world/reports';
import type { Run } from './run';
import type { Step } from './step';

/** Longer than any report counts (docs/beacon.md), and any beat until it is read again. */
const liesCountMs = 17 * 60_000;

const mostPlaces = 8;

/** What happens to the Mac without the app. @returns whether this is such a step, done or not possible just now */
export const happen = async (step: Step, run: Run): Promise<boolean> => {
  const { world } = run;
  const { clock, keychains, ledger, faults } = world;
  const at = <Item>(items: readonly Item[], which: number): Item | undefined =>
    items[which % Math.max(1, items.length)];
  switch (step.kind) {
    case 'time':
      await clock.run(step.ms);
      return true;
    case 'sleep':
      run.app?.monitor.hint('suspended');
      keychains.sleep();
      clock.sleep(step.ms);
      run.app?.monitor.hint('resumed');
      if (run.app) world.wokeAtMs = clock.steady();
      return true;
    case 'jump':
      clock.jump(step.ms);
      // Their times speak of another clock now.
      world.reports.clear();
      world.liesUntilMs = Math.max(world.liesUntilMs, clock.steady() + 3 * 60_000);
      run.isTestTrusted = false;
      return true;
    case 'unlocked':
    case 'locked': {
      const session = step.where === 'desktop' ? desktop : at(world.places, step.which)?.session;
      if (session !== undefined) keychains[step.kind === 'locked' ? 'lock' : 'unlock'](step.path, session);
      return true;
    }
    case 'settings': {
      // Between what a hold notes and what it writes nobody can step: macOS has no way to compare and set.
      if (ledger.hasClick('start-hold') || ledger.hasClick('set-auto-lock')) return true;
      const session = step.where === 'desktop' ? desktop : at(world.places, step.which)?.session;
      if (session === undefined) return true;
      // Whoever sets them over SSH has to unlock there first.
      if (step.where === 'place') keychains.unlock(step.path, session);
      if (!keychains.change(step.path, session, step.settings)) return true;
      ledger.othersWrote(step.path, step.settings);
      tellOfFile(run, step.path);
      return true;
    }
    case 'removed':
      if (!ledger.hasClick('start-hold')) keychains.remove(workPath);
      tellOfFile(run, workPath);
      return true;
    case 'created':
      if (ledger.hasClick('start-hold')) return true;
      keychains.create(workPath, step.settings);
      ledger.othersCreated(workPath, step.settings);
      tellOfFile(run, workPath);
      return true;
    case 'listed':
      world.isWorkListed = step.isListed;
      world.listVersion += 1;
      world.noteList();
      tellOfFile(run, searchListPath);
      return true;
    case 'born':
      if (world.places.length < mostPlaces) world.setPlaces([...world.places, born(step, run)]);
      return true;
    case 'dies': {
      const dead = at(world.places, step.which);
      world.setPlaces(world.places.filter((one) => one !== dead));
      if (dead) world.reports.delete(dead.id);
      return true;
    }
    case 'report': {
      const place = at(world.places, step.which);
      if (!place) return true;
      world.reports.set(place.id, reportText(step.report, place, world));
      if (step.report === 'false') world.liesUntilMs = clock.steady() + liesCountMs;
      return true;
    }
    case 'login': {
      const file = toolFilePath(step.login.tool);
      world.setLogin(step.login);
      world.fileVersions.set(file, (world.fileVersions.get(file) ?? 1) + 1);
      tellOfFile(run, file);
      return true;
    }
    case 'access':
      world.access = { remoteLogin: step.remoteLogin, sleepMinutes: step.sleepMinutes };
      return true;
    case 'fault':
      faults.set(step.part, step.fault);
      return true;
    case 'slow':
      world.isSlow = step.isSlow;
      return true;
    case 'file-events':
      world.tellsOfFiles = step.come;
      return true;
    default:
      return false;
  }
};

const tellOfFile = ({ world, app }: Run, path: string): void => {
  if (world.tellsOfFiles && app?.followed.has(path)) app.hintOfFile(path);
};

const born = ({ what, tellsBirth, isOthers }: Step & { readonly kind: 'born' }, { world }: Run): ModelPlace => {
  const number = world.nextNumber();
  const startedAt = new Date(world.clock.wall()).toISOString();
  const sshSession = world.sshLoginsShareSession && !isOthers ? sharedSession : number;
  if (what === 'ssh') {
    const id = `ssh:${number}`;
    const login = { session: sshSession, bornIn: 'ssh', tellsBirth: true, tty: `ttys${number}`, socket: null } as const;
    return { ...login, id, kind: 'ssh', user: isOthers ? 'bob' : 'alice', remoteClients: 1, startedAt };
  }
  const socket = `/private/tmp/tmux-501/${number}`;
  const bornIn = what === 'tmux-desktop' ? 'desktop' : what === 'tmux-ssh' ? 'ssh' : 'initial';
  const session = { desktop, ssh: sshSession, initial: initialSession }[bornIn];
  const server = { id: `tmux-server:${socket}`, kind: 'tmux-server', tty: null, socket } as const;
  return {
    ...server,
    session,
    bornIn,
    tellsBirth,
    startedAt,
    user: isOthers ? 'bob' : 'alice',
    remoteClients: number % 2,
  };
};
