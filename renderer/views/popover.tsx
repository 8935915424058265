import { useEffect, useRef } from 'react';
import { useFitWindow } from '../behaviour/use-fit-window';
import { usePopoverStore } from '../store/popover-store';
import { DiagnosisPage } from './diagnosis-page';
import { FirstLook } from './first-look';
import { FooterBar } from './footer-bar';
import { NoticeLine } from './notice-line';
import { PreferencesNotice } from './preferences-notice';
import { StatusPage } from './status-page';

export const Popover = () => {
  const state = usePopoverStore((store) => store.state);
  const isDiagnosing = usePopoverStore((store) => store.isDiagnosing);
  const content = useRef<HTMLElement>(null);
  const footer = useRef<HTMLElement>(null);
  useFitWindow([content, footer]);
  useFocusOnPageChange(isDiagnosing ? 'diagnosis' : 'status', content);
  return (
    <div className="popover">
      <div className="scroll">
        <main className="content" ref={content}>
          <PreferencesNotice />
          {pageContent()}
        </main>
      </div>
      <FooterBar place={footer} isSimulated={state?.snapshot?.host.platform === 'simulated-macos'} />
    </div>
  );

  function pageContent() {
    if (state !== null && isDiagnosing) return <DiagnosisPage state={state} />;
    if (state !== null && state.snapshot !== null) return <StatusPage state={state} snapshot={state.snapshot} />;
    return (
      <>
        <FirstLook />
        <BridgeFailureAtFirstLook />
      </>
    );
  }
};

const BridgeFailureAtFirstLook = () => (
  <NoticeLine notice={null} bridgeFailure={usePopoverStore((store) => store.bridgeFailure)} />
);

/** The page's title takes the focus, so that the keyboard and VoiceOver go on at the top of what is new. */
const useFocusOnPageChange = (page: string, content: React.RefObject<HTMLElement | null>) => {
  const shownPage = useRef(page);
  useEffect(() => {
    if (shownPage.current === page) return;
    shownPage.current = page;
    content.current?.querySelector('h1')?.focus();
  }, [page, content]);
};
