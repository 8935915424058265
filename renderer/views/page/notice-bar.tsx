import type { AppState } from '../../../electron/contract/app-state';
import { usePopoverStore } from '../../store/popover-store';
import { NoticeLine } from './notice-line';

/** What the last action came to, on a page on top of the first one. */
export const NoticeBar = ({ state }: { readonly state: AppState }) => (
  <NoticeLine notice={state.notice} bridgeFailure={usePopoverStore((store) => store.bridgeFailure)} />
);
