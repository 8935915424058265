import type { ToolDoors } from '../system/doors';
import { createCodesign } from './apple/codesign';
import { createFastlane } from './apple/fastlane';
import { createNotarytool } from './apple/notarytool';
import { createElectronApps } from './apps/electron-apps';
import { createAws } from './aws/aws';
import { createAwsVault } from './aws/aws-vault';
import { createAzure } from './azure/azure';
import { createClaudeCode } from './claude-code/claude-code';
import type { CredentialTool, ToolContext } from './common/credential-tool';
import { createItemLookup } from './common/item-lookup';
import { witnessedContext } from './common/witnessed-context';
import { createDocker } from './docker/docker';
import { createCodex } from './editors/codex';
import { createCopilot } from './editors/copilot';
import { createCursor } from './editors/cursor';
import { createVsCode } from './editors/vscode';
import { createGitHubCli } from './gh/gh';
import { createGit } from './git/git';
import { createGcloud } from './google/gcloud';
import { createGemini } from './google/gemini';
import { createKubectl } from './kubectl/kubectl';
import { createNpm } from './npm/npm';
import { createPnpm } from './npm/pnpm';
import { createYarn } from './npm/yarn';
import { createOnePassword } from './onepassword/onepassword';
import { createRowTool } from './rows/row-tool';
import { type RowId, toolRows } from './rows/tool-rows';

/**
 * The tools, by identifier, in the order in which they are shown. Another one is a line in `rows/`, or a file beside this and a
 * line in each of these two lists.
 */
export type ToolId =
  | 'claude-code'
  | 'gh'
  | 'git'
  | 'docker'
  | 'aws'
  | 'aws-vault'
  | 'gcloud'
  | 'azure'
  | 'kubectl'
  | 'npm'
  | 'yarn'
  | 'pnpm'
  | 'onepassword'
  | 'codesign'
  | 'notarytool'
  | 'fastlane'
  | 'vscode'
  | 'cursor'
  | 'electron-apps'
  | 'codex'
  | 'gemini'
  | 'copilot'
  | RowId;

type Registry = { readonly [Id in ToolId]: CredentialTool & { readonly id: Id } };

export const createCredentialTools = (doors: ToolDoors): Registry => {
  const shared = { doors, items: createItemLookup(doors) };
  const listened = <Tool extends CredentialTool>(create: (context: ToolContext) => Tool): Tool => {
    const { context, listen } = witnessedContext(shared);
    return { ...create(context), listen };
  };
  const rows = Object.fromEntries(
    toolRows.map((row) => [row.id, listened((context) => createRowTool(row, context))]),
  ) as Pick<Registry, RowId>;
  return {
    'claude-code': listened(createClaudeCode),
    gh: listened(createGitHubCli),
    git: listened(createGit),
    docker: listened(createDocker),
    aws: listened(createAws),
    'aws-vault': listened(createAwsVault),
    gcloud: listened(createGcloud),
    azure: listened(createAzure),
    kubectl: listened(createKubectl),
    npm: listened(createNpm),
    yarn: listened(createYarn),
    pnpm: listened(createPnpm),
    onepassword: listened(createOnePassword),
    codesign: listened(createCodesign),
    notarytool: listened(createNotarytool),
    fastlane: listened(createFastlane),
    vscode: listened(createVsCode),
    cursor: listened(createCursor),
    'electron-apps': listened(createElectronApps),
    codex: listened(createCodex),
    gemini: listened(createGemini),
    copilot: listened(createCopilot),
    ...rows,
  };
};
