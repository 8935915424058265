import type { Page } from 'playwright-core';
import type { AppState } from '../../../electron/contract/app-state';
import { contract, type PayloadOf, type ReplyOf } from '../../../electron/contract/contract';
import { type AnnouncementVerb, type RequestVerb, requests } from '../../../electron/contract/verbs';
import { everydayHistories, type Histories } from '../fixtures/history';

/** A request as it left the page. */
export interface Call {
  readonly verb: RequestVerb;
  readonly payload: unknown;
}

interface FakeMainWindow {
  readonly fakeMain: {
    readonly calls: Call[];
    announce(verb: string, payload: unknown): void;
    readonly refuses: string[];
    readonly neverAnswers: string[];
    histories: Histories;
    eraseProblem: string | null;
    replies: Record<string, unknown>;
  };
}

/** What the main process says where nothing else is wished. */
const everydayReplies = {
  'diagnostic.preview': '{\n  "what": "A diagnostic"\n}\n',
  'diagnostic.save': { kind: 'saved' },
  'app.openSystemSettings': { ok: true },
  'menus.keepUnlocked': null,
  'menus.autoLock': null,
};

/** Puts a bridge with exactly the contract's requests into the page before its own script runs. */
export const installFakeMain = (
  page: Page,
  state: AppState,
  histories: Histories = everydayHistories,
): Promise<unknown> =>
  page.addInitScript(
    ({ groups, firstState, firstHistories, firstReplies }) => {
      const listeners: { verb: string; listener: (payload: unknown) => void }[] = [];
      const calls: { verb: string; payload: unknown }[] = [];
      const refuses: string[] = [];
      const neverAnswers: string[] = [];
      const announce = (verb: string, payload: unknown) => {
        for (const entry of listeners.filter((other) => other.verb === verb)) entry.listener(payload);
      };
      const fakeMain = {
        calls,
        announce,
        refuses,
        neverAnswers,
        histories: firstHistories,
        eraseProblem: null,
        replies: firstReplies,
      };
      const historyOf = (dayStartsAt: string) => {
        const day = fakeMain.histories[dayStartsAt];
        return day === undefined ? Promise.reject(new Error('no such day')) : Promise.resolve(day);
      };
      const answer = (verb: string) => (payload: unknown) => {
        calls.push({ verb, payload });
        if (neverAnswers.includes(verb)) return new Promise(() => undefined);
        if (refuses.includes(verb)) return Promise.reject(new Error('refused'));
        if (verb === 'history.getDay') return historyOf((payload as { dayStartsAt: string }).dayStartsAt);
        if (verb === 'history.erase') return Promise.resolve({ problem: fakeMain.eraseProblem });
        if (verb in fakeMain.replies) return Promise.resolve(fakeMain.replies[verb]);
        return Promise.resolve(verb === 'state.get' ? firstState : undefined);
      };
      const functionsOf = ([group, names]: readonly [string, readonly string[]]) =>
        [group, Object.fromEntries(names.map((name) => [name, answer(`${group}.${name}`)]))] as const;
      const on = (verb: string, listener: (payload: unknown) => void) => {
        const entry = { verb, listener };
        listeners.push(entry);
        return () => listeners.splice(listeners.indexOf(entry), 1);
      };
      Object.assign(window, {
        latchkey: Object.freeze({ on, ...Object.fromEntries(Object.entries(groups).map(functionsOf)) }),
        fakeMain,
      });
    },
    {
      groups: requests as Record<string, readonly string[]>,
      firstState: state,
      firstHistories: histories,
      firstReplies: everydayReplies as Record<string, unknown>,
    },
  );

/** What the page has asked for so far, without the requests that it makes by itself. */
export const callsOf = async (page: Page): Promise<Call[]> => {
  const calls = await page.evaluate(() => (window as unknown as FakeMainWindow).fakeMain.calls);
  return calls.filter(
    ({ verb }) => !['state.get', 'history.getDay', 'app.resizePopover', 'app.resizeSettings'].includes(verb),
  );
};

/** Every height that the page has asked for. */
export const heightsAskedFor = async (
  page: Page,
  wanted: 'app.resizePopover' | 'app.resizeSettings' = 'app.resizePopover',
): Promise<number[]> => {
  const calls = await page.evaluate(() => (window as unknown as FakeMainWindow).fakeMain.calls);
  return calls
    .filter(({ verb }) => verb === wanted)
    .map(({ payload }) => (payload as PayloadOf<'app.resizePopover'>).heightPixels);
};

/** Each day that the page has asked the history of, by its start. */
export const daysAskedFor = async (page: Page): Promise<string[]> => {
  const calls = await page.evaluate(() => (window as unknown as FakeMainWindow).fakeMain.calls);
  return calls
    .filter(({ verb }) => verb === 'history.getDay')
    .map(({ payload }) => (payload as PayloadOf<'history.getDay'>).dayStartsAt);
};

/** From now on this request is answered so. */
export const replyWith = <Verb extends RequestVerb>(page: Page, verb: Verb, reply: ReplyOf<Verb>): Promise<void> =>
  page.evaluate(
    ([name, value]) => {
      (window as unknown as FakeMainWindow).fakeMain.replies[name] = value;
    },
    [verb as string, reply as unknown] as const,
  );

/** From now on the history cannot be erased, for this reason. */
export const keepFromErasing = (page: Page, problem: string): Promise<void> =>
  page.evaluate((sentence) => {
    (window as unknown as FakeMainWindow).fakeMain.eraseProblem = sentence;
  }, problem);

/** From now on these are the days of the history. */
export const replaceHistories = (page: Page, histories: Histories): Promise<void> =>
  page.evaluate((next) => {
    (window as unknown as FakeMainWindow).fakeMain.histories = next;
  }, histories);

/** Says something to the page as the main process would. */
export const announce = <Verb extends AnnouncementVerb>(
  page: Page,
  verb: Verb,
  payload: PayloadOf<Verb>,
): Promise<void> =>
  page.evaluate(([name, value]) => (window as unknown as FakeMainWindow).fakeMain.announce(name, value), [
    verb as string,
    payload as unknown,
  ] as const);

/** From now on this request is answered with an error, as one whose payload was refused. */
export const refuse = (page: Page, verb: RequestVerb): Promise<number> =>
  page.evaluate((name) => (window as unknown as FakeMainWindow).fakeMain.refuses.push(name), verb);

/** From now on this request stays without an answer, as one whose action goes on. */
export const leaveUnanswered = (page: Page, verb: RequestVerb): Promise<number> =>
  page.evaluate((name) => (window as unknown as FakeMainWindow).fakeMain.neverAnswers.push(name), verb);

/** Whether the contract's own parser takes the request. */
export const isAccepted = ({ verb, payload }: Call): boolean => contract[verb].payload.safeParse(payload).success;
