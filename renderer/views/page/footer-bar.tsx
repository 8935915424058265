import type { RefObject } from 'react';
import { Icon } from '../../components/icon';
import { PushButton } from '../../components/push-button';
import { pushPage } from '../../store/pages';
import { useIsUnderWay } from '../../store/popover-store';
import { requests } from '../../store/requests';

interface Props {
  readonly place: RefObject<HTMLElement | null>;
  readonly isFirst: boolean;
  readonly isSimulated: boolean;
}

/** Below the first page the two ways on; below every other one what the menu has as well. */
export const FooterBar = ({ place, isFirst, isSimulated }: Props) => {
  const isRefreshing = useIsUnderWay('state.refresh');
  return (
    <footer className="footer" ref={place}>
      <PushButton look="quiet" onPress={requests.openSettings} name="Settings…">
        <Icon name="settings" />
        Settings…
      </PushButton>
      {isSimulated && <span className="badge">Simulated Mac</span>}
      {isFirst ? (
        <button
          type="button"
          className="push-button push-button-quiet footer-end"
          data-page="diagnosis"
          onClick={() => pushPage({ page: 'diagnosis' })}
        >
          Why logged out?
        </button>
      ) : (
        <>
          <PushButton look="quiet" onPress={requests.refresh} blocked={isRefreshing}>
            <Icon name="refresh" />
            Look Again
          </PushButton>
          <PushButton look="quiet" onPress={requests.quit} name="Quit Latchkey">
            <Icon name="quit" />
            Quit
          </PushButton>
        </>
      )}
    </footer>
  );
};
