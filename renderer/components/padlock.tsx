import type { ReactNode } from 'react';
import type { LockState } from '../../electron/core/words/keychain';

const closedShackle = <path className="padlock-shackle" d="M20 30V21a12 12 0 0 1 24 0v9" />;
const openShackle = <path className="padlock-shackle" d="M34 30V17a11 11 0 0 1 22 0v5" />;
const closedBody = <rect className="padlock-body" x="13" y="29" width="38" height="29" rx="7" />;
const openBody = <rect className="padlock-body" x="7" y="29" width="36" height="29" rx="7" />;

/** Three shapes, told apart without colour. */
const shapes: Readonly<Record<LockState, ReactNode>> = {
  locked: (
    <>
      {closedShackle}
      {closedBody}
      <path className="padlock-mark" d="M32 41v6" />
    </>
  ),
  unlocked: (
    <>
      {openShackle}
      {openBody}
      <path className="padlock-mark" d="M25 41v6" />
    </>
  ),
  unknown: (
    <>
      {closedShackle}
      <rect className="padlock-outline" x="14.5" y="30.5" width="35" height="26" rx="6" />
      <path className="padlock-question" d="M28.4 40a3.7 3.7 0 1 1 5.3 3.4c-1.2.6-1.7 1.3-1.7 2.3M32 50.6v.1" />
    </>
  ),
};

/** Decoration: the sentence beside it says the same. */
export const Padlock = ({ shape }: { readonly shape: LockState }) => (
  <svg
    className={`padlock padlock-${shape}`}
    data-shape={shape}
    viewBox="0 0 64 64"
    width="64"
    height="64"
    aria-hidden="true"
    focusable="false"
  >
    {shapes[shape]}
  </svg>
);
