import { typedCommand } from '../../core/command-line/command-link';
import { withoutLinks } from '../files/real-path';
import type { MacHost } from '../mac/host';

/**
 * How this command is typed in the shell that has started it.
 *
 * @param command path on disk of the app's own command; null in a checkout.
 * @param script what Node was given.
 */
export const typedHere = (host: MacHost, command: string | null, script: string): string => {
  const folders = (host.environment.PATH ?? '').split(':').filter((folder) => folder.startsWith('/'));
  let found: string | null = null;
  for (const folder of folders) {
    found = withoutLinks(`${folder}/latchkey`);
    if (found !== null) break;
  }
  // On the simulated Mac its own tool of that name stands for this program.
  if (!__LATCHKEY_RELEASE__ && host.kind === 'simulated-macos' && found?.startsWith(`${host.root}/`)) return 'latchkey';
  const own = command ?? script;
  return typedCommand({ found, own: withoutLinks(own) ?? own, isScriptForNode: command === null });
};
