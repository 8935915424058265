import type { Message } from './message';

/** npm, pnpm and Yarn. */
export const packageMessages: readonly Message[] = [
  {
    id: 'npm-need-auth',
    tools: ['npm'],
    texts: ['npm error code ENEEDAUTH', 'npm ERR! code ENEEDAUTH', 'This command requires you to be logged in'],
    meaning: 'npm has no login for that registry.',
    causes: ['signed-out', 'login-expired'],
    howToTell: 'A login of npm is good for two hours.',
  },
  {
    id: 'npm-401',
    tools: ['npm'],
    texts: [
      'npm error code E401',
      'npm ERR! code E401',
      'Incorrect or missing password',
      'Unable to authenticate, your authentication token seems to be invalid',
    ],
    meaning: 'The registry did not take npm’s token.',
    causes: ['login-expired', 'login-revoked', 'variable-overrules', 'signed-out'],
    howToTell: 'A token in NPM_TOKEN goes before the one on file.',
  },
  {
    id: 'npm-token-ended',
    tools: ['npm'],
    texts: [
      'npm notice Access token expired or revoked',
      'Access token expired or revoked. Please try logging in again',
    ],
    meaning: 'npm’s token has ended or was withdrawn; a registry calls the package “not found” then.',
    causes: ['login-expired', 'login-revoked', 'variable-overrules'],
    howToTell: 'A login of npm is good for two hours; the page of your tokens lists those that still count.',
  },
  {
    id: 'npm-403',
    tools: ['npm'],
    texts: ['npm error code E403', 'npm ERR! code E403'],
    meaning: 'The registry knows the account and says no.',
    causes: ['no-access', 'login-revoked'],
    howToTell: 'The name of the package or its scope may belong to somebody else.',
  },
  {
    id: 'pnpm-401',
    tools: ['pnpm'],
    texts: ['ERR_PNPM_FETCH_401', 'ERR_PNPM_FETCH_403'],
    meaning: 'The registry did not take pnpm’s token.',
    causes: ['login-revoked', 'login-expired', 'signed-out', 'no-access'],
    howToTell: 'pnpm reads the same .npmrc as npm.',
  },
  {
    id: 'pnpm-token-helper',
    tools: ['pnpm'],
    texts: [
      'ERR_PNPM_TOKEN_HELPER#',
      'ERR_PNPM_BAD_TOKEN_HELPER#',
      'Error running * as a token helper',
      'tokenHelper * failed',
      'tokenHelper * exited',
      'running * tokenHelper',
    ],
    meaning: 'pnpm asks a program of yours for the token, and that one failed.',
    causes: ['credential-helper-fails', 'ssh-login-locked'],
    howToTell: 'Run the program that tokenHelper names by itself: it shows why.',
  },
  {
    id: 'yarn-authentication',
    tools: ['yarn'],
    texts: ['YN0041', 'YN0033', 'YN0041: Invalid authentication'],
    meaning: 'The registry did not take Yarn’s token, or there is none.',
    causes: ['login-revoked', 'signed-out', 'login-expired'],
    howToTell: 'Yarn reads .yarnrc.yml, not .npmrc.',
  },
];
