import * as z from 'zod/mini';

/** A verb that the renderer calls and the main process answers. Its argument is `unknown` until `payload` has parsed it. */
export interface Request<Payload, Reply> {
  readonly direction: 'renderer-to-main';
  readonly payload: z.ZodMiniType<Payload>;
  /** Type only: never set. */
  readonly reply?: Reply;
}

/** A verb that the main process says to the renderer. */
export interface Announcement<Payload> {
  readonly direction: 'main-to-renderer';
  /** Type only: never set. */
  readonly payload?: Payload;
}

/** Declares a request; call it twice so that the reply's type is given and the payload's is inferred. */
export const request =
  <Reply = void>() =>
  <Payload>(payload: z.ZodMiniType<Payload>): Request<Payload, Reply> => ({ direction: 'renderer-to-main', payload });

export const announcement = <Payload>(): Announcement<Payload> => ({ direction: 'main-to-renderer' });

/** The payload of a verb that takes none. */
export const nothing = z.undefined();
