import net from 'node:net';
import { longestSocketPathBytes } from '../../electron/core/hold/app-socket';

/** On a Mac /tmp and /var are links below /private, which is what a path is when it is resolved. */
const bytesOnMac = (path: string): number =>
  Buffer.byteLength(path) + (/^\/(tmp|var)\//.test(path) ? Buffer.byteLength('/private') : 0);

/** Throws where a Mac could not make this socket. Exported for its test. */
export const checkSocketPath = (path: unknown): void => {
  if (typeof path !== 'string' || !path.startsWith('/') || bytesOnMac(path) <= longestSocketPathBytes) return;
  throw new Error(
    `A socket's path has ${bytesOnMac(path)} bytes on a Mac, which allows ${longestSocketPathBytes}: ${path}`,
  );
};

/** From here on no server of this process listens at a path that is too long for a Mac, whatever this machine allows. */
export const refuseLongSockets = (): void => {
  const original = net.Server.prototype.listen;
  net.Server.prototype.listen = function (this: net.Server, ...values: unknown[]) {
    const [first] = values;
    checkSocketPath(typeof first === 'object' && first !== null && 'path' in first ? first.path : first);
    return Reflect.apply(original, this, values) as net.Server;
  };
};
