import { isOlderVersion } from '../text/version-order';
import type { OverridesFact, StoredCredential } from './facts';
import {
  aboutFact,
  type Context,
  concerned,
  isConcerned,
  type NotAllKnown,
  type Question,
  type Trouble,
} from './question';

/** Settings that decide whose login is used; a folder only says where it lies. */
const overruling = ({ settings }: OverridesFact, context: Context) =>
  settings.filter(({ tool, kind }) => kind !== 'folder' && isConcerned(context, tool));

const loginsThat = (text: string, isIt: (login: StoredCredential) => boolean, tell: Tell): Question =>
  aboutFact('credentials', text, (all, context): Trouble | NotAllKnown | null => {
    const own = concerned(context, all);
    // Of a tool without a row nothing was seen: neither that it is signed in nor that it is not.
    if (own.length === 0 && context.tools !== null)
      return { notKnownBecause: 'no stored login of this tool was found' };
    const logins = own.filter(isIt);
    if (logins.length === 0 && context.tools !== null && own.some(tell.mayBe)) {
      return { notKnownBecause: 'the end of the login cannot be read' };
    }
    if (logins.length === 0) return null;
    return { says: logins.map((login) => `${titleOf(login)} ${tell.clause}`), weight: tell.weight(context) };
  });

interface Tell {
  readonly clause: string;
  readonly weight: (context: Context) => 'certain' | 'hint';
  /** Nobody can tell whether it is. */
  readonly mayBe: (login: StoredCredential) => boolean;
}

const titleOf = ({ name, account }: StoredCredential): string =>
  `the ${name} login${account === undefined ? '' : ` of ‘${account}’`}`;

/** Evidence that nobody reads to its end is none. */
const mostNamed = 5;

const countOf = (count: number): string => (count === 1 ? '1 Claude Code' : `${count} Claude Codes`);

/** Tools of which a part runs inside an editor. */
const inEditors = ['claude-code', 'vscode', 'cursor', 'copilot', 'codex', 'gemini'];
const isAboutEditors = (context: Context): boolean => inEditors.some((tool) => isConcerned(context, tool));

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
    const { running, mayHoldOldToken, holders = [] } = fact;
    // One alone has nobody to race with: most likely it wrote the login itself.
    if (mayHoldOldToken === 0 || running < 2 || !isConcerned(context, 'claude-code')) return null;
    const clause = `${countOf(mayHoldOldToken)} of ${running} started before the login was last written`;
    return { says: [clause, ...holders.slice(0, mostNamed).map((name) => `Claude Code ${name}, may hold it`)] };
  }),
  expired: loginsThat('Has the stored login ended?', ({ status }) => status === 'expired', {
    clause: 'has ended',
    weight: () => 'certain',
    mayBe: ({ status }) => status === 'unknown' || status === 'unreadable',
  }),
  // Nobody is signed in to every tool that is installed.
  'signed-out': loginsThat('Is nobody signed in?', ({ status }) => status === 'signed-out', {
    clause: 'is not there',
    weight: ({ tools }) => (tools === null ? 'hint' : 'certain'),
    mayBe: ({ status, store }) => status === 'unreadable' || (status === 'unknown' && store === 'unknown'),
  }),
  'editor-storage': aboutFact('editors', 'Is an editor’s extension storage missing?', (editors, context) => {
    if (!isAboutEditors(context)) return null;
    const broken = editors.filter(({ storage }) => storage !== 'present');
    if (broken.length === 0) return null;
    return {
      says: broken.map(({ name, storage }) => `${name}’s extension storage is ${storage.replaceAll('-', ' ')}`),
      weight: 'hint',
    };
  }),
  'editor-conflict': aboutFact('editors', 'Do extensions get in one another’s way?', (editors, context) => {
    if (!isAboutEditors(context)) return null;
    const busy = editors.filter(({ conflicting }) => conflicting.length > 1);
    const unread = editors.flatMap(({ extensionsUnread }) => extensionsUnread ?? []);
    if (busy.length === 0) return unread.length === 0 ? null : { notKnownBecause: unread.join('; ') };
    return { says: busy.map(({ name, conflicting }) => `${name} has ${conflicting.join(' and ')}`), weight: 'hint' };
  }),
  'several-copies': aboutFact('claudeCopies', 'Are there several copies of Claude Code?', (copies, context) => {
    if (copies.length < 2 || !isConcerned(context, 'claude-code')) return null;
    return { says: copies.map(({ path, version }) => `${path} is version ${version ?? 'unknown'}`), weight: 'hint' };
  }),
  outdated: aboutFact('claudeNewest', 'Is Claude Code older than the newest?', (newest, context) => {
    const copies = context.facts.claudeCopies;
    const installed = copies?.kind === 'known' ? copies.value[0]?.version : null;
    if (!installed || !isConcerned(context, 'claude-code') || isOlderVersion(installed, newest) !== true) return null;
    return { says: `version ${installed} is installed, and ${newest} is the newest`, weight: 'hint' };
  }),
} as const satisfies Readonly<Record<string, Question>>;
