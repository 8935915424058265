import type { MouseEvent, ReactNode, Ref } from 'react';

interface Props {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly look?: 'primary' | 'plain' | 'quiet';
  /** Its name for VoiceOver where the visible words alone do not say what it acts on; it begins with them. */
  readonly name?: string;
  /** Not possible now. It keeps the keyboard's focus, which a disabled button would lose. */
  readonly blocked?: boolean;
  readonly describedBy?: string | undefined;
  /** Ignores the second click of a double-click: that one was meant for what stood here before. */
  readonly needsFreshClick?: boolean;
  /** For whoever gives it the keyboard's focus back. */
  readonly ref?: Ref<HTMLButtonElement>;
}

export const PushButton = (props: Props) => {
  const { children, onPress, look = 'plain', name, blocked = false, describedBy, needsFreshClick = false, ref } = props;
  const press = (event: MouseEvent) => {
    if (blocked || (needsFreshClick && event.detail > 1)) return;
    onPress();
  };
  return (
    <button
      ref={ref}
      type="button"
      className={`push-button push-button-${look}`}
      aria-label={name}
      aria-disabled={blocked || undefined}
      aria-describedby={describedBy}
      onClick={press}
    >
      {children}
    </button>
  );
};
