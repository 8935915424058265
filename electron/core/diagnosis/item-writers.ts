/**
 * By what a tool stores its login, which decides who may read the item: after each write its partition list names the writer
 * alone (securityd acls.cpp, Security ItemImpl::updateSSGroup). `apple-tool`: Apple's `security`, which every program may
 * start. `itself`: a library within the tool, so the list names that very program, by its team or, without one, by its build.
 */
type ItemWriter = 'apple-tool' | 'itself';

const writers: Readonly<Record<string, ItemWriter>> = {
  // It starts `security` (anthropics/claude-code#22144).
  'claude-code': 'apple-tool',
  // zalando/go-keyring, keyring_darwin.go.
  gh: 'apple-tool',
  // git/git, contrib/credential/osxkeychain.
  git: 'itself',
  // docker/docker-credential-helpers, osxkeychain.
  docker: 'itself',
  // 99designs/keyring, keychain.go.
  'aws-vault': 'itself',
  // open-source-cooperative/keyring-rs.
  codex: 'itself',
  // electron/electron, the key of its storage.
  'electron-apps': 'itself',
};

/** Apple's own build of it is on every list of Apple's (`apple:`); which build somebody uses is not known. */
const maybeApples: readonly string[] = ['git'];

/** What follows for who may read the item, as a sentence; null where it is not known who writes it. */
export const writerSentence = (tool: string, name: string): string | null => {
  const writer = writers[tool];
  if (writer === undefined) return null;
  return writer === 'apple-tool'
    ? `${name} stores its login through Apple’s security tool: the item’s list names that tool, and who asks by other means is asked about.`
    : `${name} stores its login itself: the item’s list names the program that wrote it last, and another copy, or a newer build without a team’s signature, is asked about.`;
};

/** Whether Apple’s tools on the list would let this tool in. */
export const readsThroughApple = (tool: string): boolean => writers[tool] !== 'itself' || maybeApples.includes(tool);
