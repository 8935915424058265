import type { MacHost } from '../../system/mac/host';
import type { RunningSession } from '../../system/sessions/agent-session-files';
import { shownName } from '../common/common-credentials';

/** A project that a Claude Code runs in, and the settings files that count there beside those of the user. */
export interface RunningProject {
  /** What a person calls it: `~/src/app`. */
  readonly label: string;
  /** Configuration folder of the Claude Code that runs in it. */
  readonly configFolder: string;
  /** The weaker one first. */
  readonly settingsFiles: readonly string[];
}

const mostProjects = 20;

/**
 * The projects of the Claude Codes that run, known from their session files; what other projects hold is not looked for.
 * Claude Code reads `.claude` of the folder that it was started in.
 */
export const runningProjects = (
  host: MacHost,
  sessions: readonly Pick<RunningSession, 'folder' | 'configFolder'>[],
): readonly RunningProject[] => {
  const projects = new Map<string, RunningProject>();
  for (const { folder, configFolder } of sessions) {
    if (folder === null || !folder.startsWith('/') || !mayBeReadUnasked(host, folder)) continue;
    const path = folder.replace(/\/+$/, '');
    const label = shownName(path.startsWith(`${host.homeFolder}/`) ? `~${path.slice(host.homeFolder.length)}` : path);
    const files = ['settings.json', 'settings.local.json'].map((name) => `${path}/.claude/${name}`);
    const settingsFiles = files.filter((file) => file !== `${configFolder}/settings.json`);
    projects.set(JSON.stringify([path, configFolder]), { label: label ?? 'a project', configFolder, settingsFiles });
    if (projects.size >= mostProjects) break;
  }
  return [...projects.values()];
};

/** macOS asks the user before an app reads in these: a look must not be what makes it ask. */
const mayBeReadUnasked = ({ homeFolder }: MacHost, folder: string): boolean =>
  ![
    ...['Desktop', 'Documents', 'Downloads', 'Library', 'Movies', 'Music', 'Pictures'].map(
      (name) => `${homeFolder}/${name}`,
    ),
    '/Volumes',
    '/Network',
    '/net',
  ].some((guarded) => folder === guarded || folder.toLowerCase().startsWith(`${guarded.toLowerCase()}/`));
