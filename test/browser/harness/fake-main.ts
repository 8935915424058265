import type { Page } from 'playwright-core';
import type { AppState } from '../../../electron/contract/app-state';
import { type AnnouncementVerb, contract, type PayloadOf, type RequestVerb } from '../../../electron/contract/contract';

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
  };
}

const requestVerbs = Object.entries(contract).flatMap(([verb, entry]) =>
  entry.direction === 'renderer-to-main' ? [verb] : [],
);

/** Puts a bridge with exactly the contract's requests into the page before its own script runs. */
export const installFakeMain = (page: Page, state: AppState): Promise<unknown> =>
  page.addInitScript(
    ({ verbs, firstState }) => {
      const listeners: { verb: string; listener: (payload: unknown) => void }[] = [];
      const calls: { verb: string; payload: unknown }[] = [];
      const refuses: string[] = [];
      const neverAnswers: string[] = [];
      const answer = (verb: string) => (payload: unknown) => {
        calls.push({ verb, payload });
        if (neverAnswers.includes(verb)) return new Promise(() => undefined);
        if (refuses.includes(verb)) return Promise.reject(new Error('refused'));
        return Promise.resolve(verb === 'getState' ? firstState : undefined);
      };
      const on = (verb: string, listener: (payload: unknown) => void) => {
        const entry = { verb, listener };
        listeners.push(entry);
        return () => listeners.splice(listeners.indexOf(entry), 1);
      };
      const announce = (verb: string, payload: unknown) => {
        for (const entry of listeners.filter((other) => other.verb === verb)) entry.listener(payload);
      };
      Object.assign(window, {
        latchkey: Object.freeze({ on, ...Object.fromEntries(verbs.map((verb) => [verb, answer(verb)])) }),
        fakeMain: { calls, announce, refuses, neverAnswers },
      });
    },
    { verbs: requestVerbs, firstState: state },
  );

/** What the page has asked for so far, without the two requests that it makes by itself. */
export const callsOf = async (page: Page): Promise<Call[]> => {
  const calls = await page.evaluate(() => (window as unknown as FakeMainWindow).fakeMain.calls);
  return calls.filter(({ verb }) => verb !== 'getState' && verb !== 'resizePopover');
};

/** Every height that the page has asked for. */
export const heightsAskedFor = async (page: Page): Promise<number[]> => {
  const calls = await page.evaluate(() => (window as unknown as FakeMainWindow).fakeMain.calls);
  return calls
    .filter(({ verb }) => verb === 'resizePopover')
    .map(({ payload }) => (payload as PayloadOf<'resizePopover'>).heightPixels);
};

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
