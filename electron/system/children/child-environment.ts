import type { MacHost } from '../mac/host';

/** What a command of the user's finds in its environment: all that this process was given, without what makes the app's program Node. */
export const shellEnvironment = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  process.versions.electron === undefined ? environment : { ...environment, ELECTRON_RUN_AS_NODE: undefined };

const systemFolders = '/usr/bin:/bin:/usr/sbin:/sbin';

/**
 * The environment that every child process gets: who the user is, a language that does not change, and no more. Nothing
 * else of ours is passed on, so that a child neither sees our variables nor depends on how Latchkey was started.
 */
export const childEnvironment = (host: MacHost): Record<string, string> => {
  const environment: Record<string, string> = {
    HOME: host.root + host.homeFolder,
    USER: host.userName,
    LOGNAME: host.userName,
    PATH: systemFolders,
    LC_ALL: 'C',
  };
  // `ps` prints local times, which we read in our own time zone: both must be told the same one.
  const timeZone = host.environment.TZ;
  if (timeZone !== undefined) environment.TZ = timeZone;
  if (!__LATCHKEY_RELEASE__ && host.kind === 'simulated-macos') {
    for (const [name, value] of Object.entries(host.environment)) {
      if (name.startsWith('LATCHKEY_SIMULATED_') && value !== undefined) environment[name] = value;
    }
  }
  return environment;
};
