import type { RefObject } from 'react';
import { Icon } from '../components/icon';
import { PushButton } from '../components/push-button';
import { showDiagnosis, usePopoverStore } from '../store/popover-store';
import { requests } from '../store/requests';

interface Props {
  readonly place: RefObject<HTMLElement | null>;
  readonly isSimulated: boolean;
}

export const FooterBar = ({ place, isSimulated }: Props) => {
  const isDiagnosing = usePopoverStore((store) => store.isDiagnosing);
  const isRefreshing = usePopoverStore((store) => store.requestsUnderWay.includes('refresh'));
  return (
    <footer className="footer" ref={place}>
      {isDiagnosing ? (
        <PushButton look="quiet" onPress={() => showDiagnosis(false)}>
          <Icon name="back" />
          Done
        </PushButton>
      ) : (
        <>
          <PushButton look="quiet" onPress={requests.openSettings} name="Settings…">
            <Icon name="settings" />
            Settings
          </PushButton>
          <PushButton look="quiet" onPress={() => showDiagnosis(true)}>
            <Icon name="diagnose" />
            Diagnose…
          </PushButton>
          <PushButton look="quiet" onPress={requests.refresh} blocked={isRefreshing}>
            <Icon name="refresh" />
            Refresh
          </PushButton>
        </>
      )}
      {isSimulated && <span className="badge">Simulated Mac</span>}
      <PushButton look="quiet" onPress={requests.quit} name="Quit Latchkey">
        <Icon name="quit" />
        Quit
      </PushButton>
    </footer>
  );
};
