import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { keyOfPage, showFirstPage } from '../store/pages';
import type { PushedPage } from '../store/popover-store';

/**
 * Each page begins at its top. A page that is new has the keyboard's focus on its title, so that VoiceOver goes on there; the
 * way back leads to the row that was left. Whoever opens the popover finds the first page, and the focus on what to do.
 */
export const usePageTurn = (pages: readonly PushedPage[], content: RefObject<HTMLElement | null>): void => {
  const former = useRef(pages);
  const shown = pages.map(keyOfPage).join('\n');

  // biome-ignore lint/correctness/useExhaustiveDependencies: which page is shown is why it begins at its top
  useLayoutEffect(() => {
    content.current?.parentElement?.scrollTo(0, 0);
  }, [shown, content]);

  useEffect(() => {
    const left = former.current;
    former.current = pages;
    if (left.length === pages.length) return;
    if (pages.length > left.length) content.current?.querySelector('h1')?.focus();
    else focusRowTo(left[pages.length], content.current);
  }, [pages, content]);

  useEffect(() => {
    const followVisibility = () => {
      if (document.visibilityState === 'hidden') {
        showFirstPage();
        return;
      }
      content.current?.parentElement?.scrollTo(0, 0);
      focusPrimary(content.current);
    };
    document.addEventListener('visibilitychange', followVisibility);
    return () => document.removeEventListener('visibilitychange', followVisibility);
  }, [content]);
};

const focusRowTo = (left: PushedPage | undefined, content: HTMLElement | null): void => {
  const row = left && content?.querySelector<HTMLElement>(`[data-page=${JSON.stringify(keyOfPage(left))}]`);
  if (row) row.focus();
  else focusPrimary(content);
};

const focusPrimary = (content: HTMLElement | null): void => {
  const primary = content?.querySelector<HTMLElement>('[data-primary]') ?? content?.querySelector<HTMLElement>('h1');
  primary?.focus();
};
