import { Children, type ReactNode } from 'react';

/** Short facts in a line, a dot between them; the line breaks after a dot. */
export const Facts = ({ className = '', children }: { readonly className?: string; readonly children: ReactNode }) => (
  <p className={`facts ${className}`.trim()}>
    {Children.toArray(children).map((fact, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the facts of a line have no identity but their place
      <span key={index}>
        {index > 0 && '\u00a0· '}
        {fact}
      </span>
    ))}
  </p>
);
