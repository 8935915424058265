import { useRef } from 'react';
import { useFitWindow } from '../../behaviour/use-fit-window';
import { usePageTurn } from '../../behaviour/use-page-turn';
import { Icon } from '../../components/icon';
import { PushButton } from '../../components/push-button';
import { goBack } from '../../store/pages';
import { usePopoverStore } from '../../store/popover-store';
import { FirstPage } from '../first/first-page';
import { FirstLook } from '../page/first-look';
import { FooterBar } from '../page/footer-bar';
import { NoticeLine } from '../page/notice-line';
import { PushedPageView } from './pushed-pages';

export const Popover = () => {
  const state = usePopoverStore((store) => store.state);
  const pages = usePopoverStore((store) => store.pages);
  const head = useRef<HTMLElement>(null);
  const content = useRef<HTMLElement>(null);
  const footer = useRef<HTMLElement>(null);
  const pushed = pages.at(-1);
  useFitWindow([head, content, footer]);
  usePageTurn(pages, content);
  const isPushed = pushed !== undefined && state !== null && state.snapshot !== null;
  return (
    <div className="popover">
      <header className="page-head" ref={head}>
        {isPushed && (
          <PushButton look="quiet" onPress={goBack} name="Back">
            <Icon name="back" />
            Back
          </PushButton>
        )}
      </header>
      <div className="scroll">
        <main className="content" ref={content}>
          {pageContent()}
        </main>
      </div>
      <FooterBar
        place={footer}
        isFirst={!isPushed}
        isSimulated={state?.snapshot?.host.platform === 'simulated-macos'}
      />
    </div>
  );

  function pageContent() {
    if (state === null || state.snapshot === null || state.firstPage === null) {
      return (
        <>
          <FirstLook />
          <BridgeFailureAtFirstLook />
        </>
      );
    }
    if (pushed !== undefined) return <PushedPageView state={state} snapshot={state.snapshot} pushed={pushed} />;
    return <FirstPage state={state} snapshot={state.snapshot} words={state.firstPage} />;
  }
};

const BridgeFailureAtFirstLook = () => (
  <NoticeLine notice={null} bridgeFailure={usePopoverStore((store) => store.bridgeFailure)} />
);
