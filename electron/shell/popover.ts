import type { BrowserWindow, Rectangle, WebContents } from 'electron';
import type { Log } from './log';

/** A click on the icon of an open popover takes its focus first: it was closed by that click and must not reopen. */
const reopenGuardMs = 200;
/** Hiding and showing in quick turns can report an old loss of focus late; after this long the window's own word counts. */
const blurSettlesMs = 50;
/** A hidden window keeps a renderer process alive; after this long it is given back. */
const destroyAfterHiddenMs = 5 * 60_000;
/** A page that dies sooner than this after it appeared is not brought back by itself. */
const stableAfterMs = 10_000;

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
  /** Milliseconds on any clock. */
  readonly now: () => number;
  readonly log: Log;
}

export interface Popover {
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
 * The popover's life: made at the first click, hidden on blur, given back after some minutes, made anew when its page
 * has died. At any moment it may not exist; nothing else in the app depends on it.
 */
export const createPopover = (options: PopoverOptions): Popover => {
  let window: PopoverWindow | null = null;
  let isReady = false;
  let isVisible = false;
  /** It was asked for before the window could show anything. */
  let isAwaited = false;
  let lastIcon: Rectangle | null = null;
  let heightPixels = 480;
  let hiddenByBlurAt = Number.NEGATIVE_INFINITY;
  let shownAt = Number.NEGATIVE_INFINITY;
  let destroyTimer: NodeJS.Timeout | undefined;

  const place = (): void => window?.setBounds(options.place(lastIcon, heightPixels));

  const reveal = (): void => {
    isAwaited = false;
    if (!window) return;
    place();
    clearTimeout(destroyTimer);
    if (!isVisible) shownAt = options.now();
    isVisible = true;
    options.onShow();
    window.show();
    window.focus();
  };

  const open = (icon: Rectangle | null): void => {
    lastIcon = icon;
    if (window?.isDestroyed()) forget();
    window ??= makeWindow();
    if (isReady) reveal();
    else isAwaited = true;
  };

  const hide = (): void => {
    isAwaited = false;
    if (!window || !isVisible) return;
    isVisible = false;
    window.hide();
    destroyTimer = setTimeout(() => discard('it was hidden for a while'), destroyAfterHiddenMs);
    options.onHide();
  };

  const hideAfterBlur = (blurredAt: number): void => {
    if (!isVisible || window?.isFocused() || options.staysOpenOnBlur()) return;
    hiddenByBlurAt = blurredAt;
    hide();
  };

  /** The window is gone, whoever took it away. */
  const forget = (): void => {
    clearTimeout(destroyTimer);
    const wasVisible = isVisible;
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
