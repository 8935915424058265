import { startApp } from '../app-life';
import type { Click as LedgerClick } from '../world/ledger';
import { loginPath, workPath } from '../world/paths';
import type { Run } from './run';
import type { Step } from './step';

const bothPaths = [loginPath, workPath];

/** What the user does with the app, or to it. What the app cannot take just now he does not do. */
export const act = async (step: Step, run: Run): Promise<void> => {
  const { world, app } = run;
  if (step.kind === 'start') {
    run.app = app ?? startApp(world);
    return;
  }
  if (step.kind === 'power') {
    const { screenLocked } = world.power;
    world.power = { source: step.source, screenLocked: step.screenLocked };
    if (step.screenLocked !== screenLocked) app?.monitor.hint(step.screenLocked ? 'screen-locked' : 'screen-unlocked');
    app?.monitor.setPower(world.power);
    return;
  }
  if (step.kind === 'popover') {
    world.isPopoverVisible = step.isVisible;
    app?.monitor.setPopoverVisible(step.isVisible);
    return;
  }
  if (step.kind === 'answer') {
    world.dialogs[0]?.answer(step.answer);
    return;
  }
  if (!app) return;
  const { actions } = app.monitor;
  /** The click is known before anything follows from it, and until all has. */
  const clicked = (about: LedgerClick, action: () => Promise<unknown>, then: () => void = () => {}) => {
    const end = world.ledger.begin(about);
    void action().then(then).finally(end);
  };
  switch (step.kind) {
    case 'kill':
      end(run);
      return;
    case 'quit':
      await quit(run);
      return;
    case 'click-unlock':
      return clicked({ kind: 'unlock', paths: [step.path] }, () => actions.unlock(step.path));
    case 'click-lock':
      return clicked({ kind: 'lock', paths: [step.path] }, () => actions.lock(step.path));
    case 'click-lock-all':
      return clicked({ kind: 'lock', paths: bothPaths }, () => actions.lockAll());
    case 'click-cancel':
      actions.cancelUnlock();
      return;
    case 'click-look':
      app.monitor.hint('user-asked');
      return;
    case 'click-test-login':
      return clicked(
        { kind: 'other', paths: [] },
        () => actions.testFreshLogin(),
        () => {
          run.isTestTrusted = true;
        },
      );
    case 'click-settings': {
      const about: LedgerClick = { kind: 'set-auto-lock', paths: [step.path], settings: step.settings };
      return clicked(about, () => actions.setAutoLock(step.path, step.settings));
    }
    case 'click-undo': {
      const [offer] = app.monitor.state().undos;
      if (!offer) return;
      const { keychainPath, restores } = offer;
      const about: LedgerClick = { kind: 'set-auto-lock', paths: [keychainPath], settings: restores };
      return clicked(about, () => actions.undoAutoLock(keychainPath));
    }
    case 'click-hold': {
      const soon = new Date(world.clock.wall() + 90_000).toISOString();
      const end = {
        soon: { kind: 'at', at: soon },
        back: { kind: 'back', afterMinutesAway: 1 },
        open: { kind: 'open' },
      } as const;
      const request = { keychainPaths: step.paths, end: end[step.end], keepAwake: false, relock: step.relock };
      return clicked({ kind: 'start-hold', paths: step.paths }, () => actions.startHold(request));
    }
    case 'click-end-hold':
      return clicked({ kind: 'end-hold', paths: bothPaths }, () => actions.endHold());
    case 'click-decide': {
      const { snapshot, pending } = app.monitor.state();
      if (pending.some(({ kind }) => kind === 'end-hold')) return;
      const hold = snapshot?.hold;
      const problem = hold?.state === 'restoring' ? hold.problems.find(({ path }) => path === step.path) : undefined;
      if (!problem || !['changed-elsewhere', 'missing', 'replaced'].includes(problem.kind)) return;
      world.ledger.decides(step.path, step.decision);
      const about = { kind: 'end-hold', paths: bothPaths } as const;
      return clicked(about, () => actions.resolveHoldConflict(step.path, step.decision));
    }
    default:
      return;
  }
};

/** The process ends without a word, and what it has asked gets no answer. */
const end = (run: Run): void => {
  const { world, app } = run;
  if (!app) return;
  app.isDead = true;
  for (const dialog of world.dialogs) dialog.answer('cancelled');
  world.ledger.forgetClicks();
  if (world.disk.keeper === app) world.disk.keeper = null;
  world.wokeAtMs = Number.NEGATIVE_INFINITY;
  run.app = null;
};

const longestQuitMs = 60_000;

const quit = async (run: Run): Promise<void> => {
  const { world, app } = run;
  if (!app) return;
  app.monitor.actions.cancelUnlock();
  let hasStopped = false;
  world.ledger.toldToStop();
  void app.monitor.stop().then(() => {
    hasStopped = true;
  });
  for (let waitedMs = 0; !hasStopped && waitedMs < longestQuitMs; waitedMs += 1_000) {
    // A dialog goes with the app that has raised it.
    for (const dialog of world.dialogs) dialog.answer('cancelled');
    await world.clock.run(1_000);
  }
  if (!hasStopped) world.ledger.complaints.push('The app did not come to its end within a minute.');
  // What a click has begun may still wait for its moment to look; nothing else may.
  await world.clock.run(5_000);
  if (hasStopped && app.timers > 0) world.ledger.complaints.push(`${app.timers} timers were left after the end.`);
  end(run);
};
