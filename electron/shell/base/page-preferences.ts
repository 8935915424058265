import type { WebPreferences } from 'electron';

export interface PageOptions {
  readonly preloadPath: string;
  /** Without the `persist:` prefix: cookies, storage and cache live in memory only. */
  readonly partition: string;
  readonly isPackaged: boolean;
}

/** What a page of ours may do, in whatever window: nothing but show, and speak through the preload's bridge. */
export const pagePreferences = ({ preloadPath, partition, isPackaged }: PageOptions): WebPreferences => ({
  preload: preloadPath,
  partition,
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
  devTools: !isPackaged,
});
