import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { listenToShortcuts } from './behaviour/shortcuts';
import { showVibrancyWhereThereIsOne } from './behaviour/vibrancy';
import { bridge } from './bridge';
import { connectStore } from './store/connect-store';
import { startClock } from './store/start-clock';
import { CrashScreen } from './views/crash-screen';
import { Popover } from './views/popover';

const place = document.getElementById('popover');
if (place) {
  showVibrancyWhereThereIsOne();
  connectStore(bridge);
  startClock();
  listenToShortcuts(bridge);
  createRoot(place).render(
    <StrictMode>
      <CrashScreen>
        <Popover />
      </CrashScreen>
    </StrictMode>,
  );
}
