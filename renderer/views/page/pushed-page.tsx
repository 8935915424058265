import type { ReactNode } from 'react';
import { OutsideText } from '../../components/outside-text';

/** A page that was asked for: its title, then what today's sections hold. The way back stands above it. */
export const PushedPageContent = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <>
    <h1 className="page-title" tabIndex={-1}>
      <OutsideText text={title} />
    </h1>
    {children}
  </>
);
