import type { ToolCall } from '../../tool-call';
import { findCertificate, findIdentity } from './certificate-commands';
import { findGenericPassword, findInternetPassword } from './find-commands';
import { addGenericPassword, deleteGenericPassword } from './item-commands';
import { createKeychain, deleteKeychain, dumpKeychain } from './keychain-commands';
import { defaultKeychain, listKeychains, loginKeychain } from './list-commands';
import { lockKeychain, setKeychainSettings, showKeychainInfo, unlockKeychain } from './lock-commands';

/** One command of `security`. `run` gives an OSStatus, or 2 to have the usage shown. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly help: string;
  run(call: ToolCall, args: readonly string[]): number | Promise<number>;
}

const domainUsage = (what: string) => `[-d user|system|common|dynamic] [-s [keychain${what}]]`;
const itemUsage = '[-a account] [-s service] [options...]';

/** In Apple's order, which decides what an abbreviation means. What a Mac has beyond these is unknown here. */
export const commands: readonly Command[] = [
  {
    name: 'list-keychains',
    usage: domainUsage('...'),
    help: 'Display or manipulate the keychain search list.',
    run: listKeychains,
  },
  {
    name: 'default-keychain',
    usage: domainUsage(''),
    help: 'Display or set the default keychain.',
    run: defaultKeychain,
  },
  { name: 'login-keychain', usage: domainUsage(''), help: 'Display or set the login keychain.', run: loginKeychain },
  {
    name: 'create-keychain',
    usage: '[-P] [-p password] [keychains...]',
    help: 'Create keychains and add them to the search list.',
    run: createKeychain,
  },
  {
    name: 'delete-keychain',
    usage: '[keychains...]',
    help: 'Delete keychains and remove them from the search list.',
    run: deleteKeychain,
  },
  { name: 'lock-keychain', usage: '[-a | keychain]', help: 'Lock the specified keychain.', run: lockKeychain },
  {
    name: 'unlock-keychain',
    usage: '[-u] [-p password] [keychain]',
    help: 'Unlock the specified keychain.',
    run: unlockKeychain,
  },
  {
    name: 'set-keychain-settings',
    usage: '[-lu] [-t timeout] [keychain]',
    help: 'Set settings for a keychain.',
    run: setKeychainSettings,
  },
  { name: 'show-keychain-info', usage: '[keychain]', help: 'Show the settings for keychain.', run: showKeychainInfo },
  {
    name: 'dump-keychain',
    usage: '[-adir] [keychain...]',
    help: 'Dump the contents of one or more keychains.',
    run: dumpKeychain,
  },
  {
    name: 'add-generic-password',
    usage: '[-a account] [-s service] [-w password] [options...] [-A|-T appPath] [keychain]',
    help: 'Add a generic password item.',
    run: addGenericPassword,
  },
  {
    name: 'find-generic-password',
    usage: `${itemUsage} [-g] [keychain...]`,
    help: 'Find a generic password item.',
    run: findGenericPassword,
  },
  {
    name: 'delete-generic-password',
    usage: `${itemUsage} [keychain...]`,
    help: 'Delete a generic password item.',
    run: deleteGenericPassword,
  },
  {
    name: 'find-internet-password',
    usage: '[-a account] [-s server] [options...] [-g] [keychain...]',
    help: 'Find an internet password item.',
    run: findInternetPassword,
  },
  {
    name: 'find-identity',
    usage: '[-h] [-p policy] [-s string] [-v] [keychain...]',
    help: 'Find an identity (certificate + private key).',
    run: findIdentity,
  },
  {
    name: 'find-certificate',
    usage: '[-h] [-a] [-c name] [-e emailAddress] [-m] [-p] [-Z] [keychain...]',
    help: 'Find a certificate item.',
    run: findCertificate,
  },
];
