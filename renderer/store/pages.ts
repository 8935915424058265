import { type PushedPage, usePopoverStore } from './popover-store';

/** Tells two pages apart, and finds the row that leads to one. */
export const keyOfPage = (pushed: PushedPage): string => {
  if (pushed.page === 'session') return `session ${pushed.sessionId}`;
  return pushed.page === 'login' ? `login ${pushed.login}` : pushed.page;
};

export const pushPage = (pushed: PushedPage): void =>
  usePopoverStore.setState(({ pages }) => ({ pages: [...pages, pushed] }));

/** To the page below. @returns whether there was one. */
export const goBack = (): boolean => {
  const { pages } = usePopoverStore.getState();
  usePopoverStore.setState({ pages: pages.slice(0, -1) });
  return pages.length > 0;
};

/** What the popover opens with. */
export const showFirstPage = (): void => usePopoverStore.setState({ pages: [] });

/** Whether the page that is shown is to ask for a length of one's own. */
export const isTimeAskedFor = (): boolean => {
  const shown = usePopoverStore.getState().pages.at(-1);
  return shown !== undefined && 'asksForTime' in shown;
};
