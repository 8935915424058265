import type { App, Session, WebContents } from 'electron';
import { appOrigin } from '../base/app-scheme';

/**
 * Chromium features that are switched off. `UseKeychainKeyProvider` would let Chromium make and read an item of its own
 * in the login keychain, that is, ask for the very keychain that this app watches.
 */
const disabledFeatures = ['UseKeychainKeyProvider'];

/** Before `ready`, so that no process and no page exists yet that this would not cover. */
export const hardenProcess = (app: Pick<App, 'enableSandbox' | 'commandLine' | 'on'>): void => {
  app.enableSandbox();
  const alreadyOff = app.commandLine.getSwitchValue('disable-features').split(',').filter(Boolean);
  app.commandLine.appendSwitch('disable-features', [...alreadyOff, ...disabledFeatures].join(','));
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
  app.on('session-created', hardenSession);
};

/** A page stays where it is: it goes nowhere, opens nothing and embeds nothing. */
export const hardenContents = (contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>): void => {
  const refuse = (event: { preventDefault(): void }): void => event.preventDefault();
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
};

/**
 * No permission, no device, no download, and no network: what is asked for outside of our own scheme is cancelled
 * before it leaves. Certificate errors keep Chromium's default, which is to refuse.
 */
export const hardenSession = (session: HardenedSession): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOurs(details.url) }));
  // The spell checker would fetch dictionaries by itself, past every page.
  session.setSpellCheckerEnabled(false);
};

export type HardenedSession = Pick<
  Session,
  | 'on'
  | 'setDevicePermissionHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerEnabled'
> & { readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> };

const isOurs = (url: string): boolean => url.startsWith(`${appOrigin}/`);
