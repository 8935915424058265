import { type ReactNode, useId } from 'react';

interface Props {
  readonly title: string;
  /** The page says it already: it is for VoiceOver alone then. */
  readonly isTitleHidden?: boolean;
  /** Stands at the end of the title's line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A named part of the popover. */
export const Section = ({ title, isTitleHidden = false, aside, children }: Props) => {
  const titleId = useId();
  return (
    <section className="section" aria-labelledby={titleId}>
      <div className={isTitleHidden && !aside ? 'visually-hidden' : 'section-head'}>
        <h2 id={titleId} className={isTitleHidden ? 'visually-hidden' : undefined}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
};
