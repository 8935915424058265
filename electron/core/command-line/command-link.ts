import { quoteForShell } from '../text/quote-for-shell';

/** What lies where the link would: nothing, a link, or something that is none of ours to touch. Paths are macOS paths. */
export type LinkFound =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'link'; readonly target: string; readonly leadsSomewhere: boolean }
  | { readonly kind: 'other' };

/** A folder that a shell may look for commands in. */
export interface LinkPlace {
  readonly folder: string;
  /** `missing`: it can be made. `not-ours`: only somebody else may write there. */
  readonly state: 'ours' | 'missing' | 'not-ours';
  readonly found: LinkFound;
}

export interface LinkFacts {
  /** The command inside this app; null where this Latchkey is no app. */
  readonly command: string | null;
  readonly homeFolder: string;
  /** In the order in which they are wanted. */
  readonly places: readonly LinkPlace[];
  /** Of the PATH of the shell that asks; null where none does. */
  readonly shellFolders: readonly string[] | null;
}

/** The link by which shells find `latchkey`, to be shown before anything is done. */
export type CommandLink =
  | { readonly kind: 'refused'; readonly reason: string }
  | {
      readonly kind: 'plan';
      readonly link: string;
      readonly target: string;
      /** `stale`: there is one of Latchkey's, and it leads elsewhere. */
      readonly state: 'none' | 'stale' | 'installed';
      readonly makesFolder: boolean;
      /** Where the link leads now, if that is not here. */
      readonly leadsTo: string | null;
      /** Whether that is gone. */
      readonly isBroken: boolean;
      /** The line for a shell's start-up file without which `latchkey` is not found; null where it is found. */
      readonly pathLine: string | null;
    };

const move = 'Move Latchkey to Applications with the Finder, open it there, and try again.';

/** Every login shell of macOS has it on its PATH: /etc/paths. */
export const sharedFolder = '/usr/local/bin';

/** Where a link may be put, in the order in which they are wanted, and so where one is looked for. */
export const linkFolders = (homeFolder: string): readonly string[] => [sharedFolder, `${homeFolder}/.local/bin`];

/** Decides where the link goes, or says why there is none. A link that is there already stays where it is. */
export const planCommandLink = ({ command, homeFolder, places, shellFolders }: LinkFacts): CommandLink => {
  if (command === null) return refused('This Latchkey runs from a checkout. The app brings the command.');
  // https://developer.apple.com/library/archive/technotes/tn2206/ (Gatekeeper path randomization)
  if (command.includes('/AppTranslocation/')) {
    return refused(`macOS runs this copy from a place that is another one each time. ${move}`);
  }
  if (command.startsWith('/Volumes/')) return refused(`This copy runs from a disk that may be taken out. ${move}`);
  const ours = places.filter(({ found }) => found.kind === 'link' && isCommandOfApp(found.target));
  const place =
    ours.find(({ found }) => found.kind === 'link' && found.target === command) ??
    ours.find(({ state }) => state === 'ours') ??
    places.find(({ state, found }) => state !== 'not-ours' && found.kind === 'nothing');
  if (place === undefined) {
    return refused(`There is no place for the link: ${places.map(whyNot).join(' ')}`);
  }
  const { folder, found } = place;
  const isThere = found.kind === 'link' && found.target === command;
  return {
    kind: 'plan',
    link: `${folder}/latchkey`,
    target: command,
    state: found.kind !== 'link' ? 'none' : isThere ? 'installed' : 'stale',
    makesFolder: place.state === 'missing',
    leadsTo: found.kind === 'link' && !isThere ? found.target : null,
    isBroken: found.kind === 'link' && !found.leadsSomewhere,
    pathLine: (shellFolders ?? [sharedFolder]).includes(folder)
      ? null
      : `export PATH="${folder.replace(homeFolder, '$HOME')}:$PATH"`,
  };
};

const refused = (reason: string): CommandLink => ({ kind: 'refused', reason });

/** A link of Latchkey's own, from wherever the app was then. */
export const isCommandOfApp = (target: string): boolean => target.endsWith('.app/Contents/Resources/bin/latchkey');

const whyNot = ({ folder, state, found }: LinkPlace): string => {
  if (state === 'not-ours') return `${folder} is not yours to write.`;
  return found.kind === 'nothing' ? '' : `${folder}/latchkey is something else.`;
};

/** What installing will do or has done, in sentences; the paths as they are. */
export const describeCommandLink = (plan: Extract<CommandLink, { kind: 'plan' }>): readonly string[] => {
  const { link, target, state, leadsTo, isBroken, makesFolder, pathLine } = plan;
  return [
    state === 'installed' ? `The link is there: ${link}` : `A link is made: ${link}`,
    `It leads to ${target}`,
    ...(leadsTo === null ? [] : [`Until now it led to ${leadsTo}${isBroken ? ', which is gone.' : '.'}`]),
    ...(makesFolder && state !== 'installed' ? ['Its folder is made as well.'] : []),
    ...(pathLine === null
      ? []
      : ['Shells find it once this line is in their start-up file (~/.zprofile for zsh):', `  ${pathLine}`]),
  ];
};

export interface CommandFacts {
  /** Where `latchkey` leads in the shell that asks, without links; null where it finds none. */
  readonly found: string | null;
  /** This command itself, without links: the app's script, or what Node was given. */
  readonly own: string;
  readonly isScriptForNode: boolean;
}

/** How this command is typed in the shell that asks: by its name where that leads here, else by its whole path. */
export const typedCommand = ({ found, own, isScriptForNode }: CommandFacts): string => {
  if (found === own) return 'latchkey';
  return isScriptForNode ? `node ${quoteForShell(own)}` : quoteForShell(own);
};
