import { formatHistoryEvent, isNews } from '../core/history/format-history';
import type { HistoryEvent } from '../core/history/history-event';
import { type ExitCode, exitCode } from '../core/state/exit-code';
import { formatOutsideText } from '../core/text/format-outside-text';
import { formatDayInFull } from '../core/time/format-day';
import { formatClock } from '../core/time/format-moment';
import { dayBeside, localDayOf } from '../core/time/local-day';
import type { MacMonitor } from '../monitor/mac-monitor';
import type { Command } from './arguments';
import { wrap } from './text/columns';
import type { Terminal } from './text/terminal';

type HistoryCommand = Extract<Command, { name: 'history' }>;

/** `latchkey history`: what the app has recorded. The command line itself records nothing. */
export const runHistory = async (
  mac: Pick<MacMonitor, 'history' | 'now'>,
  { days, json, erase }: HistoryCommand,
  terminal: Terminal,
): Promise<ExitCode> => {
  if (erase) return runErase(mac, terminal);
  const stored = await mac.history.since(firstMoment(mac.now(), days, terminal.timeZone));
  if (!stored.ok) {
    terminal.tell(stored.reason);
    return exitCode.couldNotLook;
  }
  const { events, problems, skippedLines } = stored.value;
  if (json) terminal.printJson('history', { schemaVersion: 1, events });
  else terminal.print(textOf(events, terminal));
  for (const problem of problems) terminal.tell(problem);
  if (skippedLines > 0) {
    terminal.tell(`${skippedLines} ${skippedLines === 1 ? 'line is no event' : 'lines are no events'} and left out.`);
  }
  return problems.length > 0 ? exitCode.warning : exitCode.fine;
};

const runErase = async ({ history }: Pick<MacMonitor, 'history'>, terminal: Terminal): Promise<ExitCode> => {
  const erased = await history.erase();
  if (!erased.ok) {
    terminal.tell(erased.reason);
    return exitCode.couldNotLook;
  }
  const { value } = erased;
  terminal.tell(value === 0 ? 'There was no history.' : `Erased: ${value} ${value === 1 ? 'day' : 'days'}.`);
  return exitCode.fine;
};

/** @param days of the calendar, today included. */
const firstMoment = (nowMs: number, days: number, timeZone: string): number => {
  let day = localDayOf(nowMs, timeZone);
  for (let count = 1; count < days; count += 1) day = dayBeside(day, -1, timeZone);
  return day.startMs;
};

const clockColumns = 7;

const textOf = (events: readonly HistoryEvent[], { paint, timeZone }: Terminal): string => {
  const lines: string[] = [];
  let heading = '';
  for (const event of events.filter(isNews)) {
    const atMs = Date.parse(event.at);
    const day = formatDayInFull(atMs, { timeZone });
    if (day !== heading) lines.push(...(heading === '' ? [] : ['']), paint('heading', day));
    heading = day;
    const [first = '', ...others] = wrap(formatOutsideText(formatHistoryEvent(event)), 80 - clockColumns - 2);
    lines.push(`  ${formatClock(atMs, { timeZone })}  ${first}`);
    lines.push(...others.map((line) => `  ${' '.repeat(clockColumns)}${line}`));
  }
  return lines.length === 0 ? 'Nothing was recorded in this time. The app records while it runs.' : lines.join('\n');
};
