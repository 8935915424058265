import type { ReactNode } from 'react';
import { Icon } from './icon';

interface Props {
  /** What is always seen: the line that opens and closes the rest. */
  readonly summary: ReactNode;
  readonly children: ReactNode;
}

/** Something that is folded up until somebody asks for it, and stays as they left it. */
export const Disclosure = ({ summary, children }: Props) => (
  <details className="disclosure">
    <summary className="row">
      <Icon name="disclosure" />
      <span className="disclosure-words">{summary}</span>
    </summary>
    <div className="disclosure-body">{children}</div>
  </details>
);
