import type { PayloadOf } from '../../electron/contract/contract';
import type { ExpiryThresholds } from '../../electron/core/expiry-thresholds';
import type { ShellName } from '../../electron/core/shell-plan';
import type { ClaudeCodeCommand } from '../../electron/core/snapshot';
import { bridge } from '../bridge';
import { sendRequest } from './send-request';

/** What a click can ask for: one function for each verb, so that the views hold no payload of their own. */
export const requests = {
  refresh: () => sendRequest('refresh', bridge.refresh),
  unlock: (keychainPath: string) => sendRequest('unlock', () => bridge.unlock({ keychainPath }), keychainPath),
  cancelUnlock: () => sendRequest('cancelUnlock', bridge.cancelUnlock),
  lock: (keychainPath: string) => sendRequest('lock', () => bridge.lock({ keychainPath }), keychainPath),
  lockAll: () => sendRequest('lockAll', bridge.lockAll),
  setAutoLock: (payload: PayloadOf<'setAutoLock'>) => sendRequest('setAutoLock', () => bridge.setAutoLock(payload)),
  undoAutoLock: () => sendRequest('undoAutoLock', bridge.undoAutoLock),
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
  setShowTitle: (showTitle: boolean) => sendRequest('setPreferences', () => bridge.setPreferences({ showTitle })),
  setNotifications: (notifications: boolean) =>
    sendRequest('setPreferences', () => bridge.setPreferences({ notifications }), 'notifications'),
  setExpiryThresholds: (expiryThresholds: ExpiryThresholds) =>
    sendRequest('setPreferences', () => bridge.setPreferences({ expiryThresholds }), 'expiryThresholds'),
  setLaunchAtLogin: (enabled: boolean) => sendRequest('setLaunchAtLogin', () => bridge.setLaunchAtLogin({ enabled })),
  quit: () => sendRequest('quit', bridge.quit),
} as const;
