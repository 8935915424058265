import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { TestRunner } from 'vitest';

const isOnPath = (program: string, pathVariable: string): boolean =>
  pathVariable.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** Why nothing can be said of a shell here; null where it is, and on Linux always: there the set-up installs them all. */
export const whyWithoutShell = (program: string, platform: NodeJS.Platform, pathVariable: string): string | null =>
  platform !== 'darwin' || isOnPath(program, pathVariable)
    ? null
    : `${program} does not come with macOS and is not installed here`;

/** Skips the test that is running, with the reason, where its shell is not there. */
export const needShell = (program: string): void => {
  const whyNot = whyWithoutShell(program, process.platform, process.env.PATH ?? '');
  if (whyNot !== null) TestRunner.getCurrentTest()?.context.skip(whyNot);
};
