import { createDocker } from '../../../electron/tools/docker/docker';
import { canary, internet } from '../one-keychain';
import type { StoreTable } from './store-row';

const home = '/Users/alice';
const config = (content: object, folder = `${home}/.docker`) => ({ [`${folder}/config.json`]: content });
const docker = { '/usr/local/bin/docker': '' };
const helper = (name: string) => ({ [`/usr/local/bin/docker-credential-${name}`]: '' });
const hub = 'https://index.docker.io/v1/';
const unsearched = [{ tool: 'Security.framework' }, { tool: 'security', when: 'find-internet-password', exit: 77 }];
const kept = ['kept', 'kept', 'kept'] as const;
const locked = ['kept', 'lost', 'lost'] as const;
const untold = ['untold', 'untold', 'untold'] as const;
const osxkeychain = { auths: { 'ghcr.io': {} }, credsStore: 'osxkeychain' };

const helperLocked =
  'error getting credentials - err: exit status 1, out: `keychain cannot be accessed because the current session does not allow user interaction. The keychain may be locked; unlock it by running "security -v unlock-keychain ~/Library/Keychains/login.keychain-db" and try again` / error storing credentials - err: exit status 1, out: `User interaction is not allowed.`';
const noOsxkeychain =
  'error getting credentials - err: exec: "docker-credential-osxkeychain": executable file not found in $PATH';
const noDesktop =
  'error getting credentials - err: exec: "docker-credential-desktop": executable file not found in $PATH';

/** Sources: docker/cli `cli/config/configfile`, docker-credential-helpers `osxkeychain/osxkeychain.go`, `registryurl`. */
export const dockerStores: StoreTable = {
  tool: 'docker',
  create: createDocker,
  rows: [
    ['nothing of it', {}, ['none unknown unknown'], ...kept],
    ['the program alone', { files: docker }, ['none unknown signed-out'], ...kept],
    [
      'an item of osxkeychain',
      { files: config(osxkeychain), items: [internet('ghcr.io', 'u')] },
      ['ghcr.io: login-keychain breaks unknown'],
      ...locked,
      helperLocked,
    ],
    [
      'none of it, with the helper',
      { files: { ...config(osxkeychain), ...docker, ...helper('osxkeychain') } },
      ['ghcr.io: login-keychain breaks signed-out'],
      ...kept,
      helperLocked,
    ],
    [
      'none of it, and a helper that is missing',
      { files: { ...config(osxkeychain), ...docker } },
      ['ghcr.io: unknown unknown unknown'],
      ...untold,
      noOsxkeychain,
    ],
    [
      'a keychain that cannot be searched',
      { files: config(osxkeychain), faults: unsearched },
      ['ghcr.io: login-keychain breaks unknown'],
      ...locked,
      helperLocked,
    ],
    [
      'Docker Desktop without its helper',
      { files: { ...config({ auths: { [hub]: {} }, credsStore: 'desktop' }), ...docker } },
      ['index.docker.io: unknown unknown unknown'],
      ...untold,
      noDesktop,
    ],
    [
      'an item with the whole address as its server',
      { files: config({ auths: { [hub]: {} }, credsStore: 'osxkeychain' }), items: [internet(hub, 'u')] },
      ['index.docker.io: login-keychain breaks unknown'],
      ...locked,
      helperLocked,
    ],
    [
      'an item with a scheme',
      { files: config(osxkeychain), items: [internet('https://ghcr.io', 'u')] },
      ['ghcr.io: login-keychain breaks unknown'],
      ...locked,
      helperLocked,
    ],
    [
      'a registry on a port',
      {
        files: config({ auths: { 'localhost:5000': {} }, credsStore: 'osxkeychain' }),
        items: [internet('localhost', 'u')],
      },
      ['localhost:5000: login-keychain breaks unknown'],
      ...locked,
      helperLocked,
    ],
    [
      'a helper for one registry',
      {
        files: config({
          auths: { 'ghcr.io': {}, 'gcr.io': {} },
          credsStore: 'osxkeychain',
          credHelpers: { 'gcr.io': 'gcloud' },
        }),
        items: [internet('ghcr.io', 'u')],
      },
      ['ghcr.io: login-keychain breaks unknown', 'gcr.io: file survives unknown'],
      ...locked,
      helperLocked,
    ],
    [
      'a helper that nobody knows',
      { files: config({ auths: { 'ghcr.io': {} }, credsStore: 'acme' }) },
      ['ghcr.io: unknown unknown unknown'],
      ...untold,
    ],
    [
      'a login in the file',
      { files: config({ auths: { 'ghcr.io': { auth: canary } } }) },
      ['ghcr.io: file survives unknown'],
      ...kept,
    ],
    [
      'a mark without a helper',
      { files: config({ auths: { 'ghcr.io': {} } }) },
      ['ghcr.io: none unknown signed-out'],
      ...kept,
    ],
    [
      'a context, which changes nothing of it',
      { files: config({ ...osxkeychain, currentContext: 'far' }), items: [internet('ghcr.io', 'u')] },
      ['ghcr.io: login-keychain breaks unknown'],
      ...locked,
      helperLocked,
    ],
    [
      'DOCKER_CONFIG',
      {
        files: config({ auths: { 'ghcr.io': { auth: canary } } }, `${home}/d`),
        environment: { DOCKER_CONFIG: `${home}/d` },
      },
      ['ghcr.io: file survives unknown'],
      ...kept,
    ],
    [
      'DOCKER_AUTH_CONFIG',
      {
        files: config(osxkeychain),
        environment: { DOCKER_AUTH_CONFIG: JSON.stringify({ auths: { 'ghcr.io': { auth: canary } } }) },
      },
      ['ghcr.io: environment survives unknown'],
      ...kept,
    ],
    [
      'a file that cannot be read',
      { files: { [`${home}/.docker/config.json`]: '{' } },
      ['unknown unknown unreadable'],
      ...untold,
    ],
  ],
};
