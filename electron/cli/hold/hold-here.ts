import type { HoldRequest } from '../../core/hold/hold-request';
import type { Outcome } from '../../core/outcome';
import { type ExitCode, exitCode } from '../../core/state/exit-code';
import type { MonitorState } from '../../core/state/monitor-state';
import { formatOutsideText } from '../../core/text/format-outside-text';
import type { MacMonitor } from '../../monitor/mac-monitor';
import { type Terminal, typedIn } from '../text/terminal';
import { told } from './hold-outcome';
import { factLines } from './hold-text';

/** What only the app can do; null where this process can keep the hold. */
const whyNotHere = ({ end, keepAwake }: HoldRequest): string | null => {
  if (end.kind === 'back')
    return 'Only the app sees the screen being unlocked. Open Latchkey, or give a time instead of back.';
  if (keepAwake)
    return 'Only the app keeps this Mac awake. Open Latchkey, or leave out --keep-awake and run caffeinate -s beside it.';
  return null;
};

/**
 * Keeps a hold in this process until its end, and returns when the settings are back. Ctrl-C, SIGTERM and a terminal that
 * is closed end it properly; after kill -9 its journal is left, and whoever starts next puts everything back.
 *
 * @param why a sentence: why it is this process that keeps it.
 */
export const keepHere = async (
  mac: MacMonitor,
  request: HoldRequest,
  terminal: Terminal,
  why: string,
): Promise<ExitCode> => {
  const cannot = whyNotHere(request);
  terminal.tell(`${why} ${cannot ?? 'This process keeps it unlocked.'}`);
  if (cannot !== null) return exitCode.warning;
  const { actions } = mac.monitor;
  let interrupted: Promise<Outcome<void>> | null = null;
  const onInterrupt = new Promise<void>((resolve) => {
    terminal.onInterrupt(() => {
      if (interrupted) return;
      terminal.tell(
        `Putting the settings back. A second Ctrl-C ends this at once: then ${typedIn(terminal)} hold --end, or Latchkey’s next start, puts them back.`,
      );
      interrupted = actions.endHold();
      resolve();
    });
  });
  const started = await actions.startHold(request);
  if (!started.ok) {
    await interrupted;
    await mac.monitor.stop();
    return told(started, '', terminal);
  }
  tellOfIt(mac, terminal);
  await Promise.race([onInterrupt, untilOver(mac, terminal)]);
  const ended = interrupted === null ? null : await interrupted;
  await mac.monitor.stop();
  return lastWord(mac.monitor.state(), ended, terminal);
};

const tellOfIt = (mac: MacMonitor, terminal: Terminal): void => {
  const hold = mac.monitor.state().snapshot?.hold;
  const now = { nowMs: mac.now(), timeZone: terminal.timeZone };
  if (hold?.state === 'on') for (const line of factLines(hold, now)) terminal.tell(line.trim());
  terminal.tell('Ctrl-C ends it and puts the settings back.');
};

/** Until everything is back, or somebody has to decide. What waits for an unlock is put back then, so it is waited for. */
const untilOver = ({ monitor }: MacMonitor, terminal: Terminal): Promise<void> =>
  new Promise((resolve) => {
    let said = '';
    const look = ({ snapshot, pending }: MonitorState): void => {
      const hold = snapshot?.hold;
      if (!hold || hold.state === 'on' || pending.length > 0) return;
      if (hold.state === 'off' || hold.isElsewhere || hold.waitsFor === 'decision') {
        stop();
        resolve();
        return;
      }
      const sentences = hold.problems.map(({ sentence }) => formatOutsideText(sentence)).join('\n');
      if (sentences !== said) terminal.tell(sentences);
      said = sentences;
    };
    const stop = monitor.subscribe(look);
  });

const lastWord = ({ snapshot, notice }: MonitorState, ended: Outcome<void> | null, terminal: Terminal): ExitCode => {
  const hold = snapshot?.hold;
  if (hold?.state === 'off') {
    terminal.tell(notice?.kind === 'done' ? notice.sentence : 'Keep Unlocked has ended.');
    return exitCode.fine;
  }
  if (ended !== null && !ended.ok) return told(ended, '', terminal);
  const problems = hold?.state === 'restoring' ? hold.problems : [];
  for (const { sentence } of problems) terminal.tell(formatOutsideText(sentence));
  terminal.tell(`See ${typedIn(terminal)} hold for what can be done.`);
  return exitCode.warning;
};
