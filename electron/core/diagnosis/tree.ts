import type { SymptomId } from './symptoms';
import { chooses, names, type TreeNode } from './tree-node';

/** Where each symptom enters, under its own name: the question that tells most about it, then the general ones. */
const symptomEntries = {
  'random-logout': names('refresh-lock', 'refresh-lock-stuck', 'random-logout-token'),
  'random-logout-token': names('old-token', 'old-token-in-use', 'random-logout-timer'),
  'random-logout-timer': names('locks-itself', 'keychain-locks-itself', 'disk'),
  'login-loop': names('one-variable', 'variable-overrules', 'login-loop-default'),
  'login-loop-default': names('no-default', 'no-default-keychain', 'login-loop-folder'),
  'login-loop-folder': names('folder-not-usable', 'folder-not-usable', 'disk'),
  'terminal-not-editor': names('editor-storage', 'editor-storage-unusable', 'terminal-not-editor-conflict'),
  'terminal-not-editor-conflict': names('editor-conflict', 'editor-extensions-conflict', 'terminal-not-editor-copies'),
  'terminal-not-editor-copies': names('several-copies', 'several-copies', 'terminal-not-editor-server'),
  'terminal-not-editor-server': names('background-locked', 'background-server-locked', 'disk'),
  'browser-opens-cli-times-out': names('proxy-gone', 'proxy-not-reachable', 'browser-opens-vpn'),
  'browser-opens-vpn': names('vpn-up', 'vpn-in-the-way', 'disk'),
  'sso-completes-login-fails': names('clock-wrong', 'clock-wrong', 'sso-storing'),
  'sso-storing': names('no-default', 'no-default-keychain', 'disk'),
  'hotspot-not-office': chooses('hosts-looked-at', { yes: 'disk', no: 'hotspot-vpn', notKnown: 'hotspot-vpn' }),
  'hotspot-vpn': names('vpn-up', 'vpn-in-the-way', 'disk'),
  'after-account-change': names('one-variable', 'variable-overrules', 'after-account-change-password'),
  'after-account-change-password': names('password-differs', 'keychain-password-differs', 'disk'),
  'names-hang': names('names-hang', 'names-hang', 'names-hang-vpn'),
  'names-hang-vpn': names('vpn-up', 'vpn-in-the-way', 'disk'),
  'not-over-ssh': chooses('needs-keychain', {
    yes: 'not-over-ssh-login',
    no: 'not-over-ssh-app',
    notKnown: 'not-over-ssh-login',
  }),
  'not-over-ssh-login': names('ssh-locked', 'ssh-login-locked', 'not-over-ssh-app'),
  'not-over-ssh-app': names('needs-desktop-app', 'desktop-app-needed', 'disk'),
  'one-tmux-server-not-the-other': names('tmux-locked', 'tmux-server-locked', 'disk'),
  'keychain-asks-again': names('password-differs', 'keychain-password-differs', 'disk'),
} as const satisfies Readonly<Record<SymptomId, TreeNode> & Record<string, TreeNode>>;

/** What blocks everything first: this Mac, the service, then the way to it in the order that a connection takes. */
const surroundings = {
  disk: names('disk-full', 'disk-full', 'folders'),
  folders: names('folder-not-usable', 'folder-not-usable', 'clock'),
  clock: names('clock-wrong', 'clock-wrong', 'outage'),
  outage: names('outage', 'service-outage', 'degraded'),
  degraded: names('degraded', 'service-outage', 'proxy-password'),
  'proxy-password': names('proxy-password', 'proxy-password-needed', 'proxy-gone'),
  'proxy-gone': names('proxy-gone', 'proxy-not-reachable', 'network'),
  network: chooses('hosts-looked-at', { yes: 'network-down', no: 'vpn', notKnown: 'vpn' }),
  'network-down': names('network-down', 'network-down', 'hanging-names', 'vpn'),
  'hanging-names': names('names-hang', 'names-hang', 'unknown-name'),
  'unknown-name': names('name-not-found', 'name-not-found', 'private-address'),
  'private-address': names('private-answer', 'private-answer', 'proxy-on-the-way'),
  'proxy-on-the-way': names('proxy-password-on-the-way', 'proxy-password-needed', 'refused'),
  refused: names('connection-refused', 'connection-refused', 'swallowed'),
  swallowed: names('connection-swallowed', 'connection-swallowed', 'wrong-name'),
  'wrong-name': names('wrong-name', 'network-login-page', 'unknown-issuer'),
  'unknown-issuer': names('unknown-issuer', 'connection-intercepted', 'certificate-dates'),
  'certificate-dates': names('certificate-dates', 'certificate-expired', 'cut-off'),
  'cut-off': names('connection-cut', 'connection-cut', 'overloaded'),
  overloaded: names('overloaded', 'service-overloaded', 'server-error'),
  'server-error': names('server-error', 'service-error', 'vpn'),
  vpn: names('vpn-up', 'vpn-in-the-way', 'local-program'),
  'local-program': names('local-program-down', 'local-program-not-running', 'docker-helper'),
  'docker-helper': names('docker-helper-missing', 'credential-helper-missing', 'keychain'),
} as const satisfies Readonly<Record<string, TreeNode>>;

/** The keychain before the login: in a locked one a new login cannot be stored. */
const logins = {
  keychain: chooses('needs-keychain', { yes: 'keychain-file', no: 'desktop-app', notKnown: 'keychain-file' }),
  'keychain-file': names('keychain-file', 'keychain-file-unusable', 'session-searching'),
  'session-searching': names('session-not-searching', 'session-not-searching', 'search-list'),
  'search-list': names('not-searched', 'keychain-not-searched', 'default-keychain'),
  'default-keychain': names('no-default', 'no-default-keychain', 'keychain-password'),
  'keychain-password': names('password-differs', 'keychain-password-differs', 'desktop'),
  desktop: names('desktop-locked', 'desktop-locked', 'tmux-server'),
  'tmux-server': names('tmux-locked', 'tmux-server-locked', 'ssh-login'),
  'ssh-login': names('ssh-locked', 'ssh-login-locked', 'background-server'),
  'background-server': names('background-locked', 'background-server-locked', 'next-login'),
  'next-login': names('next-login-locked', 'next-login-locked', 'allowed'),
  allowed: names('not-allowed', 'keychain-access-denied', 'auto-lock'),
  'auto-lock': names('locks-itself', 'keychain-locks-itself', 'desktop-app'),
  'desktop-app': names('needs-desktop-app', 'desktop-app-needed', 'provider'),
  provider: names('provider', 'provider-in-use', 'several-variables'),
  'several-variables': names('several-variables', 'several-variables', 'variable'),
  variable: names('one-variable', 'variable-overrules', 'refresh-lock'),
  'refresh-lock': names('refresh-lock', 'refresh-lock-stuck', 'old-token'),
  'old-token': names('old-token', 'old-token-in-use', 'expired'),
  expired: names('expired', 'login-expired', 'signed-out'),
  'signed-out': names('signed-out', 'signed-out', 'editor-storage'),
  'editor-storage': names('editor-storage', 'editor-storage-unusable', 'editor-conflict'),
  'editor-conflict': names('editor-conflict', 'editor-extensions-conflict', 'copies'),
  copies: names('several-copies', 'several-copies', 'outdated'),
  outdated: names('outdated', 'claude-outdated', null),
} as const satisfies Readonly<Record<string, TreeNode>>;

export type NodeId = keyof typeof symptomEntries | keyof typeof surroundings | keyof typeof logins;

/** The decision tree. Its general part begins at `disk`; where it ends without a cause, the cause is `unexplained`. */
export const tree: Readonly<Record<NodeId, TreeNode>> = { ...symptomEntries, ...surroundings, ...logins };

export const generalEntry: NodeId = 'disk';
