import { formatTimeout } from '../time/format-timeout';
import { leastFreeBytes, mostSkewSeconds } from './limits';
import { toolOnProvider } from './provider-in-place';
import { aboutFact, isConcerned, type Question } from './question';

const folderClause = {
  missing: 'is missing',
  'not-readable': 'cannot be read',
  'not-writable': 'cannot be written to',
  'owned-by-another-user': 'belongs to another user',
} as const;

export const surroundingsQuestions = {
  'disk-full': aboutFact('disk', 'Is the disk full?', ({ path, freeBytes }) =>
    freeBytes < leastFreeBytes ? { says: `${path} has ${Math.floor(freeBytes / 1e6)} MB left` } : null,
  ),
  'clock-wrong': aboutFact('clockSkewSeconds', 'Is the clock more than two minutes off?', (seconds) =>
    Math.abs(seconds) > mostSkewSeconds
      ? { says: `this Mac’s clock is ${lengthOf(Math.abs(seconds))} ${seconds > 0 ? 'ahead of' : 'behind'} a server’s` }
      : null,
  ),
  'folder-not-usable': aboutFact('folders', 'Can a folder of the tool not be used?', (folders, context) => {
    const broken = folders.filter(({ tool }) => isConcerned(context, tool));
    // One that is missing is made when it is needed.
    const says = broken.flatMap(({ path, what, state }) =>
      state === 'fine' || state === 'missing' ? [] : [`${path} (${what}) ${folderClause[state]}`],
    );
    return says.length === 0 ? null : { says };
  }),
  outage: aboutFact('service', 'Does the status page tell of an outage?', ({ state, description }, context) => {
    if (state !== 'outage') return null;
    // Who talks to a cloud provider does not meet it.
    const weight = toolOnProvider(context) === null ? 'certain' : 'hint';
    return { says: `the status page says “${description}”`, weight };
  }),
  degraded: aboutFact('service', 'Does the status page tell of a partial trouble?', ({ state, description }) =>
    state === 'degraded' ? { says: `the status page says “${description}”`, weight: 'hint' } : null,
  ),
} as const satisfies Readonly<Record<string, Question>>;

/** Rounded to what counts of so much. */
const lengthOf = (seconds: number): string => {
  const unit = seconds < 7200 ? 60 : seconds < 172_800 ? 3600 : 86_400;
  return formatTimeout(Math.round(seconds / unit) * unit);
};
