import type { MacHost } from '../../electron/system/mac/host';

/** A Mac that is nothing but its description, for what asks no tool. */
export const someHost = (changes: Partial<MacHost> = {}): MacHost => ({
  kind: 'macos',
  root: '',
  homeFolder: '/Users/alice',
  userName: 'alice',
  uid: 501,
  environment: {},
  now: () => 0,
  ...changes,
});
