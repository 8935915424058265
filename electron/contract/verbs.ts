/**
 * Everything that the popover can ask of the main process, by the domain that it is about. Names only: the preload carries
 * them into the page, and what belongs to each (its payload's parser, its reply) stands in `contract.ts`.
 */
export const requests = {
  state: ['get', 'refresh'],
  keychain: ['unlock', 'cancelUnlock', 'lock', 'lockAll', 'checkAppAccess'],
  autoLock: ['set', 'undo'],
  credentials: ['readExpiry', 'setEndDate'],
  sessions: ['testFreshLogin', 'openUnlockPrompt', 'startDesktopTmux', 'setDesktopTmuxAtLogin', 'setShellHelper'],
  commands: ['copy', 'install'],
  diagnosis: ['ask', 'askAgain', 'cancel', 'copyCommand', 'openPane'],
  hold: ['start', 'end', 'resolveConflict'],
  menus: ['keepUnlocked', 'autoLock'],
  history: ['getDay', 'erase'],
  preferences: ['set', 'reset', 'setLaunchAtLogin'],
  diagnostic: ['preview', 'save'],
  app: [
    'openSettings',
    'openSystemSettings',
    'openReleases',
    'resizePopover',
    'resizeSettings',
    'hidePopover',
    'uninstall',
    'quit',
  ],
} as const;

/** What the main process says by itself. */
export const announcementVerbs = ['state.changed'] as const;

type Requests = typeof requests;
export type RequestGroup = keyof Requests;
export type RequestName<Group extends RequestGroup> = Requests[Group][number];

/** `hold.start`: a request's name in full, which is its channel as well. */
export type RequestVerb = { [Group in RequestGroup]: `${Group}.${RequestName<Group>}` }[RequestGroup];
export type AnnouncementVerb = (typeof announcementVerbs)[number];

export const requestVerbs: readonly RequestVerb[] = Object.entries(requests).flatMap(([group, names]) =>
  names.map((name) => `${group}.${name}` as RequestVerb),
);
