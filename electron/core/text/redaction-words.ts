const words = (text: string): readonly string[] => text.split(/\s+/);

/**
 * Words that a sentence of Latchkey may hold by itself. A name that is one of them is left alone within a sentence: there it
 * cannot be told from the word, so that it gives nobody away; in a field of its own it is replaced all the same.
 */
export const ordinaryWords: ReadonlySet<string> = new Set([
  ...words(
    'a about after again ago all already also always an and another any app apple apps are as ask asked at away',
  ),
  ...words('back background be because been before began beside between bash bin both build but by can cannot change'),
  ...words(
    'changed client clients code command computer config copy could date day days default desktop dev did disk do',
  ),
  ...words(
    'does done down each either else end ends entry error etc every expired expires fail failed file files first',
  ),
  ...words(
    'fish folder for from git given go goes group had has have he held her here him his hold home host hour hours',
  ),
  ...words(
    'how i if in inside install installed into is it item its itself just keep keychain kept key keys last later',
  ),
  ...words('library lock locked locks log login logins long look made mac machine macos main make many may me me mean'),
  ...words(
    'measured memory minute minutes moment more most must my name names never new next no nobody none not nothing',
  ),
  ...words('now of off old on once one only open or other others our out over own password path per place port power'),
  ...words(
    'process profile program project put quit read ready remote report root run runs said same saw screen second',
  ),
  ...words(
    'secret see sees server servers session sessions set settings sh shares shell sign signed since sleep so some',
  ),
  ...words('ssh start started starts state still stop store stored system take task tell terminal test than that the'),
  ...words(
    'their them then there these they this those time times tmux to together token told tool tools try two until',
  ),
  ...words(
    'up us use used user users uses value version want wants was way we were what when where which while who whole',
  ),
  ...words(
    'whose why will window windows wish with within without word work works would write written yes yet you your zsh',
  ),
]);

/** What may stand in a path as it is: macOS's own folders and those of the tools that Latchkey knows. */
export const ordinaryPathParts: ReadonlySet<string> = new Set([
  ...words(
    'Applications Contents Desktop Frameworks Info.plist Keychains Latchkey LaunchAgents Library MacOS Preferences',
  ),
  ...['Application Support', 'Group Containers', 'Users', 'Volumes', 'System', 'Shared'],
  ...words(
    'bin etc home homebrew lib libexec local opt private sbin share shims tmp usr var folders run cache T default',
  ),
  ...words('login.keychain-db System.keychain latchkey beacons history hold.json settings.json latchkey.sock'),
  ...words(
    '.aws .awsvault .azure .bash_profile .bashrc .bun .claude .claude.json .codex .config .copilot .credentials.json',
  ),
  ...words('.cursor .cursor-server .docker .fastlane .git-credentials .gitconfig .kube .local .netrc .npm .npmrc .op'),
  ...words('.orbstack .password-store .profile .slack .spaceship .ssh .volta .vscode .vscode-server .yarn .yarnrc'),
  ...words('.yarnrc.yml .zprofile .zshrc .zshenv .gemini .nix-profile .rd .asdf .login .inputrc'),
  ...words(
    'auth.json claude cli code config config.json config.toml configstore credentials fish config.fish gcloud gh git',
  ),
  ...words(
    'hosts.yml keys oauth_creds.json op pnpm projects rc sessions settings shell spaceship sso token.json cookie',
  ),
  ...words(
    'application_default_credentials.json cli-config.json credentials.json firebase-tools.json globalStorage User',
  ),
  ...words('.aws-sso .doppler .doppler.yaml .factory .fly .infisical .pulumi .saml2aws .sentry .sentryclirc .supabase'),
  ...words('.tart .terraform.d .terraformrc .twilio-cli .vault .vault-token .wrangler access-token secrets.json share'),
  ...words('msal_token_cache.json private_keys service_principal_entries.json state.vscdb Cursor'),
  ...words('tmux zsh bash sh ssh sshd security launchctl latchkey.sh latchkey.fish latchkey-report.sh agent.sock'),
]);
