import type { BrowserWindow, Rectangle, WebContents } from 'electron';
import type { Log } from '../base/log';

/** A click on the icon of an open popover takes its focus first: it was closed by that click and must not reopen. */
const reopenGuardMs = 200;
/** Hiding and showing in quick turns can report an old loss of focus late; after this long the window's own word counts. */
const blurSettlesMs = 50;
/** A page that dies sooner than this is not brought back by itself: neither one that was made nor one that has appeared. */
const stableAfterMs = 10_000;
/** A window that is gone is made again behind the scenes when whatever took it has had its time. */
const warmAgainAfterMs = 3_000;

export type PopoverContents = Pick<WebContents, 'id' | 'isDestroyed' | 'on' | 'send'>;

export type PopoverWindow = Pick<
  BrowserWindow,
  'destroy' | 'focus' | 'hide' | 'isDestroyed' | 'isFocused' | 'on' | 'once' | 'setBounds' | 'show'
> & { readonly webContents: PopoverContents };

export interface PopoverOptions {
  readonly createWindow: () => PopoverWindow;
  /** @param icon the icon that was clicked; null when the popover is opened in another way. */
  readonly place: (icon: Rectangle | null, heightPixels: number) => Rectangle;
  /** While a system dialog that we raised has the focus, losing it does not close the popover. */
  readonly staysOpenOnBlur: () => boolean;
  /** Just before it appears: the page can be told what to show. */
  readonly onShow: () => void;
  readonly onHide: () => void;
  /** It was hidden while it had the focus: nobody else has it yet. */
  readonly giveActivityBack: () => void;
  /** Milliseconds on any clock. */
  readonly now: () => number;
  readonly log: Log;
}

export interface Popover {
  /** Makes the window and loads its page, unseen, so that a click only has to show it. */
  warm(): void;
  /** A left click on the icon. */
  toggle(icon: Rectangle): void;
  open(icon: Rectangle | null): void;
  hide(): void;
  /** Fits it to its content; never taller than the display has room for. */
  resize(heightPixels: number): void;
  /** After a dialog of ours has gone, so that the next click elsewhere closes the popover again. */
  takeFocusBack(): void;
  contentsId(): number | null;
  /** The page while it is on the screen. */
  visibleContents(): PopoverContents | null;
}

/**
 * The popover's life: made unseen after the start, hidden on blur, kept, made anew when it is gone or its page has died.
 * A hidden page costs memory (docs/performance.md) and no time at the click. At any moment it may not exist; nothing else
 * in the app depends on it.
 */
export const createPopover = (options: PopoverOptions): Popover => {
  let window: PopoverWindow | null = null;
  let isBeingMade = false;
  let isReady = false;
  let isVisible = false;
  /** It was asked for before the window could show anything. */
  let isAwaited = false;
  let lastIcon: Rectangle | null = null;
  let heightPixels = 480;
  let hiddenByBlurAt = Number.NEGATIVE_INFINITY;
  let shownAt = Number.NEGATIVE_INFINITY;
  let madeAt = Number.NEGATIVE_INFINITY;
  let warmTimer: NodeJS.Timeout | undefined;

  const place = (): void => window?.setBounds(options.place(lastIcon, heightPixels));

  const reveal = (): void => {
    isAwaited = false;
    if (!window) return;
    place();
    if (!isVisible) shownAt = options.now();
    isVisible = true;
    options.onShow();
    window.show();
    window.focus();
  };

  const warm = (): void => {
    clearTimeout(warmTimer);
    // Who asks while Electron makes it gets that one: there is one popover, and another page would be refused.
    if (window || isBeingMade) return;
    isBeingMade = true;
    try {
      window = makeWindow();
    } finally {
      isBeingMade = false;
    }
  };

  const open = (icon: Rectangle | null): void => {
    lastIcon = icon;
    if (window?.isDestroyed()) forget();
    warm();
    if (isReady) reveal();
    else isAwaited = true;
  };

  const hide = (): void => {
    isAwaited = false;
    if (!window || !isVisible) return;
    isVisible = false;
    const hadFocus = window.isFocused();
    window.hide();
    if (hadFocus) options.giveActivityBack();
    options.onHide();
  };

  const hideAfterBlur = (blurredAt: number): void => {
    if (!isVisible || window?.isFocused() || options.staysOpenOnBlur()) return;
    hiddenByBlurAt = blurredAt;
    hide();
  };

  /** The window is gone, whoever took it away. */
  const forget = (): void => {
    const wasVisible = isVisible;
    if (options.now() - madeAt > stableAfterMs) warmTimer = setTimeout(warm, warmAgainAfterMs);
    window = null;
    isReady = false;
    isVisible = false;
    isAwaited = false;
    if (wasVisible) options.onHide();
  };

  const discard = (reason: string): void => {
    const discarded = window;
    options.log(`popover given back: ${reason}`);
    forget();
    if (discarded && !discarded.isDestroyed()) discarded.destroy();
  };

  const remake = (reason: string): void => {
    const bringBack = isVisible && options.now() - shownAt > stableAfterMs;
    discard(reason);
    if (bringBack) open(lastIcon);
  };

  const makeWindow = (): PopoverWindow => {
    const made = options.createWindow();
    madeAt = options.now();
    const whileCurrent = (react: () => void) => (): void => {
      if (window === made) react();
    };
    made.once(
      'ready-to-show',
      whileCurrent(() => {
        isReady = true;
        if (isAwaited) reveal();
      }),
    );
    made.on(
      'blur',
      whileCurrent(() => {
        const blurredAt = options.now();
        setTimeout(
          whileCurrent(() => hideAfterBlur(blurredAt)),
          blurSettlesMs,
        );
      }),
    );
    made.on('closed', whileCurrent(forget));
    made.on(
      'unresponsive',
      whileCurrent(() => remake('its page does not respond')),
    );
    // A window must not be destroyed inside of its own event.
    const soon = (react: () => void) => whileCurrent(() => setImmediate(whileCurrent(react)));
    const pageDied = soon(() => remake('its page died'));
    const pageDidNotLoad = soon(() => discard('its page did not load'));
    made.webContents.on('render-process-gone', pageDied);
    // A refused navigation or frame of a page that is there is no failure of the page.
    made.webContents.on('did-fail-load', (_event, _code, _description, _url, isMainFrame) => {
      if (isMainFrame && !isReady) pageDidNotLoad();
    });
    return made;
  };

  return {
    warm,
    toggle: (icon) => {
      if (isVisible) hide();
      else if (options.now() - hiddenByBlurAt > reopenGuardMs) open(icon);
    },
    open,
    hide,
    resize: (wantedHeightPixels) => {
      heightPixels = wantedHeightPixels;
      place();
    },
    takeFocusBack: () => {
      if (isVisible) window?.focus();
    },
    contentsId: () => (window && !window.isDestroyed() ? window.webContents.id : null),
    visibleContents: () => (window && isVisible && !window.isDestroyed() ? window.webContents : null),
  };
};
