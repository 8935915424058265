import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Page } from 'playwright-core';
import type { AppState } from '../../../electron/contract/app-state';
import { processesThatBelongTo } from '../../simulator/leftover-processes';
import type { Scenario } from '../../simulator/parsing/scenario';
import { type LatchkeyApp, type LaunchOptions, launchLatchkey } from '../latchkey-app';

/** Something that goes wrong, or is too much, while the app runs. */
export interface AppFault {
  readonly name: string;
  readonly scenario: Scenario;
  readonly options?: LaunchOptions;
  /** Brings it about, and does what a user would do meanwhile. */
  readonly begin?: (app: LatchkeyApp, page: Page) => Promise<unknown>;
  /** How the popover says so; null where nothing is wrong, and nothing may be said. */
  readonly named: RegExp | null;
  /** What is wrong besides once it has been there for a while, as sentences. */
  readonly check?: (app: LatchkeyApp, state: AppState) => Promise<readonly string[]>;
  readonly forMs?: number;
}

export interface FaultTried {
  readonly answers: number;
  readonly medianMs: number;
  readonly slowestMs: number;
  /** By how much a timer of an idle process beside it was late at the most: what the machine itself did to both. */
  readonly machineMs: number;
  /** In the words of the popover; empty where nothing was to be said. */
  readonly said: string;
  readonly complaints: readonly string[];
}

const usualMs = 8_000;
const timerMs = 10;
/** Who quits waits three seconds at the most for what is to be written (electron/shell/app/lifecycle.ts). */
const mostQuitMs = 10_000;

/** From the question of the page to its answer, over and over: every click takes the same way. */
export const answerTimes = (page: Page, forMs: number): Promise<readonly number[]> =>
  page.evaluate(async (spanMs) => {
    const times: number[] = [];
    const end = performance.now() + spanMs;
    while (performance.now() < end) {
      const askedAt = performance.now();
      await window.latchkey.state.get();
      times.push(performance.now() - askedAt);
      await new Promise((resume) => setTimeout(resume, 20));
    }
    return times;
  }, forMs);

/** Everything that the popover says of what is wrong. */
export const saidIn = ({ snapshot, preferencesNotice, notice, ...state }: AppState): string =>
  [
    ...(snapshot?.unread ?? []).map(({ part, reason }) => `${part}: ${reason}`),
    ...(snapshot?.warnings ?? []).map(({ title, detail }) => `${title}. ${detail}`),
    ...(snapshot?.sessions ?? []).flatMap(({ unread, reason }) => [unread?.reason ?? '', reason]),
    ...(preferencesNotice === null ? [] : [preferencesNotice]),
    ...(notice?.kind === 'failed' ? [notice.sentence] : []),
    ...Object.values(state).filter((value) => typeof value === 'string'),
  ].join('\n');

const unreadNotLate = ({ snapshot }: AppState): readonly string[] =>
  (snapshot?.unread ?? []).map(({ reason }) => reason).filter((reason) => !/did not answer within/.test(reason));

/** The line in which it says so. */
const lineOf = (said: string, named: RegExp): string | undefined => said.split('\n').find((line) => named.test(line));

/** Starts the app with the fault, looks at what the popover does meanwhile, and ends it. */
export const tryFault = async (fault: AppFault): Promise<FaultTried> => {
  const app = await launchLatchkey(fault.scenario, fault.options);
  const complaints: string[] = [];
  const delay = monitorEventLoopDelay({ resolution: timerMs });
  let times: readonly number[] = [];
  let said = '';
  try {
    const page = await app.openPopover();
    delay.enable();
    const measuring = answerTimes(page, fault.forMs ?? usualMs);
    await fault.begin?.(app, page);
    times = await measuring;
    delay.disable();
    const state = await app.state();
    const line = fault.named === null ? '' : lineOf(saidIn(state), fault.named);
    if (line === undefined) complaints.push(`Nothing says ${fault.named}: ${saidIn(state).slice(0, 600)}`);
    said = line ?? '';
    // What is only late on a busy machine is said as that, and is no lie.
    if (fault.named === null) complaints.push(...unreadNotLate(state).map((reason) => `Unread: ${reason}`));
    complaints.push(...((await fault.check?.(app, state)) ?? []));
    const quitAtMs = performance.now();
    await app.quit();
    const quitMs = performance.now() - quitAtMs;
    if (quitMs > mostQuitMs) complaints.push(`It took ${Math.round(quitMs / 1000)} s to quit.`);
    const left = processesThatBelongTo(app.mac.root);
    complaints.push(...left.map((line) => `A child was left: ${line}`));
  } finally {
    await app.close();
  }
  const sorted = [...times].sort((one, other) => one - other);
  const [medianMs = Number.NaN, slowestMs = Number.NaN] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return {
    ...{ answers: times.length, medianMs: Math.round(medianMs), slowestMs: Math.round(slowestMs) },
    machineMs: Math.max(0, Math.round(delay.max / 1e6) - timerMs),
    ...{ said, complaints },
  };
};
