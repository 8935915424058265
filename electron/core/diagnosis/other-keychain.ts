import { type Context, concerned, knownFact } from './question';

/** The keychain that the login in question is in, where that is known to be another than the login keychain. */
export const otherKeychain = (context: Context): string | undefined => {
  const known = knownFact(context.facts, 'credentials');
  if (known.kind === 'not-measured' || context.tools === null) return undefined;
  const own = concerned(context, known.value);
  const named = own.find(({ keychainPath }) => keychainPath !== undefined)?.keychainPath;
  if (named !== undefined || !own.some(({ store }) => store === 'other-keychain')) return named;
  // One that asks another program for its login: that one's keychain.
  return known.value.find(({ keychainPath }) => keychainPath !== undefined)?.keychainPath;
};
