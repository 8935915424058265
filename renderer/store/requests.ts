import type { PayloadOf } from '../../electron/contract/contract';
import type { ClaudeCodeCommand } from '../../electron/core/claude-code-activity';
import type { ExpiryThresholds } from '../../electron/core/expiry-thresholds';
import type { ShellName } from '../../electron/core/shell-plan';
import { bridge } from '../bridge';
import { sendRequest } from './send-request';

export type CureOfDiagnosis = PayloadOf<'copyCureCommand'>;

/** What a click can ask for: one function for each verb, so that the views hold no payload of their own. */
export const requests = {
  refresh: () => sendRequest('refresh', bridge.refresh),
  unlock: (keychainPath: string) => sendRequest('unlock', () => bridge.unlock({ keychainPath }), keychainPath),
  cancelUnlock: () => sendRequest('cancelUnlock', bridge.cancelUnlock),
  lock: (keychainPath: string) => sendRequest('lock', () => bridge.lock({ keychainPath }), keychainPath),
  lockAll: () => sendRequest('lockAll', bridge.lockAll),
  setAutoLock: (payload: PayloadOf<'setAutoLock'>) => sendRequest('setAutoLock', () => bridge.setAutoLock(payload)),
  undoAutoLock: (keychainPath: string) =>
    sendRequest('undoAutoLock', () => bridge.undoAutoLock({ keychainPath }), keychainPath),
  readExpiry: () => sendRequest('readExpiry', () => bridge.readExpiry({ tool: 'claude-code' })),
  copyUnlockCommand: () => sendRequest('copyCommand', () => bridge.copyCommand({ command: 'unlock-over-ssh' })),
  copyAttachCommand: () =>
    sendRequest('copyCommand', () => bridge.copyCommand({ command: 'attach-desktop-tmux' }), 'attach'),
  checkAppAccess: () => sendRequest('checkAppAccess', bridge.checkAppAccess),
  copyRestartCommand: (pid: number) =>
    sendRequest('copyCommand', () => bridge.copyCommand({ command: 'restart-claude-code', pid }), `restart ${pid}`),
  copyAdvisedCommand: (command: ClaudeCodeCommand) =>
    sendRequest('copyCommand', () => bridge.copyCommand({ command }), command),
  setEndDate: (payload: PayloadOf<'setEndDate'>) =>
    sendRequest('setEndDate', () => bridge.setEndDate(payload), `${payload.tool} ${payload.account ?? ''}`),
  testFreshLogin: () => sendRequest('testFreshLogin', bridge.testFreshLogin),
  openUnlockPrompt: (sessionId: string) =>
    sendRequest('openUnlockPrompt', () => bridge.openUnlockPrompt({ sessionId }), sessionId),
  startDesktopTmux: () => sendRequest('startDesktopTmux', bridge.startDesktopTmux),
  setDesktopTmuxAtLogin: (enabled: boolean) =>
    sendRequest('setDesktopTmuxAtLogin', () => bridge.setDesktopTmuxAtLogin({ enabled })),
  setShellHelper: (shell: ShellName, installed: boolean) =>
    sendRequest('setShellHelper', () => bridge.setShellHelper({ shell, installed }), shell),
  diagnose: (payload: PayloadOf<'diagnose'>) => sendRequest('diagnose', () => bridge.diagnose(payload)),
  diagnoseAgain: (tried?: CureOfDiagnosis) => sendRequest('diagnose', () => bridge.diagnoseAgain(tried)),
  cancelDiagnosis: () => sendRequest('cancelDiagnosis', bridge.cancelDiagnosis),
  copyCureCommand: (shown: CureOfDiagnosis) =>
    sendRequest('copyCureCommand', () => bridge.copyCureCommand(shown), `${shown.cause} ${shown.cure}`),
  openSettingsPane: (shown: CureOfDiagnosis) => sendRequest('openSettingsPane', () => bridge.openSettingsPane(shown)),
  setNetworkChecks: (networkChecks: boolean) =>
    sendRequest('setPreferences', () => bridge.setPreferences({ networkChecks }), 'networkChecks'),
  setShowTitle: (showTitle: boolean) => sendRequest('setPreferences', () => bridge.setPreferences({ showTitle })),
  setNotifications: (notifications: boolean) =>
    sendRequest('setPreferences', () => bridge.setPreferences({ notifications }), 'notifications'),
  setHistoryDays: (historyDays: number) =>
    sendRequest('setPreferences', () => bridge.setPreferences({ historyDays }), 'history'),
  startHold: (payload: PayloadOf<'startHold'>) => sendRequest('startHold', () => bridge.startHold(payload)),
  endHold: (relock: boolean) => sendRequest('endHold', () => bridge.endHold({ relock })),
  resolveHoldConflict: (keychainPath: string, decision: 'put-back' | 'leave') =>
    sendRequest('resolveHoldConflict', () => bridge.resolveHoldConflict({ keychainPath, decision }), keychainPath),
  /** What came of it is no state that anybody else shows, so it comes back here. */
  eraseHistory: async (): Promise<{ readonly isAnswered: boolean; readonly problem: string | null }> => {
    const told: { problem: string | null } = { problem: null };
    const isAnswered = await sendRequest('eraseHistory', async () => {
      told.problem = (await bridge.eraseHistory()).problem;
    });
    return { isAnswered, ...told };
  },
  setExpiryThresholds: (expiryThresholds: ExpiryThresholds) =>
    sendRequest('setPreferences', () => bridge.setPreferences({ expiryThresholds }), 'expiryThresholds'),
  setLaunchAtLogin: (enabled: boolean) => sendRequest('setLaunchAtLogin', () => bridge.setLaunchAtLogin({ enabled })),
  openSettings: () => sendRequest('openSettings', bridge.openSettings),
  quit: () => sendRequest('quit', bridge.quit),
} as const;
