import { useEffect, useRef, useState } from 'react';
import type { AppState } from '../../../electron/contract/app-state';
import { usePopoverStore } from '../../store/popover-store';
import { NoticeLine } from '../page/notice-line';
import { DiagnosisForm } from './diagnosis-form';
import { DiagnosisProgress } from './diagnosis-progress';
import { DiagnosisResult } from './diagnosis-result';

/** Why a tool says that it is logged out: the question, then the checks as they are made, then causes and cures. */
export const DiagnosisPage = ({ state }: { readonly state: AppState }) => {
  const { diagnosis } = state;
  const bridgeFailure = usePopoverStore((store) => store.bridgeFailure);
  const [isAsking, setAsking] = useState(diagnosis?.phase !== 'done');
  const isRunning = diagnosis?.phase === 'running';
  if (isRunning && isAsking) setAsking(false);
  const isResult = diagnosis?.phase === 'done' && !isAsking;
  const title = useRef<HTMLHeadingElement>(null);
  useFocusOnChange(isRunning ? 'progress' : isResult ? 'result' : 'form', title);
  return (
    <>
      <h1 className="page-title" tabIndex={-1} ref={title}>
        {isResult ? 'What was found' : 'Why does it say I’m logged out?'}
      </h1>
      <NoticeLine notice={null} bridgeFailure={bridgeFailure} />
      <p className="hint diagnosis-status" role="status">
        {diagnosis?.phase === 'cancelled' && 'Cancelled. Nothing was changed.'}
      </p>
      {content()}
    </>
  );

  function content() {
    if (diagnosis?.phase === 'running') return <DiagnosisProgress run={diagnosis} />;
    if (diagnosis?.phase === 'done' && !isAsking) {
      return <DiagnosisResult state={state} ended={diagnosis} onAsk={() => setAsking(true)} />;
    }
    return <DiagnosisForm state={state} />;
  }
};

/** What had the focus is gone, and the page may have come late: the title takes it, so that keyboard and VoiceOver go on at the top of what is new. */
const useFocusOnChange = (shown: string, title: React.RefObject<HTMLHeadingElement | null>) => {
  const former = useRef<string | null>(null);
  useEffect(() => {
    if (former.current === shown) return;
    former.current = shown;
    title.current?.focus();
  }, [shown, title]);
};
