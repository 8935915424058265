import type { KeyboardEvent, ReactNode } from 'react';
import { Icon, type IconName } from '../../components/icon';

export const settingsTabs = ['General', 'Notifications', 'Remote', 'Advanced'] as const;
export type SettingsTab = (typeof settingsTabs)[number];

const icons: Readonly<Record<SettingsTab, IconName>> = {
  General: 'settings',
  Notifications: 'bell',
  Remote: 'terminal',
  Advanced: 'gear',
};

const tabId = (tab: SettingsTab): string => `tab-${tab}`;
const panelId = 'settings-panel';

/** Where a key leads from a tab, as in a toolbar of macOS: round at the ends. */
const next = (tab: SettingsTab, key: string): SettingsTab | undefined => {
  const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
  const step = steps[key];
  if (step !== undefined) return settingsTabs.at((settingsTabs.indexOf(tab) + step) % settingsTabs.length);
  return { Home: settingsTabs[0], End: settingsTabs.at(-1) }[key];
};

interface Props {
  readonly shown: SettingsTab;
  readonly onShow: (tab: SettingsTab) => void;
}

/** The window's toolbar. One stop of the Tab key; the arrow keys go from tab to tab. */
export const SettingsTabs = ({ shown, onShow }: Props) => {
  const press = (event: KeyboardEvent) => {
    const tab = event.metaKey || event.ctrlKey || event.altKey ? undefined : next(shown, event.key);
    if (tab === undefined) return;
    event.preventDefault();
    onShow(tab);
    document.getElementById(tabId(tab))?.focus();
  };
  return (
    <div className="settings-tabs" role="tablist" aria-label="Settings">
      {settingsTabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={tabId(tab)}
          className="settings-tab"
          aria-selected={tab === shown}
          aria-controls={tab === shown ? panelId : undefined}
          tabIndex={tab === shown ? 0 : -1}
          onClick={() => onShow(tab)}
          onKeyDown={press}
        >
          <Icon name={icons[tab]} />
          {tab}
        </button>
      ))}
    </div>
  );
};

/** What the chosen tab shows. */
export const SettingsPanel = ({ tab, children }: { readonly tab: SettingsTab; readonly children: ReactNode }) => (
  <div className="settings-panel" role="tabpanel" id={panelId} aria-labelledby={tabId(tab)}>
    {children}
  </div>
);
