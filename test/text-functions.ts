import { sourceFiles } from './project-files';

/** An exported function that begins with what somebody else may have written. */
export interface TextFunction {
  readonly name: string;
  readonly path: string;
  /** The type of that. */
  readonly takes: string;
  readonly isAsync: boolean;
  /** Its other parameters, as they stand there. */
  readonly more: string;
}

const types = [
  'string',
  'unknown',
  'string \\| null',
  'string \\| Buffer',
  'Buffer',
  'Uint8Array',
  'readonly (?:string|unknown)\\[\\]',
];

const beginsSo = new RegExp(
  `^export const (\\w+) = (async )?(?:<[^>]*>)?\\(\\s*\\w+: (${types.join('|')})(?=[,)])((?:,[^)]*)?)\\)`,
  'gm',
);

/** All of them in these folders: whatever is written there may be as long, and as odd, as somebody likes. */
export const textFunctions = (folders: readonly string[]): readonly TextFunction[] =>
  folders.flatMap((folder) =>
    sourceFiles(folder).flatMap(({ path, text }) =>
      [...text.matchAll(beginsSo)].map(([, name = '', isAsync, takes = '', more = '']) => ({
        ...{ name, path, takes, more },
        isAsync: isAsync !== undefined,
      })),
    ),
  );
