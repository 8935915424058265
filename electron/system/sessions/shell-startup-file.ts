import type { ShellName } from '../../core/sessions/shell-plan';
import { statusOf } from '../files/own-file';
import { shellFolder } from '../files/support-folder';
import type { MacHost } from '../mac/host';
import { onDisk } from '../mac/host';
import { toMacPath } from '../mac/mac-path';

export interface StartupFile {
  /** macOS path. */
  readonly file: string;
  /** One sentence: why this file. */
  readonly why: string;
}

/** The file that a shell reads in an SSH login and in a pane of tmux (which starts login shells), too. */
export const startupFile = async (host: MacHost, shell: ShellName): Promise<StartupFile> => {
  const { homeFolder } = host;
  switch (shell) {
    case 'zsh':
      return {
        file: `${folderFrom(host, 'ZDOTDIR') ?? homeFolder}/.zshrc`,
        why: 'zsh reads it in every shell that somebody types in.',
      };
    case 'bash':
      return bashFile(host);
    case 'sh':
      return { file: `${homeFolder}/.profile`, why: 'Other shells read it when they are login shells, as over SSH.' };
    case 'fish':
      return {
        file: `${folderFrom(host, 'XDG_CONFIG_HOME') ?? `${homeFolder}/.config`}/fish/conf.d/latchkey.fish`,
        why: 'fish reads every file in this folder, so your own files stay as they are.',
      };
  }
};

/**
 * A login shell, which is what SSH, tmux and Terminal start, reads the first of three files and no other; ~/.bashrc it
 * reads only where one of them says so. A new ~/.bash_profile would hide a ~/.profile, so what is there is taken.
 */
const bashFile = async (host: MacHost): Promise<StartupFile> => {
  const names = ['.bash_profile', '.bash_login', '.profile'];
  for (const name of names) {
    const file = `${host.homeFolder}/${name}`;
    // What macOS does not let be seen may be the one that bash reads: whoever writes to it is told why that fails.
    if ((await statusOf(onDisk(host, file))).kind !== 'absent')
      return { file, why: `A login shell of bash, as over SSH and in tmux, reads ~/${name}.` };
  }
  return {
    file: `${host.homeFolder}/.bash_profile`,
    why: 'A login shell of bash, as over SSH and in tmux, reads it. There is none yet, so it is made.',
  };
};

/** Only a shell knows these variables; the app, which the desktop starts, does not. */
const folderFrom = (host: MacHost, variable: 'ZDOTDIR' | 'XDG_CONFIG_HOME'): string | null => {
  const value = host.environment[variable];
  return value?.startsWith('/') ? toMacPath(host, value.replace(/\/+$/, '')) : null;
};

/** What is written between the marks. Without the helper, after the app was removed, these lines do nothing. */
export const sourcingLines = (host: MacHost, shell: ShellName): readonly string[] => {
  const folder = shellFolder(host).replace(host.homeFolder, '$HOME');
  const comment =
    '# Says in an SSH login when the keychain is locked there. `latchkey shell uninstall` takes these lines out.';
  const helper = `"${folder}/latchkey.${shell === 'fish' ? 'fish' : 'sh'}"`;
  // A pipe in its place would keep every shell waiting, and a link lead elsewhere.
  if (shell === 'fish')
    return [comment, `test -f ${helper} -a -r ${helper}; and not test -L ${helper}; and source ${helper}; or true`];
  return [comment, `if [ -f ${helper} ] && [ -r ${helper} ] && [ ! -h ${helper} ]; then . ${helper}; fi`];
};
