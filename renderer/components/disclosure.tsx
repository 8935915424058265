import type { ReactNode } from 'react';
import { Icon } from './icon';

interface Props {
  readonly title: string;
  /** How it stands, in a word or two: seen without opening it. */
  readonly state: string;
  /** What it belongs to, for VoiceOver, where several have the same title. */
  readonly of?: string;
  readonly children: ReactNode;
}

/** Something that is folded up until somebody asks for it, and stays as they left it. */
export const Disclosure = ({ title, state, of, children }: Props) => (
  <details className="disclosure">
    <summary className="row" aria-label={of && `${title} ${state}, ${of}`}>
      <Icon name="disclosure" />
      <span className="disclosure-words">
        <span>{title}</span> <span className="state-word">{state}</span>
      </span>
    </summary>
    <div className="disclosure-body">{children}</div>
  </details>
);
