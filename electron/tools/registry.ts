import type { MacDoors } from '../system/doors';
import { createAws } from './aws';
import { createAwsVault } from './aws-vault';
import { createAzure } from './azure';
import { createClaudeCode } from './claude-code';
import { createCodesign } from './codesign';
import { createCodex } from './codex';
import { createCopilot } from './copilot';
import type { CredentialTool } from './credential-tool';
import { createCursor } from './cursor';
import { createDocker } from './docker';
import { createElectronApps } from './electron-apps';
import { createFastlane } from './fastlane';
import { createFirebase } from './firebase';
import { createGcloud } from './gcloud';
import { createGemini } from './gemini';
import { createGitHubCli } from './gh';
import { createGit } from './git';
import { createItemLookup } from './item-lookup';
import { createKubectl } from './kubectl';
import { createNotarytool } from './notarytool';
import { createNpm } from './npm';
import { createOnePassword } from './onepassword';
import { createPnpm } from './pnpm';
import { createSlack } from './slack';
import { createVsCode } from './vscode';
import { createYarn } from './yarn';

/** The tools, by identifier, in the order in which they are shown. Another one is a file beside this and a line in each of these two lists. */
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
  | 'slack'
  | 'firebase'
  | 'codex'
  | 'gemini'
  | 'copilot';

type Registry = { readonly [Id in ToolId]: CredentialTool & { readonly id: Id } };

export const createCredentialTools = (doors: MacDoors): Registry => {
  const context = { doors, items: createItemLookup(doors) };
  return {
    'claude-code': createClaudeCode(context),
    gh: createGitHubCli(context),
    git: createGit(context),
    docker: createDocker(context),
    aws: createAws(context),
    'aws-vault': createAwsVault(context),
    gcloud: createGcloud(context),
    azure: createAzure(context),
    kubectl: createKubectl(context),
    npm: createNpm(context),
    yarn: createYarn(context),
    pnpm: createPnpm(context),
    onepassword: createOnePassword(context),
    codesign: createCodesign(context),
    notarytool: createNotarytool(context),
    fastlane: createFastlane(context),
    vscode: createVsCode(context),
    cursor: createCursor(context),
    'electron-apps': createElectronApps(context),
    slack: createSlack(context),
    firebase: createFirebase(context),
    codex: createCodex(context),
    gemini: createGemini(context),
    copilot: createCopilot(context),
  };
};
