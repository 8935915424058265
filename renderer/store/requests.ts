import type { PayloadOf } from '../../electron/contract/contract';
import type { Preferences } from '../../electron/core/preferences/preferences';
import type { ShellName } from '../../electron/core/sessions/shell-plan';
import type { ClaudeCodeCommand } from '../../electron/core/words/claude-code-activity';
import { pushPage } from './pages';
import { replyTo, sendRequest } from './send-request';

export type CureOfDiagnosis = PayloadOf<'diagnosis.copyCommand'>;

/** Opens a native menu; where a length of one's own is chosen in it, the page that asks for that. */
const openMenu = async (
  verb: 'menus.keepUnlocked' | 'menus.autoLock',
  payload: PayloadOf<'menus.autoLock'>,
  page: 'hold' | 'keychain',
): Promise<void> => {
  if ((await replyTo(verb, payload)) === 'choose-time') pushPage({ page, asksForTime: true });
};

const setPreference = <Key extends keyof Preferences & keyof PayloadOf<'preferences.set'>>(
  key: Key,
  value: Preferences[Key],
) => sendRequest('preferences.set', { [key]: value } as unknown as PayloadOf<'preferences.set'>, key);

/** What a click can ask for: one function for each verb, so that the views hold no payload of their own. */
export const requests = {
  refresh: () => sendRequest('state.refresh'),
  unlock: (keychainPath: string) => sendRequest('keychain.unlock', { keychainPath }, keychainPath),
  cancelUnlock: () => sendRequest('keychain.cancelUnlock'),
  lock: (keychainPath: string) => sendRequest('keychain.lock', { keychainPath }, keychainPath),
  lockAll: () => sendRequest('keychain.lockAll'),
  setAutoLock: (payload: PayloadOf<'autoLock.set'>) => sendRequest('autoLock.set', payload),
  undoAutoLock: (keychainPath: string) => sendRequest('autoLock.undo', { keychainPath }, keychainPath),
  readExpiry: () => sendRequest('credentials.readExpiry', { tool: 'claude-code' }),
  copyHelp: (shown: string) => sendRequest('commands.copy', { command: 'help', shown }, shown),
  copyAttachCommand: () => sendRequest('commands.copy', { command: 'attach-desktop-tmux' }, 'attach'),
  checkAppAccess: () => sendRequest('keychain.checkAppAccess'),
  copyRestartCommand: (pid: number) =>
    sendRequest('commands.copy', { command: 'restart-claude-code', pid }, `restart ${pid}`),
  copyAdvisedCommand: (command: ClaudeCodeCommand) => sendRequest('commands.copy', { command }, command),
  setEndDate: (payload: PayloadOf<'credentials.setEndDate'>) =>
    sendRequest('credentials.setEndDate', payload, `${payload.tool} ${payload.account ?? ''}`),
  testFreshLogin: () => sendRequest('sessions.testFreshLogin'),
  openUnlockPrompt: (sessionId: string) => sendRequest('sessions.openUnlockPrompt', { sessionId }, sessionId),
  startDesktopTmux: () => sendRequest('sessions.startDesktopTmux'),
  setDesktopTmuxAtLogin: (enabled: boolean) => sendRequest('sessions.setDesktopTmuxAtLogin', { enabled }),
  installCommand: () => sendRequest('commands.install'),
  setShellHelper: (shell: ShellName, installed: boolean) =>
    sendRequest('sessions.setShellHelper', { shell, installed }, shell),
  diagnose: (payload: PayloadOf<'diagnosis.ask'>) => sendRequest('diagnosis.ask', payload),
  diagnoseAgain: (tried?: CureOfDiagnosis) => sendRequest('diagnosis.askAgain', tried),
  cancelDiagnosis: () => sendRequest('diagnosis.cancel'),
  copyCureCommand: (shown: CureOfDiagnosis) =>
    sendRequest('diagnosis.copyCommand', shown, `${shown.cause} ${shown.cure}`),
  openSettingsPane: (shown: CureOfDiagnosis) => sendRequest('diagnosis.openPane', shown),
  startHold: (payload: PayloadOf<'hold.start'>) => sendRequest('hold.start', payload),
  openKeepUnlockedMenu: (payload: PayloadOf<'menus.keepUnlocked'>) => openMenu('menus.keepUnlocked', payload, 'hold'),
  openAutoLockMenu: (payload: PayloadOf<'menus.autoLock'>) => openMenu('menus.autoLock', payload, 'keychain'),
  endHold: (relock: boolean) => sendRequest('hold.end', { relock }),
  resolveHoldConflict: (keychainPath: string, decision: 'put-back' | 'leave') =>
    sendRequest('hold.resolveConflict', { keychainPath, decision }, keychainPath),
  /** What came of it is no state that anybody else shows, so it comes back here. */
  eraseHistory: () => replyTo('history.erase'),
  setLaunchAtLogin: (enabled: boolean) => sendRequest('preferences.setLaunchAtLogin', { enabled }),
  setPreference,
  openSettings: () => sendRequest('app.openSettings'),
  hidePopover: () => sendRequest('app.hidePopover'),
  quit: () => sendRequest('app.quit'),
} as const;
