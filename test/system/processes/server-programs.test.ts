import { describe, expect, it } from 'vitest';
import { jobOf } from '../../../electron/system/processes/job-programs';
import { findMultiplexers } from '../../../electron/system/processes/multiplexers';
import { loginProcessOf, remoteLoginOf, wayInOf } from '../../../electron/system/processes/other-login-programs';
import { parseProcesses } from '../../../electron/system/processes/process-list';

const started = 'Thu Sep 10 09:16:00 2026';
const serversOf = (tty: string, command: string, uid = 501) =>
  findMultiplexers(parseProcesses(`5000 1 ${uid} ${tty} ${started} ${command}`), 501).map(({ program, name }) => [
    program,
    name,
  ]);

describe('a server like that of tmux', () => {
  it.each([
    ['zellij --server /var/folders/x/T/zellij-501/contract_version_1/work', 'zellij', 'work'],
    ['/opt/homebrew/bin/zellij --server /var/folders/x/T/zellij-501/0.43.1/notes', 'zellij', 'notes'],
    ['herdr server', 'herdr', null],
    ['/opt/homebrew/bin/herdr server --handoff-import /tmp/h.sock', 'herdr', null],
    ['herdr --session work server', 'herdr', 'work'],
    ['wezterm-mux-server --daemonize', 'WezTerm', null],
    ['/Applications/WezTerm.app/Contents/MacOS/wezterm-mux-server --daemonize', 'WezTerm', null],
    ['abduco -c work zsh', 'abduco', 'work'],
    ['abduco -e ^g -A notes', 'abduco', 'notes'],
    ['dtach -c /tmp/work.socket -z zsh', 'dtach', 'work.socket'],
    ['/opt/homebrew/bin/dtach -n /Users/alice/.d/agent claude', 'dtach', 'agent'],
    ['shpool daemon', 'shpool', null],
    ['tmate -F -s pair', 'tmate', 'pair'],
  ])('is %s', (command, program, name) => {
    expect(serversOf('??', command)).toEqual([[program, name]]);
    expect(serversOf('??', command, 502)).toEqual([]);
  });

  it.each([
    ['ttys001', 'zellij attach work'],
    ['ttys001', 'zellij'],
    ['ttys001', 'herdr'],
    ['??', 'herdr --session work remote-client-bridge'],
    ['ttys001', 'abduco -a work'],
    ['ttys001', 'dtach -a /tmp/work.socket'],
    ['ttys001', 'shpool attach work'],
    ['??', 'wezterm cli --prefer-mux proxy'],
    ['ttys001', 'vim /tmp/zellij --server /x'],
    ['??', 'grep zellij --server /x'],
  ])('is not, on %s, %s', (tty, command) => {
    expect(serversOf(tty, command)).toEqual([]);
  });

  it('that has started itself anew is one', () => {
    const both = `5000 1 501 ?? ${started} wezterm-mux-server --daemonize\n5001 5000 501 ?? ${started} wezterm-mux-server-impl --daemonize`;
    expect(findMultiplexers(parseProcesses(both), 501).map(({ process: { pid } }) => pid)).toEqual([5000]);
  });
});

describe('another way in', () => {
  it.each([
    ['/usr/local/bin/tailscaled', 'Tailscale SSH'],
    ['/opt/homebrew/bin/tailscaled --state=/x', 'Tailscale SSH'],
    ['/opt/homebrew/bin/etserver --port 2022', 'Eternal Terminal'],
    ['/opt/homebrew/sbin/dropbear -F -E -p 2222', 'Dropbear'],
    ['/usr/local/bin/teleport start', 'Teleport'],
    ['/opt/homebrew/bin/ttyd zsh', 'ttyd'],
    ['/usr/sbin/sshd -i', undefined],
    ['vim tailscaled', undefined],
  ])('is let in by %s', (command, name) => {
    expect(wayInOf({ command })?.name).toBe(name);
  });

  it.each([
    ['etterminal --idpasskey=secret', 'Eternal Terminal'],
    ['/opt/homebrew/bin/etterminal --idpasskeyfile=/tmp/x', 'Eternal Terminal'],
    ['/usr/local/bin/tailscaled be-child ssh --login-shell=/bin/zsh --uid=501 --remote-ip=100.64.0.7', 'Tailscale SSH'],
    ['/usr/local/bin/tailscaled', undefined],
  ])('is %s itself', (command, name) => {
    expect(loginProcessOf({ command })?.name).toBe(name);
  });

  it.each([
    ['login -fp -h 100.64.0.7 alice', { from: '100.64.0.7', user: 'alice' }],
    ['/usr/bin/login -f -pq -h fd7a:115c::1 alice /bin/zsh -c uptime', { from: 'fd7a:115c::1', user: 'alice' }],
    ['login -fpqh 100.64.0.7 alice', { from: '100.64.0.7', user: 'alice' }],
    ['login -pf alice', null],
    ['login alice', null],
    ['vim login -h x alice', null],
  ])('tells by %s where somebody comes from', (command, told) => {
    expect(remoteLoginOf(command)).toEqual(told);
  });
});

describe('a job', () => {
  it.each([
    ['/Users/alice/actions-runner/bin/Runner.Listener run --startuptype service', 'GitHub Actions runner'],
    ['/bin/bash /Users/alice/actions-runner/runsvc.sh', 'GitHub Actions runner'],
    [
      './externals/node20/bin/node /Users/alice/actions-runner-2/bin/RunnerService.js interactive',
      'GitHub Actions runner',
    ],
    ['/Users/alice/agent/bin/Agent.Listener run --startuptype service', 'Azure Pipelines agent'],
    ['/opt/homebrew/opt/gitlab-runner/bin/gitlab-runner run --config /x', 'GitLab runner'],
    ['/usr/local/bin/gitlab-runner --debug run', 'GitLab runner'],
    ['/opt/homebrew/bin/buildkite-agent start', 'Buildkite agent'],
    ['/usr/bin/java -jar /Users/Shared/Jenkins/agent.jar -url https://ci -secret s', 'Jenkins agent'],
    ['java -Xmx1g -jar slave.jar -jnlpUrl https://ci', 'Jenkins agent'],
    ['/usr/bin/java -jar /opt/homebrew/opt/jenkins-lts/libexec/jenkins.war', 'Jenkins'],
    ['java -cp x jetbrains.buildServer.agent.AgentMain -file conf', 'TeamCity agent'],
    ['/opt/homebrew/bin/circleci-runner machine -c /x', 'CircleCI runner'],
    ['/usr/local/bin/act_runner daemon', 'Gitea runner'],
    ['forgejo-runner daemon', 'Forgejo runner'],
    ['cirrus worker run --token x', 'Cirrus CI worker'],
  ])('is %s', (command, name) => {
    expect(jobOf(command)).toBe(name);
  });

  it.each([
    'gitlab-runner register',
    'buildkite-agent --version',
    'java -jar app.jar',
    'vim /Users/alice/actions-runner/runsvc.sh',
    'tail -f Runner.Listener run',
    'agent start',
    'circleci config validate',
  ])('is not %s', (command) => {
    expect(jobOf(command)).toBeNull();
  });
});
