import type { ReactNode } from 'react';

/** 16 × 16 line drawings in the text's own colour. */
const drawings = {
  locked: (
    <>
      <rect className="icon-solid" x="3" y="7" width="10" height="7.5" rx="1.8" />
      <path d="M5.2 7V4.9a2.8 2.8 0 0 1 5.6 0V7" />
    </>
  ),
  unlocked: (
    <>
      <rect x="2" y="7" width="9.5" height="7.5" rx="1.8" />
      <path d="M8.6 7V4.7a2.7 2.7 0 0 1 5.4 0v1.2" />
    </>
  ),
  unknown: (
    <>
      <circle cx="8" cy="8" r="6.3" />
      <path d="M6.2 6.4a1.85 1.85 0 1 1 2.7 1.8c-.6.3-.9.7-.9 1.3" />
      <path d="M8 11.6v.1" />
    </>
  ),
  critical: (
    <>
      <path className="icon-solid" d="M8 1.8 15 14H1Z" />
      <path className="icon-hole" d="M8 6.2v3.4M8 11.8v.1" />
    </>
  ),
  warning: (
    <>
      <path d="M8 2.2 14.6 13.6H1.4Z" />
      <path d="M8 6.6v3.1M8 11.6v.1" />
    </>
  ),
  go: (
    <>
      <circle className="icon-solid" cx="8" cy="8" r="6.5" />
      <path className="icon-hole" d="m5.2 8.3 2 2 3.7-4.3" />
    </>
  ),
  nobody: (
    <>
      <circle cx="8" cy="8" r="6.3" />
      <path d="M5.2 8h5.6" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.3" />
      <path d="M8 7.4v3.8M8 4.9v.1" />
    </>
  ),
  done: (
    <>
      <circle cx="8" cy="8" r="6.3" />
      <path d="m5.2 8.3 2 2 3.7-4.3" />
    </>
  ),
  cancelled: (
    <>
      <circle cx="8" cy="8" r="6.3" />
      <path d="M5.2 8h5.6" />
    </>
  ),
  breaks: (
    <>
      <circle cx="8" cy="8" r="6.3" />
      <path d="m5.8 5.8 4.4 4.4M10.2 5.8l-4.4 4.4" />
    </>
  ),
  bell: (
    <>
      <path d="M3 11.5c1-1 1.3-2.2 1.3-4.4a3.7 3.7 0 0 1 7.4 0c0 2.2.3 3.4 1.3 4.4Z" />
      <path d="M6.6 13.7a1.5 1.5 0 0 0 2.8 0" />
    </>
  ),
  terminal: (
    <>
      <rect x="1.7" y="2.7" width="12.6" height="10.6" rx="2" />
      <path d="m4.5 6 2.2 2-2.2 2M8.5 10.2h3" />
    </>
  ),
  gear: (
    <>
      <circle cx="8" cy="8" r="2.1" />
      <path d="M8 1.6v2M8 12.4v2M1.6 8h2M12.4 8h2M3.5 3.5l1.4 1.4M11.1 11.1l1.4 1.4M12.5 3.5l-1.4 1.4M4.9 11.1l-1.4 1.4" />
      <circle cx="8" cy="8" r="4.4" />
    </>
  ),
  chevrons: <path d="m5 6 3-3 3 3M5 10l3 3 3-3" />,
  menu: <path d="m4.5 6.5 3.5 3.5 3.5-3.5" />,
  disclosure: <path d="m6 3.5 4.5 4.5L6 12.5" />,
  back: <path d="M10 3 5 8l5 5" />,
  settings: (
    <>
      <path d="M2 4.5h7M13 4.5h1M2 11.5h1M7 11.5h7" />
      <circle cx="11" cy="4.5" r="1.9" />
      <circle cx="5" cy="11.5" r="1.9" />
    </>
  ),
  diagnose: (
    <>
      <circle cx="7" cy="7" r="4.6" />
      <path d="m10.4 10.4 3.6 3.6" />
    </>
  ),
  refresh: (
    <>
      <path d="M13.4 9.2A5.6 5.6 0 1 1 13 5.4" />
      <path d="M13.6 2.4v3.2h-3.2" />
    </>
  ),
  quit: (
    <>
      <path d="M4.6 4.2a5.4 5.4 0 1 0 6.8 0" />
      <path d="M8 1.8v5.4" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** Decoration: the words beside it say the same. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    {drawings[name]}
  </svg>
);
