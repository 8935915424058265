import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followSystemAccent } from './behaviour/accent';
import { listenToShortcuts } from './behaviour/shortcuts';
import { bridge } from './store/bridge';
import { connectStore, startClock } from './store/connect-store';
import { requests } from './store/requests';
import { CrashScreen } from './views/page/crash-screen';
import { Popover } from './views/popover/popover';

/**
 * The main process opens the page with `?vibrancy` where the system's own blurred material lies below the window; the
 * style sheets then leave the window unpainted.
 */
const showVibrancyWhereThereIsOne = (): void => {
  const isAsked = new URLSearchParams(window.location.search).has('vibrancy');
  document.documentElement.toggleAttribute('data-vibrancy', isAsked);
};

const place = document.getElementById('popover');
/** The main process opens the settings window's page with `?window=settings`. */
const isSettings = new URLSearchParams(window.location.search).get('window') === 'settings';
/** Each window takes with it what it shows; the popover is to be there at once. */
const content = async () => {
  if (!isSettings) return <Popover />;
  const { SettingsWindow } = await import('./views/settings/settings-window');
  return <SettingsWindow />;
};
if (place) {
  showVibrancyWhereThereIsOne();
  followSystemAccent();
  connectStore(bridge);
  startClock();
  listenToShortcuts(!isSettings, requests.hidePopover);
  const root = createRoot(place);
  void content().then((window) =>
    root.render(
      <StrictMode>
        <CrashScreen>{window}</CrashScreen>
      </StrictMode>,
    ),
  );
}
