import type { Scenario, ScenarioProcess } from '../simulator/parsing/scenario';
import { twoKeychains } from './simulated-doors';

const startedAt = '2026-09-10T11:00:00Z';
const home = '/Users/alice';
const overSsh = { SSH_CONNECTION: '192.168.1.9 52144 192.168.1.20 22' };
const server = (folder: string) => `${home}/${folder}/bin/abc/node ${home}/${folder}/bin/abc/out/server-main.js`;
const propertyList = (label: string, more: string) =>
  `<?xml version="1.0"?><plist version="1.0"><dict><key>Label</key><string>${label}</string>${more}</dict></plist>`;

/** What runs, each with the row that must tell of it; null: none of its own. */
export interface Place {
  readonly what: string;
  readonly processes: readonly (Omit<ScenarioProcess, 'startedAt'> & { readonly startedAt?: string })[];
  readonly row: readonly [id: string, name: string, bornIn: string, sees: string] | null;
}

const job = (pid: number, command: string, session = 'desktop'): Place['processes'][number] => ({
  pid,
  session,
  command,
});

export const places: readonly Place[] = [
  // Servers like that of tmux.
  {
    what: 'zellij that a shell on the desktop has started',
    processes: [job(100, 'zellij --server /var/folders/x/T/zellij-501/contract_version_1/work')],
    row: ['multiplexer:100', 'zellij: work', 'desktop', 'unlocked'],
  },
  {
    what: 'zellij that an SSH login has started',
    processes: [{ pid: 101, session: 'gone', env: overSsh, command: 'zellij --server /x/zellij-501/0.43.1/far' }],
    row: ['multiplexer:101', 'zellij: far', 'ssh', 'locked'],
  },
  {
    what: 'herdr on the desktop',
    processes: [job(102, '/opt/homebrew/bin/herdr server')],
    row: ['multiplexer:102', 'herdr', 'desktop', 'unlocked'],
  },
  {
    what: 'the mux server of WezTerm below an SSH login',
    processes: [
      { pid: 110, uid: 0, session: 'ssh-2', command: 'sshd-session: alice [priv]' },
      { pid: 111, ppid: 110, session: 'ssh-2', command: 'sshd-session: alice@notty' },
      { pid: 112, ppid: 111, session: 'ssh-2', command: 'wezterm-mux-server --daemonize' },
    ],
    row: ['multiplexer:112', 'WezTerm', 'ssh', 'locked'],
  },
  {
    what: 'abduco of a login that is gone',
    processes: [{ pid: 120, session: 'gone', env: overSsh, command: 'abduco -c notes zsh' }],
    row: ['multiplexer:120', 'abduco: notes', 'ssh', 'locked'],
  },
  {
    what: 'dtach started by a daemon',
    processes: [{ pid: 121, session: 'initial', command: 'dtach -n /tmp/agent.socket zsh' }],
    row: ['multiplexer:121', 'dtach: agent.socket', 'unknown', 'unknown'],
  },
  // Editors' servers.
  {
    what: 'VS Code Insiders below an SSH login',
    processes: [{ pid: 130, ppid: 111, session: 'ssh-2', command: server('.vscode-server-insiders') }],
    row: ['editor-server:vs-code-insiders:111', 'VS Code Insiders', 'ssh', 'locked'],
  },
  {
    what: 'Antigravity whose server has left its login, with a client',
    processes: [
      { pid: 131, session: 'gone', env: overSsh, command: server('.antigravity-server') },
      { pid: 132, ppid: 131, session: 'gone', command: `${server('.antigravity-server')} --type=extensionHost` },
    ],
    row: ['editor-server:antigravity:131', 'Antigravity', 'ssh', 'locked'],
  },
  {
    what: 'Windsurf whose server is left over, without a client',
    processes: [{ pid: 133, session: 'gone', env: overSsh, command: server('.windsurf-server') }],
    row: null,
  },
  {
    what: 'Zed, whose engine an earlier login has started',
    processes: [
      {
        pid: 134,
        session: 'gone',
        env: overSsh,
        command: `${home}/.zed_server/zed-remote-server-stable-1 run --pid-file x`,
      },
      {
        pid: 135,
        ppid: 111,
        session: 'ssh-2',
        command: `${home}/.zed_server/zed-remote-server-stable-1 proxy --identifier w`,
      },
    ],
    row: ['editor-server:zed:134', 'Zed', 'ssh', 'locked'],
  },
  {
    what: 'a tunnel that launchd keeps on the desktop',
    processes: [job(140, '/usr/local/bin/code tunnel service internal-run')],
    row: ['editor-server:vs-code-tunnel:140', 'VS Code tunnel', 'desktop', 'unlocked'],
  },
  {
    what: 'somebody who reads an editor’s files',
    processes: [{ pid: 141, ppid: 111, session: 'ssh-2', command: `tail -f ${home}/.cursor-server/log` }],
    row: null,
  },
  // Other ways in.
  {
    what: 'a login over Tailscale SSH',
    processes: [
      { pid: 150, uid: 0, session: 'initial', command: '/usr/local/bin/tailscaled' },
      { pid: 151, ppid: 150, uid: 0, session: 'initial', tty: 'ttys050', command: 'login -fpq -h 100.64.0.7 alice' },
      { pid: 152, ppid: 151, session: 'initial', tty: 'ttys050', command: '-zsh' },
      { pid: 153, ppid: 152, session: 'initial', tty: 'ttys050', command: 'vim notes' },
    ],
    row: ['other-login:152', 'Tailscale SSH', 'initial', 'unknown'],
  },
  {
    what: 'a command over Tailscale SSH',
    processes: [
      {
        pid: 155,
        ppid: 150,
        session: 'initial',
        command: '/usr/local/bin/tailscaled be-child ssh --uid=501 --remote-ip=100.64.0.8 --cmd=x',
      },
      { pid: 156, ppid: 155, session: 'initial', command: 'zsh -c uptime' },
    ],
    row: ['other-login:155', 'Tailscale SSH', 'initial', 'unknown'],
  },
  {
    what: 'Eternal Terminal, whose SSH login is gone',
    processes: [{ pid: 160, session: 'gone', command: 'etterminal --idpasskey=CANARY' }],
    row: ['other-login:160', 'Eternal Terminal', 'ssh', 'locked'],
  },
  {
    what: 'a login through Dropbear',
    processes: [
      { pid: 170, uid: 0, session: 'initial', command: '/opt/homebrew/sbin/dropbear -F' },
      { pid: 171, ppid: 170, uid: 0, session: 'initial', command: '/opt/homebrew/sbin/dropbear -F' },
      { pid: 172, ppid: 171, session: 'initial', tty: 'ttys051', command: '-zsh' },
    ],
    row: ['other-login:172', 'Dropbear', 'initial', 'unknown'],
  },
  {
    what: 'a login through a server that nobody has heard of',
    processes: [
      { pid: 180, uid: 0, session: 'initial', command: '/opt/acme/bin/acme-sshd --listen' },
      { pid: 181, ppid: 180, session: 'initial', tty: 'ttys052', command: '-bash' },
    ],
    row: ['other-login:181', 'acme-sshd', 'initial', 'unknown'],
  },
  {
    what: 'a terminal on the desktop',
    processes: [
      job(185, '/System/Applications/Utilities/Terminal.app/Contents/MacOS/Terminal'),
      { pid: 186, ppid: 185, uid: 0, session: 'desktop', tty: 'ttys053', command: 'login -pf alice' },
      { pid: 187, ppid: 186, session: 'desktop', tty: 'ttys053', command: '-zsh' },
    ],
    row: null,
  },
  // Jobs.
  {
    what: 'a GitHub runner with a session of its own',
    processes: [
      { pid: 200, session: 'su-runner', command: `/bin/bash ${home}/actions-runner/runsvc.sh` },
      {
        pid: 201,
        ppid: 200,
        session: 'su-runner',
        command: `./externals/node20/bin/node ${home}/actions-runner/bin/RunnerService.js`,
      },
      {
        pid: 202,
        ppid: 201,
        session: 'su-runner',
        command: `${home}/actions-runner/bin/Runner.Listener run --startuptype service`,
      },
    ],
    row: ['background-job:200', 'GitHub Actions runner', 'unknown', 'locked'],
  },
  {
    what: 'a GitLab runner in the desktop’s domain',
    processes: [job(210, '/usr/local/bin/gitlab-runner run')],
    row: ['background-job:210', 'GitLab runner', 'desktop', 'unlocked'],
  },
  {
    what: 'a Buildkite agent as a daemon with this user’s name',
    processes: [job(211, '/opt/homebrew/bin/buildkite-agent start', 'initial')],
    row: ['background-job:211', 'Buildkite agent', 'initial', 'unknown'],
  },
  {
    what: 'a Jenkins agent in the user’s domain without a desktop',
    processes: [job(212, '/usr/bin/java -jar /Users/Shared/Jenkins/agent.jar -secret CANARY', 'su-user')],
    row: ['background-job:212', 'Jenkins agent', 'unknown', 'unknown'],
  },
  {
    what: 'an agent of another job whose property list cannot be read',
    processes: [job(213, 'forgejo-runner daemon')],
    row: ['background-job:213', 'Forgejo runner', 'unknown', 'unknown'],
  },
  {
    what: 'a runner that somebody has started by hand over SSH',
    processes: [{ pid: 214, ppid: 111, session: 'ssh-2', command: `${home}/actions-runner-2/bin/Runner.Listener run` }],
    row: null,
  },
  {
    what: 'another user’s agent',
    processes: [{ pid: 215, uid: 502, session: 'initial', command: 'gitlab-runner run' }],
    row: null,
  },
  // Agents.
  {
    what: 'a remote control on the desktop',
    processes: [
      job(220, '/Applications/iTerm.app/Contents/MacOS/iTerm2'),
      { pid: 221, ppid: 220, session: 'desktop', tty: 'ttys054', command: 'claude remote-control' },
      {
        pid: 222,
        ppid: 221,
        session: 'desktop',
        command: 'claude --print --sdk-url https://x --session-id cse_CANARY',
      },
    ],
    row: ['agent-daemon:221', 'Claude Code remote control', 'desktop', 'unlocked'],
  },
  {
    what: 'a daemon that an SSH login has started first',
    processes: [
      { pid: 223, session: 'gone', env: overSsh, command: 'claude daemon run --origin transient --spawned-by CANARY' },
      { pid: 224, session: 'gone', env: overSsh, command: 'claude bg-spare --bg-spare /tmp/x' },
    ],
    row: ['agent-daemon:223', 'Claude Code daemon', 'ssh', 'locked'],
  },
];

export const otherPlaces: Scenario = {
  ...twoKeychains,
  processes: places.flatMap(({ processes }) => processes.map((process) => ({ startedAt, ...process }))),
  jobs: [
    { label: 'com.visualstudio.code.tunnel', domain: 'gui', pid: 140 },
    { label: 'actions.runner.acme-app.mac', domain: 'gui', pid: 200 },
    { label: 'gitlab-runner', domain: 'gui', pid: 210 },
    { label: 'com.buildkite.buildkite-agent', domain: 'system', pid: 211 },
    { label: 'jenkins', domain: 'user', pid: 212 },
    { label: 'forgejo', domain: 'gui', pid: 213 },
  ],
  files: {
    '~/Library/LaunchAgents/actions.runner.acme-app.mac.plist': propertyList(
      'actions.runner.acme-app.mac',
      '<key>SessionCreate</key>\n\t<true/>',
    ),
    '~/Library/LaunchAgents/com.visualstudio.code.tunnel.plist': propertyList('com.visualstudio.code.tunnel', ''),
    '~/Library/LaunchAgents/gitlab-runner.plist': propertyList('gitlab-runner', '<key>SessionCreate</key><false/>'),
    '~/Library/LaunchAgents/jenkins.plist': propertyList('jenkins', ''),
    '/Library/LaunchDaemons/com.buildkite.buildkite-agent.plist': propertyList('com.buildkite.buildkite-agent', ''),
    '~/Library/LaunchAgents/forgejo.plist': 'bplist00 in bytes',
  },
};
