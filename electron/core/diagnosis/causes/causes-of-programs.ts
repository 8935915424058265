import type { Cause } from './cause';

/** Programs on this Mac that a login depends on, and logins that only look like the tool's own. */
export const programCauses = {
  'local-program-not-running': {
    kind: 'configuration',
    title: 'A program on this Mac does not answer',
    sentence:
      'The address is on this very Mac: a program that should listen there is not running, or listens elsewhere. The network has no part in it.',
    mistake: 'Looking for it in the network: the address is on this Mac.',
    blocksEverything: false,
    cures: ['start-local-program', 'replace-docker-helper'],
  },
  'credential-helper-missing': {
    kind: 'configuration',
    title: 'The helper that hands out the login is not there',
    sentence:
      'The configuration names a program that is not installed any more, or that the shorter PATH of an SSH login does not find.',
    mistake: 'Logging in again: the login would go to the same helper.',
    blocksEverything: false,
    cures: ['find-helper', 'replace-docker-helper', 'start-local-program'],
  },
  'credential-helper-fails': {
    kind: 'configuration',
    title: 'The helper that hands out the login fails',
    sentence: 'The tool asks another program for the login; that one has the trouble, and says in its own words which.',
    blocksEverything: false,
    cures: ['run-helper-alone'],
  },
  'program-incomplete': {
    kind: 'configuration',
    title: 'The program’s installation is incomplete',
    sentence:
      'A part of it cannot be loaded, so it does without the keychain and keeps its login in a file. The keychain is not at fault.',
    blocksEverything: false,
    cures: ['install-program-anew'],
  },
  'mcp-login-ended': {
    kind: 'token',
    title: 'An MCP server wants a login of its own',
    sentence: 'The line is about a server that Claude Code talks to, not about Claude Code’s login.',
    blocksEverything: false,
    cures: ['sign-in-to-mcp-server'],
  },
} as const satisfies Readonly<Record<string, Cause>>;
