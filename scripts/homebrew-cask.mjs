/** What macOS and Electron keep for the app beside its own folder, as Homebrew's `zap` names it. */
const leftByMacOs = [
  '~/Library/Application Support/Latchkey',
  '~/Library/Caches/dev.latchkey.menubar',
  '~/Library/HTTPStorages/dev.latchkey.menubar',
  '~/Library/LaunchAgents/dev.latchkey.tmux.plist',
  '~/Library/Preferences/dev.latchkey.menubar.plist',
  '~/Library/Saved Application State/dev.latchkey.menubar.savedState',
];

/**
 * The cask of our own tap. The command is linked by Homebrew, which also takes the link away; what an upgrade must not touch, the shell
 * helper's lines for one, `latchkey uninstall` takes out.
 * @param {{ version: string, repository: string, sha256: { arm64: string, x64: string } }} release
 */
export const homebrewCask = ({ version, repository, sha256 }) => `cask "latchkey" do
  arch arm: "arm64", intel: "x64"

  version "${version}"
  sha256 arm:   "${sha256.arm64}",
         intel: "${sha256.x64}"

  url "https://github.com/${repository}/releases/download/v#{version}/Latchkey-#{version}-#{arch}.zip"
  name "Latchkey"
  desc "Shows what remote sessions will see of the login keychain"
  homepage "https://github.com/${repository}"

  depends_on macos: ">= :ventura"

  app "Latchkey.app"
  binary "#{appdir}/Latchkey.app/Contents/Resources/bin/latchkey"

  uninstall quit: "dev.latchkey.menubar"

  zap launchctl: "dev.latchkey.tmux",
      trash:     [
${leftByMacOs.map((path) => `        "${path}",`).join('\n')}
      ]

  caveats <<~EOS
    Before you remove Latchkey for good, run
      latchkey uninstall
    which ends a hold and takes the shell helper's lines out.
  EOS
end
`;
