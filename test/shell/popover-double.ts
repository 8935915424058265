import { EventEmitter } from 'node:events';
import { vi } from 'vitest';
import type { PopoverWindow } from '../../electron/shell/windows/popover';

/** A window that can be made ready, blurred, closed and crashed by a test. */
export const createWindowDouble = (id: number) => {
  const events = new EventEmitter();
  const contentsEvents = new EventEmitter();
  let isDestroyed = false;
  let isFocused = false;
  const calls = { show: vi.fn(), hide: vi.fn(), focus: vi.fn(), setBounds: vi.fn(), destroy: vi.fn() };
  const window = {
    ...calls,
    destroy: () => {
      calls.destroy();
      isDestroyed = true;
      events.emit('closed');
    },
    isDestroyed: () => isDestroyed,
    isFocused: () => isFocused,
    focus: () => {
      calls.focus();
      isFocused = true;
    },
    on: events.on.bind(events),
    once: events.once.bind(events),
    webContents: { id, isDestroyed: () => isDestroyed, send: vi.fn(), on: contentsEvents.on.bind(contentsEvents) },
  } as unknown as PopoverWindow;
  return {
    window,
    calls,
    becomeReady: () => events.emit('ready-to-show'),
    /** The focus goes elsewhere. */
    blur: () => {
      isFocused = false;
      events.emit('blur');
    },
    /** Says so although it has the focus. */
    reportOldBlur: () => events.emit('blur'),
    /** The user comes back to it. */
    comeBack: () => events.emit('focus'),
    freeze: () => events.emit('unresponsive'),
    crash: () => contentsEvents.emit('render-process-gone', {}, { reason: 'crashed' }),
    failToLoad: (what: 'page' | 'frame') => contentsEvents.emit('did-fail-load', {}, -6, '', '', what === 'page'),
    isDestroyed: () => isDestroyed,
  };
};

export type WindowDouble = ReturnType<typeof createWindowDouble>;
