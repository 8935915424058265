import type { OverridesFact, StoredCredential } from './facts';
import { aboutFact, type Context, concerned, isConcerned, type Question, type Trouble } from './question';

/** Settings that decide whose login is used; a folder only says where it lies. */
const overruling = ({ settings }: OverridesFact, context: Context) =>
  settings.filter(({ tool, kind }) => kind !== 'folder' && isConcerned(context, tool));

const loginsThat = (text: string, isIt: (login: StoredCredential) => boolean, tell: Tell): Question =>
  aboutFact('credentials', text, (all, context): Trouble | null => {
    const logins = concerned(context, all).filter(isIt);
    if (logins.length === 0) return null;
    return { says: logins.map((login) => `${titleOf(login)} ${tell.clause}`), weight: tell.weight(context) };
  });

interface Tell {
  readonly clause: string;
  readonly weight: (context: Context) => 'certain' | 'hint';
}

const titleOf = ({ name, account }: StoredCredential): string =>
  `the ${name} login${account === undefined ? '' : ` of ‘${account}’`}`;

const countOf = (count: number): string => (count === 1 ? '1 Claude Code' : `${count} Claude Codes`);

/** Missing numbers count as zero; what follows a hyphen does not count. Null where one is no version. */
const isOlder = (version: string, than: string): boolean | null => {
  const partsOf = (text: string) => /^v?(\d{1,9}(?:\.\d{1,9}){0,3})/.exec(text)?.[1]?.split('.').map(Number);
  const [one, other] = [partsOf(version), partsOf(than)];
  if (!one || !other) return null;
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
};

export const loginQuestions = {
  provider: aboutFact('overrides', 'Is a cloud provider’s login used instead?', (fact, context) => {
    const winner = overruling(fact, context).find(({ name }) => name === fact.wins);
    return winner?.kind === 'provider-switch' ? { says: `${winner.name} is ${winner.where}` } : null;
  }),
  'several-variables': aboutFact('overrides', 'Do several variables or settings compete?', (fact, context) => {
    const several = overruling(fact, context);
    if (several.length < 2) return null;
    const names = several.map(({ name, where }) => `${name} is ${where}`);
    return { says: fact.wins === null ? names : [...names, `${fact.wins} is the one that counts`] };
  }),
  'one-variable': aboutFact('overrides', 'Does a variable or setting overrule the login?', (fact, context) => {
    const [only, another] = overruling(fact, context);
    if (!only || another || only.kind === 'provider-switch') return null;
    return { says: `${only.name} is ${only.where}` };
  }),
  'refresh-lock': aboutFact('claudeCode', 'Is the refresh lock stuck?', ({ refreshLock, refreshLockPath }, context) => {
    if (refreshLock !== 'stuck' || !isConcerned(context, 'claude-code')) return null;
    return { says: `${refreshLockPath ?? 'the refresh lock'} was not touched for more than a minute` };
  }),
  'old-token': aboutFact('claudeCode', 'May a running Claude Code hold a used-up token?', (fact, context) => {
    const { running, mayHoldOldToken } = fact;
    // One alone has nobody to race with: most likely it wrote the login itself.
    if (mayHoldOldToken === 0 || running < 2 || !isConcerned(context, 'claude-code')) return null;
    return { says: `${countOf(mayHoldOldToken)} of ${running} started before the login was last written` };
  }),
  expired: loginsThat('Has the stored login ended?', ({ status }) => status === 'expired', {
    clause: 'has ended',
    weight: () => 'certain',
  }),
  // Nobody is signed in to every tool that is installed.
  'signed-out': loginsThat('Is nobody signed in?', ({ status }) => status === 'signed-out', {
    clause: 'is not there',
    weight: ({ tools }) => (tools === null ? 'hint' : 'certain'),
  }),
  'editor-storage': aboutFact('editors', 'Is an editor’s extension storage missing?', (editors) => {
    const broken = editors.filter(({ storage }) => storage !== 'present');
    if (broken.length === 0) return null;
    return {
      says: broken.map(({ name, storage }) => `${name}’s extension storage is ${storage.replaceAll('-', ' ')}`),
      weight: 'hint',
    };
  }),
  'editor-conflict': aboutFact('editors', 'Do extensions get in one another’s way?', (editors) => {
    const busy = editors.filter(({ conflicting }) => conflicting.length > 1);
    if (busy.length === 0) return null;
    return { says: busy.map(({ name, conflicting }) => `${name} has ${conflicting.join(' and ')}`), weight: 'hint' };
  }),
  'several-copies': aboutFact('claudeCopies', 'Are there several copies of Claude Code?', (copies, context) => {
    if (copies.length < 2 || !isConcerned(context, 'claude-code')) return null;
    return { says: copies.map(({ path, version }) => `${path} is version ${version ?? 'unknown'}`), weight: 'hint' };
  }),
  outdated: aboutFact('claudeNewest', 'Is Claude Code older than the newest?', (newest, context) => {
    const copies = context.facts.claudeCopies;
    const installed = copies?.kind === 'known' ? copies.value[0]?.version : null;
    if (!installed || !isConcerned(context, 'claude-code') || isOlder(installed, newest) !== true) return null;
    return { says: `version ${installed} is installed, and ${newest} is the newest`, weight: 'hint' };
  }),
} as const satisfies Readonly<Record<string, Question>>;
