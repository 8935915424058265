import { EventEmitter } from 'node:events';
import type { App, OnBeforeRequestListenerDetails, WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import {
  type HardenedSession,
  hardenContents,
  hardenProcess,
  hardenSession,
} from '../../../electron/shell/app/hardening';
import { popoverWindowOptions } from '../../../electron/shell/windows/popover-window';

const createSessionDouble = () => {
  const events = new EventEmitter();
  const handlers = {
    setPermissionRequestHandler: vi.fn<HardenedSession['setPermissionRequestHandler']>(),
    setPermissionCheckHandler: vi.fn<HardenedSession['setPermissionCheckHandler']>(),
    setDevicePermissionHandler: vi.fn<HardenedSession['setDevicePermissionHandler']>(),
    setSpellCheckerEnabled: vi.fn<HardenedSession['setSpellCheckerEnabled']>(),
  };
  const onBeforeRequest = vi.fn<(listener: (details: { url: string }, answer: (a: object) => void) => void) => void>();
  const session = { ...handlers, on: events.on.bind(events), webRequest: { onBeforeRequest } };
  hardenSession(session as unknown as HardenedSession);
  return { ...handlers, onBeforeRequest, events };
};

describe('the hardening of the process', () => {
  const events = new EventEmitter();
  const app = {
    enableSandbox: vi.fn(),
    commandLine: { getSwitchValue: vi.fn(() => 'SomethingElse'), appendSwitch: vi.fn() },
    on: events.on.bind(events),
  };
  hardenProcess(app as unknown as Pick<App, 'enableSandbox' | 'commandLine' | 'on'>);

  it('puts every page into the sandbox', () => {
    expect(app.enableSandbox).toHaveBeenCalledOnce();
  });

  it('keeps Chromium away from the login keychain, and what was switched off stays off', () => {
    expect(app.commandLine.appendSwitch).toHaveBeenCalledExactlyOnceWith(
      'disable-features',
      'SomethingElse,UseKeychainKeyProvider',
    );
  });

  it('covers every page and every session that will ever be made', () => {
    expect(events.listenerCount('web-contents-created')).toBe(1);
    expect(events.listenerCount('session-created')).toBe(1);
  });

  it('leaves certificate errors to Chromium, which refuses', () => {
    expect(events.eventNames()).not.toContain('certificate-error');
  });
});

describe('the hardening of a page', () => {
  const events = new EventEmitter();
  const setWindowOpenHandler = vi.fn<WebContents['setWindowOpenHandler']>();
  hardenContents({ on: events.on.bind(events), setWindowOpenHandler } as unknown as WebContents);

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('refuses %s', (event) => {
    const preventDefault = vi.fn();
    events.emit(event, { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('opens no window', () => {
    const answer = setWindowOpenHandler.mock.calls[0]?.[0]({} as Electron.HandlerDetails);
    expect(answer).toEqual({ action: 'deny' });
  });
});

describe('the hardening of a session', () => {
  it('grants no permission and no device, asked or checked', () => {
    const session = createSessionDouble();
    const answer = vi.fn();
    session.setPermissionRequestHandler.mock.calls[0]?.[0]?.({} as WebContents, 'notifications', answer, {} as never);
    expect(answer).toHaveBeenCalledExactlyOnceWith(false);
    expect(session.setPermissionCheckHandler.mock.calls[0]?.[0]?.(null, 'media', '', {} as never)).toBe(false);
    expect(session.setDevicePermissionHandler.mock.calls[0]?.[0]?.({} as never)).toBe(false);
  });

  it('downloads nothing, dictionaries included', () => {
    const session = createSessionDouble();
    const preventDefault = vi.fn();
    session.events.emit('will-download', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(session.setSpellCheckerEnabled).toHaveBeenCalledExactlyOnceWith(false);
  });

  it.each<[string, boolean]>([
    ['app://latchkey/index.html', false],
    ['https://example.com/', true],
    ['http://localhost/', true],
    ['ws://localhost/', true],
    ['file:///etc/passwd', true],
    ['data:text/html,hello', true],
    ['blob:app://latchkey/1', true],
    ['app://latchkey.example/', true],
    ['app://other/index.html', true],
  ])('lets %s through or not: cancelled is %s', (url, cancel) => {
    const listener = createSessionDouble().onBeforeRequest.mock.calls[0]?.[0];
    const answer = vi.fn();
    listener?.({ url } as OnBeforeRequestListenerDetails, answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith({ cancel });
  });
});

describe('the window of the popover', () => {
  const common = { preloadPath: '/preload.cjs', partition: 'latchkey', isPackaged: true };
  const { webPreferences } = popoverWindowOptions({ ...common, platform: 'darwin' });

  it('isolates the page from the preload script and both from Node', () => {
    expect(webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      enableWebSQL: false,
      webgl: false,
      spellcheck: false,
    });
  });

  it('keeps cookies and storage in memory', () => {
    expect(webPreferences?.partition).toBe('latchkey');
  });

  it('has developer tools in a checkout only', () => {
    expect(webPreferences?.devTools).toBe(false);
    expect(popoverWindowOptions({ ...common, platform: 'darwin', isPackaged: false }).webPreferences?.devTools).toBe(
      true,
    );
  });

  it('is a panel with vibrancy on macOS, and neither elsewhere', () => {
    const panel = { type: 'panel', vibrancy: 'popover', visualEffectState: 'active', backgroundColor: '#00000000' };
    expect(popoverWindowOptions({ ...common, platform: 'darwin' })).toMatchObject(panel);
    for (const option of Object.keys(panel)) {
      expect(popoverWindowOptions({ ...common, platform: 'linux' })).not.toHaveProperty(option);
    }
  });

  it('is made hidden, without frame, Dock, full screen or a size that a user could change', () => {
    expect(popoverWindowOptions({ ...common, platform: 'darwin' })).toMatchObject({
      show: false,
      frame: false,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
    });
  });
});
