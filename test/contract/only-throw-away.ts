/**
 * What the contract may ask of `security`. Nothing here can raise a dialog on a keychain of its own whose password it
 * knows, and nothing reaches any other keychain: each verb ends in a path, and the path lies in the suite's own folder.
 */
const verbsOnOwnKeychain = [
  'create-keychain',
  'delete-keychain',
  'lock-keychain',
  'unlock-keychain',
  'set-keychain-settings',
  'show-keychain-info',
  'add-generic-password',
  'find-generic-password',
];
const listings = ['list-keychains', 'default-keychain', 'login-keychain', 'find-identity -p codesigning'];

/** @throws Error for a call that could touch a keychain outside the folder, or ask somebody. */
export const checkThrowAway = (folder: string, args: readonly string[]): void => {
  const [verb = '', ...rest] = args;
  if (listings.includes(args.join(' '))) return;
  const refuse = (why: string): never => {
    throw new Error(`The contract does not call security ${args.join(' ')}: ${why}`);
  };
  if (!verbsOnOwnKeychain.includes(verb)) refuse('not one of its verbs');
  const path = rest.at(-1) ?? '';
  if (!path.startsWith(`${folder}/`) || path.includes('/../')) refuse('the keychain is not in its own folder');
  const elsewhere = rest.slice(0, -1).find((argument) => argument.includes('/'));
  if (elsewhere !== undefined) refuse(`${elsewhere} could be another keychain`);
  // Without a password the system, or the terminal, would ask for it.
  if (verb === 'unlock-keychain' && rest[0] !== '-p') refuse('it would ask for the password');
  if (rest.includes('-u') && verb === 'unlock-keychain') refuse('it would raise the dialog');
  if (verb === 'lock-keychain' && rest.length !== 1) refuse('it locks one keychain only');
};
