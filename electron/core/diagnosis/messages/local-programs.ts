import type { ComparableText } from './comparable-text';
import { findWords } from './find-words';

/** Programs that others on the same Mac talk to, over a socket or 127.0.0.1. */
export const localPrograms = {
  'docker-desktop': {
    name: 'Docker Desktop',
    words: ['com.docker.docker', 'Docker Desktop', 'docker desktop', 'ipc registry'],
  },
  orbstack: { name: 'OrbStack', words: ['orbstack'] },
  colima: { name: 'Colima', words: ['colima', 'lima'] },
  'rancher-desktop': { name: 'Rancher Desktop', words: ['rancher desktop', 'rancher-desktop', '.rd docker.sock'] },
  podman: { name: 'Podman', words: ['podman'] },
  onepassword: { name: '1Password', words: ['2BUA8C4S2C', '1password'] },
  secretive: { name: 'Secretive', words: ['secretive', 'SecretAgent'] },
  'gpg-agent': { name: 'gpg-agent', words: ['gpg-agent', '.gnupg', 'keyboxd'] },
  'ssh-agent': { name: 'the SSH agent', words: ['SSH_AUTH_SOCK', 'ssh-agent', 'com.apple.launchd', 'ssh agent'] },
  'docker-engine': { name: 'a Docker engine', words: ['docker.sock', 'docker daemon', 'dockerd'] },
  ollama: { name: 'Ollama', words: ['ollama', '11434'] },
  'mcp-server': { name: 'an MCP server', words: ['mcp', 'mcp server', '3845'] },
  'local-cluster': { name: 'a Kubernetes cluster of this Mac', words: ['kube-apiserver', 'minikube', '6443'] },
} as const;

export type LocalProgramId = keyof typeof localPrograms;

const wordsOf = Object.entries(localPrograms).flatMap(([id, { words }]) =>
  words.map((text) => ({ id: id as LocalProgramId, part: lettersOf(text) })),
);

/** Which program a text names, the one that is told most exactly first; undefined where it names none. */
export const programIn = (text: ComparableText): LocalProgramId | undefined =>
  wordsOf.find(({ part }) => findWords(text, { parts: [part] }).length > 0)?.id;

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
