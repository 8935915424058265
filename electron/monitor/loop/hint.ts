/** Something happened that makes a look worth its while now. A hint is never a fact. */
export type Hint =
  | 'popover-opened'
  | 'resumed'
  | 'suspended'
  | 'screen-locked'
  | 'screen-unlocked'
  | 'became-active'
  | 'power-source-changed'
  | 'user-asked';
