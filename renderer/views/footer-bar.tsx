import type { RefObject } from 'react';
import { Icon } from '../components/icon';
import { PushButton } from '../components/push-button';
import { showPage, usePopoverStore } from '../store/popover-store';
import { requests } from '../store/requests';

interface Props {
  readonly place: RefObject<HTMLElement | null>;
  readonly isSimulated: boolean;
}

export const FooterBar = ({ place, isSimulated }: Props) => {
  const page = usePopoverStore((store) => store.page);
  const isRefreshing = usePopoverStore((store) => store.requestsUnderWay.includes('refresh'));
  return (
    <footer className="footer" ref={place}>
      <PushButton look="quiet" onPress={() => showPage(page === 'settings' ? 'status' : 'settings')}>
        <Icon name={page === 'settings' ? 'back' : 'settings'} />
        {page === 'settings' ? 'Done' : 'Settings'}
      </PushButton>
      <PushButton look="quiet" onPress={requests.refresh} blocked={isRefreshing}>
        <Icon name="refresh" />
        Refresh
      </PushButton>
      {isSimulated && <span className="badge">Simulated Mac</span>}
      <PushButton look="quiet" onPress={requests.quit} name="Quit Latchkey">
        <Icon name="quit" />
        Quit
      </PushButton>
    </footer>
  );
};
