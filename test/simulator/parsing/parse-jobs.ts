import { absolutePath } from '../mac-path';
import type { PlannedJob } from '../mac-plan';
import type { Field } from './scenario-field';

/** Jobs of launchd's that run when the story begins. */
export const parseJobs = (list: Field, home: string): readonly PlannedJob[] =>
  list.list().map((field) => {
    const label = field.member('label').text();
    const domain = field.member('domain').oneOf(['gui', 'user', 'system']);
    const usual = domain === 'system' ? '/Library/LaunchDaemons' : `${home}/Library/LaunchAgents`;
    const path = field.member('path').isMissing ? `${usual}/${label}.plist` : absolutePath(field.member('path'), home);
    return { label, domain, pid: field.member('pid').wholeNumber(1), path };
  });
