import { toolCalled } from '../../core/credentials/tool-called';
import type { ChecklistRow } from '../../core/diagnosis/checklist';
import { type DiagnosisRun, type EndedDiagnosis, mostMessageCharacters } from '../../core/diagnosis/diagnosis-run';
import type { DoctorReport } from '../../core/diagnosis/doctor-report';
import { type ExitCode, exitCode } from '../../core/state/exit-code';
import type { MonitorState } from '../../core/state/monitor-state';
import { loginKeychain } from '../../core/words/login-keychain';
import type { DiagnosisQuestion } from '../../monitor/diagnosis/diagnosis';
import type { MacMonitor } from '../../monitor/mac-monitor';
import type { Paint } from '../text/paint';
import { type Terminal, typedIn } from '../text/terminal';
import type { DoctorCommand } from './doctor-arguments';
import { checkLines, doctorText, lookedAtHeading, slowLines } from './doctor-text';

/** `latchkey doctor`: runs the checks once and tells the causes; the same diagnosis as the popover's. */
export const runDoctor = async (
  { monitor }: MacMonitor,
  command: DoctorCommand,
  terminal: Terminal,
): Promise<ExitCode> => {
  const { tools, hosts } = monitor.state().diagnosisChoices;
  const tool = command.tool === undefined ? undefined : toolCalled(tools, command.tool);
  if (command.tool !== undefined && tool === undefined) {
    terminal.tell(`latchkey: There is no tool “${command.tool}”. Known: ${tools.map(({ id }) => id).join(', ')}.`);
    return exitCode.usage;
  }
  const message = await messageOf(command, terminal);
  if (message?.trim() === '') {
    terminal.tell('latchkey: Standard input held no message.');
    return exitCode.usage;
  }
  if (command.network) terminal.tell(`Contacts ${(tool?.hosts ?? hosts).join(', ')}.`);
  terminal.onInterrupt(() => monitor.diagnosing.cancelDiagnosis());
  const follow = followOn(terminal, command);
  const stopWatching = monitor.subscribe(({ diagnosis }) => follow(diagnosis));
  const outcome = await monitor.diagnosing.diagnose(questionOf(command, tool?.id, message));
  stopWatching();
  terminal.showProgress(null);
  if (!outcome.ok) {
    terminal.tell(outcome.reason);
    return exitCode.couldNotLook;
  }
  return tell(outcome.value, command, terminal, isLockKnown(monitor.state()));
};

const messageOf = async ({ message }: DoctorCommand, terminal: Terminal): Promise<string | undefined> => {
  if (message?.from !== 'standard-input') return message?.text;
  const { text, isCut } = await terminal.readInput(mostMessageCharacters);
  if (isCut) terminal.tell('Only the first 64 kB of standard input are looked at.');
  return text;
};

const questionOf = (
  { symptom, network }: DoctorCommand,
  tool: string | undefined,
  message: string | undefined,
): DiagnosisQuestion => ({
  ...(tool === undefined ? {} : { tool }),
  ...(symptom === undefined ? {} : { symptom }),
  ...(message === undefined ? {} : { message }),
  network,
});

const tellsAsItComes = ({ isWatched }: Terminal, { json, checklist }: DoctorCommand): boolean =>
  isWatched && !json && !checklist;

/** On a terminal each check is told when it has ended, and what hangs while it does; below them how far it is. */
const followOn = (terminal: Terminal, command: DoctorCommand): ((run: DiagnosisRun | null) => void) => {
  const { paint } = terminal;
  const told = new Set<string>();
  const say = (id: string, lines: () => readonly string[]) => {
    if (told.has(id)) return;
    if (told.size === 0) terminal.print(lookedAtHeading(paint));
    told.add(id);
    terminal.print(lines().join('\n'));
  };
  return (run) => {
    if (run?.phase === 'running' && tellsAsItComes(terminal, command)) {
      terminal.showProgress(null);
      for (const check of run.finished) say(check.id, () => checkLines(check, paint));
      for (const check of run.slow) say(`slow ${check.id}`, () => slowLines(check, paint));
    }
    terminal.showProgress(progressLine(run));
  };
};

const progressLine = (diagnosis: DiagnosisRun | null): string | null => {
  if (diagnosis?.phase !== 'running') return null;
  const { done, of, current } = diagnosis;
  const [first] = current;
  return `Check ${Math.min(done + 1, of)} of ${of}${first === undefined ? '' : `: ${first}`}`;
};

const tell = async (
  ended: EndedDiagnosis,
  command: DoctorCommand,
  terminal: Terminal,
  sawLock: boolean,
): Promise<ExitCode> => {
  if (ended.phase === 'cancelled') {
    terminal.tell('Cancelled.');
    return exitCode.couldNotLook;
  }
  const { json, checklist } = command;
  const { report } = ended;
  const rows = checklist ? await loadChecklist(report) : null;
  if (json) terminal.printJson('doctor', rows === null ? report : { ...report, checklist: rows });
  else if (rows === null) terminal.print(textOf(report, command, terminal));
  else terminal.print(await loadChecklistText(rows, terminal.paint));
  if (report.diagnosis.causes[0]?.id !== 'unexplained') return exitCode.warning;
  return sawLock ? exitCode.fine : exitCode.couldNotLook;
};

/** Checks that were told as they came are not told again. */
const textOf = (report: DoctorReport, command: DoctorCommand, terminal: Terminal): string =>
  tellsAsItComes(terminal, command)
    ? `\n${doctorText({ ...report, checks: [] }, terminal.paint, typedIn(terminal))}`
    : doctorText(report, terminal.paint, typedIn(terminal));

const loadChecklist = async ({ checks: results }: DoctorReport): Promise<readonly ChecklistRow[]> =>
  (await import('../../core/diagnosis/checklist')).workThrough(results);

const loadChecklistText = async (rows: readonly ChecklistRow[], paint: Paint): Promise<string> =>
  (await import('./checklist-text')).checklistText(rows, paint);

/** That nothing was found counts only where the lock state could be seen. */
const isLockKnown = ({ snapshot }: MonitorState): boolean => {
  const login = loginKeychain(snapshot?.keychains ?? []);
  return login !== undefined && login.lock.state !== 'unknown';
};
