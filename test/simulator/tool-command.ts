import { readFileSync } from 'node:fs';
import { replaceFile, statePath } from './mac-files';

/** How a tool of this Mac is run by Node. */
export interface ToolCommand {
  readonly nodeExecutable: string;
  /** The built `tool.cjs`. */
  readonly toolFile: string;
}

/** native/start-model.h reads it too. */
const commandFile = (root: string): string => statePath(root, 'tool-command');

/** @param startsModel whether an executable that no model answers may start one */
export const writeToolCommand = (root: string, command: ToolCommand, startsModel: boolean): void => {
  const lines = [command.nodeExecutable, command.toolFile, ...(startsModel ? ['starts its model'] : [])];
  replaceFile(commandFile(root), lines.map((line) => `${line}\n`).join(''));
};

export const toolCommand = (root: string): ToolCommand => {
  const [nodeExecutable = '', toolFile = ''] = readFileSync(commandFile(root), 'utf8').split('\n');
  return { nodeExecutable, toolFile };
};
