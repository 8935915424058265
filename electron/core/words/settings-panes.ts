const pane = (name: string, extension: string) => ({ name, address: `x-apple.systempreferences:${extension}` });

/**
 * The panes of System Settings that something of ours opens or names. A pane's address is the identifier of its extension
 * in /System/Library/ExtensionKit/Extensions, as of macOS 13. No other address is ever opened.
 */
export const settingsPanes = {
  notifications: pane('Notifications', 'com.apple.Notifications-Settings.extension'),
  focus: pane('Focus', 'com.apple.Focus-Settings.extension'),
  'login-items': pane('General › Login Items', 'com.apple.LoginItems-Settings.extension'),
  /** Whose icons may be in the menu bar, from macOS 26 on; Control Centre until then. */
  'menu-bar': pane('Menu Bar', 'com.apple.ControlCenter-Settings.extension'),
  'date-and-time': pane('General › Date & Time', 'com.apple.Date-Time-Settings.extension'),
  vpn: pane('VPN', 'com.apple.NetworkExtensionSettingsUI.NESettingsUIExtension'),
  network: pane('Network', 'com.apple.Network-Settings.extension'),
  proxies: pane('Network › Proxies', 'com.apple.Network-Settings.extension?Proxies'),
  storage: pane('General › Storage', 'com.apple.settings.Storage'),
} as const;

export type SettingsPane = keyof typeof settingsPanes;
