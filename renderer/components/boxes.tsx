import type { ReactNode } from 'react';

interface Props {
  readonly id?: string;
  readonly children: ReactNode;
}

/** A calm line below what it is about. */
export const Hint = ({ id, children }: Props) => (
  <p className="hint" id={id}>
    {children}
  </p>
);

/** A box with round corners; what stands in it is divided by hairlines. */
export const Group = ({ children }: Props) => <div className="group">{children}</div>;

/** Words across a whole box. */
export const GroupWords = ({ id, children }: Props) => (
  <div className="group-words" id={id}>
    {children}
  </div>
);

/** Words, and at the end what can be done. */
export const Row = ({ children }: Props) => <div className="row">{children}</div>;

/** The words of a row. */
export const RowWords = ({ children }: Props) => <div className="row-words">{children}</div>;
