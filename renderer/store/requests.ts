import type { Busy } from '../../electron/contract/busy';
import type { PayloadOf } from '../../electron/contract/contract';
import type { Preferences } from '../../electron/core/preferences/preferences';
import type { ShellName } from '../../electron/core/sessions/shell-plan';
import type { ClaudeCodeCommand } from '../../electron/core/words/claude-code-activity';
import { bridge } from './bridge';
import { pushPage } from './pages';
import { replyTo, sendRequest } from './send-request';

export type CureOfDiagnosis = PayloadOf<'diagnosis.copyCommand'>;

/** Opens a native menu; where a length of one's own is chosen in it, the page that asks for that. */
const openMenu = async (
  verb: 'menus.keepUnlocked' | 'menus.autoLock',
  open: () => Promise<'choose-time' | null | Busy>,
  page: 'hold' | 'keychain',
): Promise<void> => {
  if ((await replyTo(verb, open)) === 'choose-time') pushPage({ page, asksForTime: true });
};

/** What a click can ask for: one function for each verb, so that the views hold no payload of their own. */
export const requests = {
  refresh: () => sendRequest('state.refresh', bridge.state.refresh),
  unlock: (keychainPath: string) =>
    sendRequest('keychain.unlock', () => bridge.keychain.unlock({ keychainPath }), keychainPath),
  cancelUnlock: () => sendRequest('keychain.cancelUnlock', bridge.keychain.cancelUnlock),
  lock: (keychainPath: string) =>
    sendRequest('keychain.lock', () => bridge.keychain.lock({ keychainPath }), keychainPath),
  lockAll: () => sendRequest('keychain.lockAll', bridge.keychain.lockAll),
  setAutoLock: (payload: PayloadOf<'autoLock.set'>) => sendRequest('autoLock.set', () => bridge.autoLock.set(payload)),
  undoAutoLock: (keychainPath: string) =>
    sendRequest('autoLock.undo', () => bridge.autoLock.undo({ keychainPath }), keychainPath),
  readExpiry: () => sendRequest('credentials.readExpiry', () => bridge.credentials.readExpiry({ tool: 'claude-code' })),
  copyUnlockCommand: () => sendRequest('commands.copy', () => bridge.commands.copy({ command: 'unlock-over-ssh' })),
  copyAttachCommand: () =>
    sendRequest('commands.copy', () => bridge.commands.copy({ command: 'attach-desktop-tmux' }), 'attach'),
  checkAppAccess: () => sendRequest('keychain.checkAppAccess', bridge.keychain.checkAppAccess),
  copyRestartCommand: (pid: number) =>
    sendRequest('commands.copy', () => bridge.commands.copy({ command: 'restart-claude-code', pid }), `restart ${pid}`),
  copyAdvisedCommand: (command: ClaudeCodeCommand) =>
    sendRequest('commands.copy', () => bridge.commands.copy({ command }), command),
  setEndDate: (payload: PayloadOf<'credentials.setEndDate'>) =>
    sendRequest(
      'credentials.setEndDate',
      () => bridge.credentials.setEndDate(payload),
      `${payload.tool} ${payload.account ?? ''}`,
    ),
  testFreshLogin: () => sendRequest('sessions.testFreshLogin', bridge.sessions.testFreshLogin),
  openUnlockPrompt: (sessionId: string) =>
    sendRequest('sessions.openUnlockPrompt', () => bridge.sessions.openUnlockPrompt({ sessionId }), sessionId),
  startDesktopTmux: () => sendRequest('sessions.startDesktopTmux', bridge.sessions.startDesktopTmux),
  setDesktopTmuxAtLogin: (enabled: boolean) =>
    sendRequest('sessions.setDesktopTmuxAtLogin', () => bridge.sessions.setDesktopTmuxAtLogin({ enabled })),
  installCommand: () => sendRequest('commands.install', bridge.commands.install),
  setShellHelper: (shell: ShellName, installed: boolean) =>
    sendRequest('sessions.setShellHelper', () => bridge.sessions.setShellHelper({ shell, installed }), shell),
  diagnose: (payload: PayloadOf<'diagnosis.ask'>) => sendRequest('diagnosis.ask', () => bridge.diagnosis.ask(payload)),
  diagnoseAgain: (tried?: CureOfDiagnosis) => sendRequest('diagnosis.ask', () => bridge.diagnosis.askAgain(tried)),
  cancelDiagnosis: () => sendRequest('diagnosis.cancel', bridge.diagnosis.cancel),
  copyCureCommand: (shown: CureOfDiagnosis) =>
    sendRequest('diagnosis.copyCommand', () => bridge.diagnosis.copyCommand(shown), `${shown.cause} ${shown.cure}`),
  openSettingsPane: (shown: CureOfDiagnosis) =>
    sendRequest('diagnosis.openPane', () => bridge.diagnosis.openPane(shown)),
  setPreference: <Key extends keyof Preferences & keyof PayloadOf<'preferences.set'>>(
    key: Key,
    value: Preferences[Key],
  ): Promise<boolean> =>
    sendRequest(
      'preferences.set',
      () => bridge.preferences.set({ [key]: value } as unknown as PayloadOf<'preferences.set'>),
      key,
    ),
  startHold: (payload: PayloadOf<'hold.start'>) => sendRequest('hold.start', () => bridge.hold.start(payload)),
  openKeepUnlockedMenu: (payload: PayloadOf<'menus.keepUnlocked'>) =>
    openMenu('menus.keepUnlocked', () => bridge.menus.keepUnlocked(payload), 'hold'),
  openAutoLockMenu: (payload: PayloadOf<'menus.autoLock'>) =>
    openMenu('menus.autoLock', () => bridge.menus.autoLock(payload), 'keychain'),
  endHold: (relock: boolean) => sendRequest('hold.end', () => bridge.hold.end({ relock })),
  resolveHoldConflict: (keychainPath: string, decision: 'put-back' | 'leave') =>
    sendRequest('hold.resolveConflict', () => bridge.hold.resolveConflict({ keychainPath, decision }), keychainPath),
  /** What came of it is no state that anybody else shows, so it comes back here. */
  eraseHistory: () => replyTo('history.erase', bridge.history.erase),
  setLaunchAtLogin: (enabled: boolean) =>
    sendRequest('preferences.setLaunchAtLogin', () => bridge.preferences.setLaunchAtLogin({ enabled })),
  openSettings: () => sendRequest('app.openSettings', bridge.app.openSettings),
  hidePopover: () => sendRequest('app.hidePopover', bridge.app.hidePopover),
  quit: () => sendRequest('app.quit', bridge.app.quit),
} as const;
