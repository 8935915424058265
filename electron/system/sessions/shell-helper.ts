import { failure, type Outcome, success } from '../../core/outcome';
import { addBlock, type BlockProblem, hasBlock, removeBlock } from '../../core/sessions/shell-block';
import { type ShellName, type ShellPlan, shellNames } from '../../core/sessions/shell-plan';
import type { MacHost } from '../mac/host';
import { copyHelper, helperFiles, removeHelper } from './shell-helper-files';
import { sourcingLines, startupFile } from './shell-startup-file';
import {
  readStartupText,
  type StartupText,
  type StartupTextProblem,
  whyNotWritable,
  writeStartupText,
} from './startup-text';

export type ShellHelperProblem = StartupTextProblem | BlockProblem | 'helper-not-copied';

type ShellOutcome<Value> = Outcome<Value, ShellHelperProblem>;

/** Changes nothing. */
export const planShellInstall = async (host: MacHost, shell: ShellName): Promise<ShellOutcome<ShellPlan>> => {
  const prepared = await prepare(host, shell);
  return prepared.ok ? success(prepared.value.plan) : prepared;
};

/**
 * Copies the helper and adds the lines. Doing it again changes nothing, or brings an older helper up to date.
 *
 * @param assetsFolder path on disk of the app's `assets/shell`.
 */
export const installShellHelper = async (
  host: MacHost,
  shell: ShellName,
  assetsFolder: string,
): Promise<ShellOutcome<ShellPlan>> => {
  const prepared = await prepare(host, shell);
  if (!prepared.ok) return prepared;
  const { found, text, plan } = prepared.value;
  const copied = await copyHelper(host, assetsFolder);
  if (!copied.ok) return copied;
  const written = await writeStartupText(host, found, text);
  return written.ok ? success({ ...plan, isInstalled: true }) : named(plan.file, written);
};

/** Takes the lines out again and leaves the file as it was; with the last shell's lines the helper's copies go, too. */
export const uninstallShellHelper = async (
  host: MacHost,
  shell: ShellName,
): Promise<ShellOutcome<{ readonly file: string; readonly wasInstalled: boolean }>> => {
  const { file } = await startupFile(host, shell);
  const found = await readStartupText(host, file);
  if (!found.ok) return named(file, found);
  if (found.value.text !== null) {
    const removed = removeBlock(found.value.text);
    if (!removed.ok) return named(file, removed);
    const written = await writeStartupText(host, found.value, removed.value);
    if (!written.ok) return named(file, written);
    if (removed.value === found.value.text) return success({ file, wasInstalled: false });
  }
  if (await isNowhereInstalled(host)) await removeHelper(host);
  return success({ file, wasInstalled: found.value.text !== null });
};

export const isShellHelperInstalled = async (host: MacHost, shell: ShellName): Promise<ShellOutcome<boolean>> => {
  const { file } = await startupFile(host, shell);
  const found = await readStartupText(host, file);
  if (!found.ok) return named(file, found);
  const has = hasBlock(found.value.text ?? '');
  return has.ok ? has : named(file, has);
};

/** Brings the helper's copies up to date with the app's, where any shell uses them. To be done when the app starts. */
export const refreshShellHelper = async (host: MacHost, assetsFolder: string): Promise<ShellOutcome<void>> =>
  (await isNowhereInstalled(host)) ? success(undefined) : copyHelper(host, assetsFolder);

/** A file that cannot be read may hold the lines. */
const isNowhereInstalled = async (host: MacHost): Promise<boolean> => {
  const all = await Promise.all(shellNames.map((shell) => isShellHelperInstalled(host, shell)));
  return all.every((one) => one.ok && !one.value);
};

interface Prepared {
  readonly plan: ShellPlan;
  readonly found: StartupText;
  readonly text: string;
}

const prepare = async (host: MacHost, shell: ShellName): Promise<ShellOutcome<Prepared>> => {
  const { file, why } = await startupFile(host, shell);
  const found = await readStartupText(host, file);
  if (!found.ok) return named(file, found);
  const added = addBlock(found.value.text, sourcingLines(host, shell));
  if (!added.ok) return named(file, added);
  const refusal = added.value.text === found.value.text ? null : whyNotWritable(found.value);
  if (refusal) return named(file, refusal);
  const plan: ShellPlan = {
    shell,
    file,
    why,
    targetFile: found.value.target,
    lines: added.value.lines,
    makesFile: found.value.text === null,
    isInstalled: added.value.text === found.value.text,
    helperFiles: helperFiles(host),
  };
  return success({ plan, found: found.value, text: added.value.text });
};

const named = <Code extends string>(file: string, { code, reason }: { code: Code; reason: string }) =>
  failure(code, `${file}: ${reason}`);
