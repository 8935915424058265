import type { Run } from '../steps/run';
import { checkCredentials, checkUnread } from './check-credentials';
import { checkKeychains } from './check-keychains';
import { checkPromises } from './check-promises';
import { checkSessions } from './check-sessions';
import { checkVerdict } from './check-verdict';

/** Everything that must be so after each step, as sentences that say what is not. */
export const checkAll = ({ world, app, isTestTrusted }: Run): readonly string[] => {
  const snapshot = app?.monitor.state().snapshot ?? null;
  const shown =
    snapshot === null || app === null
      ? []
      : [
          ...checkKeychains(snapshot, world),
          ...checkSessions(snapshot, world, isTestTrusted),
          ...checkCredentials(snapshot, world),
          ...checkUnread(snapshot, world, app.startedAtMs),
          ...checkVerdict(snapshot, world),
        ];
  return [...checkPromises(world, app), ...shown];
};
