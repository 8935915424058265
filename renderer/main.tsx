import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { listenToShortcuts } from './behaviour/shortcuts';
import { showVibrancyWhereThereIsOne } from './behaviour/vibrancy';
import { bridge } from './bridge';
import { connectStore } from './store/connect-store';
import { startClock } from './store/start-clock';
import { CrashScreen } from './views/crash-screen';
import { Popover } from './views/popover';
import { SettingsWindow } from './views/settings-window';

const place = document.getElementById('popover');
/** The main process opens the settings window's page with `?window=settings`. */
const isSettings = new URLSearchParams(window.location.search).get('window') === 'settings';
if (place) {
  showVibrancyWhereThereIsOne();
  connectStore(bridge);
  startClock();
  listenToShortcuts(bridge, !isSettings);
  createRoot(place).render(
    <StrictMode>
      <CrashScreen>{isSettings ? <SettingsWindow /> : <Popover />}</CrashScreen>
    </StrictMode>,
  );
}
