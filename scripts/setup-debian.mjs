import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { SetupError } from './setup-error.mjs';

/**
 * What runs the tests and Electron on Debian: a browser and the fonts of its pictures, a display, a C compiler, an sshd and
 * what keeps sessions, shells, and the libraries Electron links to. `a|b` is the first of them that there is: a browser
 * without windows takes half the processor time, and older releases have none.
 */
export const debianPackages = [
  ...['chromium-headless-shell|chromium', 'xvfb', 'xauth', 'fonts-liberation', 'fonts-inter', 'fonts-dejavu-core'],
  ...['gcc', 'libc6-dev', 'procps', 'util-linux', 'bsdutils', 'passwd'],
  ...['openssh-server', 'openssh-client', 'tmux', 'screen', 'zsh', 'fish', 'dash', 'bash', 'python3', 'git', 'openssl'],
  ...['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libatk-bridge2.0-0', 'libdrm2', 'libxtst6'],
  ...['libnotify4', 'libsecret-1-0', 'libcups2', 'dbus', 'dbus-x11', 'gnome-keyring'],
];

/**
 * The packages that are not installed. Newer releases call some libraries `…t64`; those count.
 * @param {readonly string[]} wanted
 * @param {string} listing lines `name:architecture status` as dpkg-query prints them
 */
export const missingPackages = (wanted, listing) => {
  const installed = new Set(
    listing
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(/[: ]/, 1)[0]),
  );
  const isInstalled = (/** @type {string} */ name) => installed.has(name) || installed.has(`${name}t64`);
  return wanted.filter((names) => !names.split('|').some(isInstalled));
};

/**
 * @param {string} names `a|b`
 * @returns {string} the first that this release has; the last where it has none, which then is told
 */
const firstOffered = (names) => {
  const all = names.split('|');
  const offers = (/** @type {string} */ name) =>
    spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0;
  return all.find((name, index) => index === all.length - 1 || offers(name)) ?? names;
};

/** @param {readonly string[]} names */
const installCommand = (names) => `apt-get install --yes --no-install-recommends ${names.join(' ')}`;

/** @param {string} line */
const runOrFail = (line) => {
  const [file = '', ...values] = line.split(' ');
  const run = spawnSync(file, ['-o', 'DPkg::Lock::Timeout=300', ...values], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 20 * 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.status === 0) return;
  const last = `${run.stdout ?? ''}\n${run.stderr ?? ''}`.trim().split('\n').slice(-8).join('\n');
  throw new SetupError(`${last}\n\n\`${line}\` failed (${run.error?.message ?? `exit code ${run.status}`}).`);
};

/**
 * The tests start an sshd of their own, on loopback. Debian's package would also serve logins on port 22 from now on; this
 * file is its own way of saying no (`ConditionPathExists` of ssh.service).
 */
const keepSshFromServing = () => {
  if (existsSync('/etc/ssh/sshd_not_to_be_run')) return;
  mkdirSync('/etc/ssh', { recursive: true });
  writeFileSync('/etc/ssh/sshd_not_to_be_run', 'Written by the set-up of Latchkey, whose tests need sshd only.\n');
};

/** Credential tools whose own programs write configuration for the tests, and which run only where they are installed. */
export const packagesOfRealPrograms = ['awscli', 'azure-cli'];

/** What builds the simulated Mac, which takes no browser and no display. */
export const packagesOfSimulator = ['gcc', 'libc6-dev'];

/**
 * Installs the missing Debian packages as root, and says the command to type otherwise.
 * @param {readonly string[]} [wanted]
 */
export const installDebianPackages = (wanted = debianPackages) => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders
  const query = spawnSync('dpkg-query', ['--show', '--showformat=${Package}:${Architecture} ${db:Status-Status}\n'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (query.error) {
    if (process.env.LATCHKEY_SYSTEM_PACKAGES === 'present') return;
    throw new SetupError(
      `This set-up knows Debian's packages only. Install your system's equivalents of ${wanted.join(', ')}, then say so with LATCHKEY_SYSTEM_PACKAGES=present in the environment.`,
    );
  }
  const missing = missingPackages(wanted, query.stdout);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      `These system packages are missing. Type this, then run the command again:\n\n  sudo apt-get update && sudo ${installCommand(missing.map(firstOffered))}\n`,
    );
  }
  console.log(`Installing ${missing.length} Debian packages: ${missing.join(' ')}`);
  if (missing.includes('openssh-server')) keepSshFromServing();
  runOrFail('apt-get update');
  runOrFail(installCommand(missing.map(firstOffered)));
};
