import { EventEmitter } from 'node:events';
import type { NotificationConstructorOptions } from 'electron';
import { vi } from 'vitest';
import type { NotificationPort, NotificationSystem } from '../../electron/shell/notifications/notification-delivery';

/** One notification that was handed to the system, in the hands of a test. */
export interface ShownNotification {
  readonly options: NotificationConstructorOptions;
  readonly close: ReturnType<typeof vi.fn<() => void>>;
  /** The system or the user does this. */
  emit(event: 'action' | 'click' | 'close' | 'failed' | 'show'): void;
}

/** What macOS answers to `show()`: as a promise would, later, or never. */
export type Answer = 'failed' | 'nothing' | 'show' | 'throws';

export const createNotificationSystem = (firstAnswer: Answer = 'show') => {
  let answer = firstAnswer;
  const handed: ShownNotification[] = [];
  const isSupported = vi.fn(() => true);
  const create = vi.fn((options: NotificationConstructorOptions): NotificationPort => {
    const events = new EventEmitter();
    const close = vi.fn<() => void>();
    handed.push({ options, close, emit: (event) => events.emit(event, {}) });
    const show = (): void => {
      if (answer === 'throws') throw new Error('no notification center');
      if (answer !== 'nothing') events.emit(answer, {});
    };
    return { close, show, on: events.on.bind(events) as unknown as NotificationPort['on'] };
  });
  return {
    system: { isSupported, create } satisfies NotificationSystem,
    handed,
    isSupported,
    answerWith: (next: Answer) => {
      answer = next;
    },
    titles: () => handed.map(({ options }) => options.title),
  };
};
