/** The panes of System Settings that a cure may open, by the addresses that macOS 13 and later know them by. */
const panes: ReadonlySet<string> = new Set([
  'x-apple.systempreferences:com.apple.Date-Time-Settings.extension',
  'x-apple.systempreferences:com.apple.NetworkExtensionSettingsUI.NESettingsUIExtension',
  'x-apple.systempreferences:com.apple.Network-Settings.extension',
  'x-apple.systempreferences:com.apple.Network-Settings.extension?Proxies',
  'x-apple.systempreferences:com.apple.settings.Storage',
]);

/**
 * Opens one of these panes and nothing else.
 *
 * @param openExternal Electron's, which opens any address whatever.
 * @throws for any other address; the IPC server refuses.
 */
export const settingsPaneOpener =
  (openExternal: (url: string) => Promise<void>) =>
  async (url: string): Promise<void> => {
    if (!panes.has(url)) throw new RangeError('no pane of the table');
    await openExternal(url);
  };
