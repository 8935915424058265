import { checks } from '../core/diagnosis/check-result';
import { type DiagnosisRun, type EndedDiagnosis, mostMessageCharacters } from '../core/diagnosis/diagnosis-run';
import { type ExitCode, exitCode } from '../core/exit-code';
import type { MonitorState } from '../core/monitor-state';
import { loginKeychain } from '../core/warnings';
import type { DiagnosisQuestion } from '../monitor/diagnosis';
import type { MacMonitor } from '../monitor/mac-monitor';
import type { Command } from './arguments';
import { doctorText } from './doctor-text';
import type { Terminal } from './terminal';

type DoctorCommand = Extract<Command, { name: 'doctor' }>;

/** `latchkey doctor`: runs the checks once and tells the causes; the same diagnosis as the popover's. */
export const runDoctor = async (
  { monitor }: MacMonitor,
  command: DoctorCommand,
  terminal: Terminal,
): Promise<ExitCode> => {
  const { tools, hosts } = monitor.state().diagnosisChoices;
  const tool = tools.find(({ id }) => id === command.tool);
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
  const stopWatching = monitor.subscribe(({ diagnosis }) => terminal.showProgress(progressLine(diagnosis)));
  const outcome = await monitor.diagnosing.diagnose(questionOf(command, message));
  stopWatching();
  terminal.showProgress(null);
  if (!outcome.ok) {
    terminal.tell(outcome.reason);
    return exitCode.couldNotLook;
  }
  return tell(outcome.value, command.json, terminal, isLockKnown(monitor.state()));
};

const messageOf = async ({ message }: DoctorCommand, terminal: Terminal): Promise<string | undefined> => {
  if (message?.from !== 'standard-input') return message?.text;
  const { text, isCut } = await terminal.readInput(mostMessageCharacters);
  if (isCut) terminal.tell('Only the first 64 kB of standard input are looked at.');
  return text;
};

const questionOf = ({ tool, symptom, network }: DoctorCommand, message: string | undefined): DiagnosisQuestion => ({
  ...(tool === undefined ? {} : { tool }),
  ...(symptom === undefined ? {} : { symptom }),
  ...(message === undefined ? {} : { message }),
  network,
});

const progressLine = (diagnosis: DiagnosisRun | null): string | null => {
  if (diagnosis?.phase !== 'running') return null;
  const { done, of, current } = diagnosis;
  const [first] = current;
  return `Check ${Math.min(done + 1, of)} of ${of}${first === undefined ? '' : `: ${checks[first].title}`}`;
};

const tell = (ended: EndedDiagnosis, json: boolean, terminal: Terminal, sawLock: boolean): ExitCode => {
  if (ended.phase === 'cancelled') {
    terminal.tell('Cancelled.');
    return exitCode.couldNotLook;
  }
  const { report } = ended;
  terminal.print(json ? JSON.stringify(report, null, 2) : doctorText(report, terminal.paint));
  if (report.diagnosis.causes[0]?.id !== 'unexplained') return exitCode.warning;
  return sawLock ? exitCode.fine : exitCode.couldNotLook;
};

/** That nothing was found counts only where the lock state could be seen. */
const isLockKnown = ({ snapshot }: MonitorState): boolean => {
  const login = loginKeychain(snapshot?.keychains ?? []);
  return login !== undefined && login.lock.state !== 'unknown';
};
