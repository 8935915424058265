/** Logs as somebody pastes them: a dozen lines of several programs, most of which have nothing to do with the login. */
const logs = {
  claude: [
    '2026-09-10T09:58:01.101Z [DEBUG] Watching for changes in setting files /Users/alice/.claude/settings.json',
    '2026-09-10T09:58:01.420Z [DEBUG] Creating shell snapshot for zsh (/bin/zsh), pid 25308',
    '2026-09-10T09:58:02.007Z [DEBUG] MCP server "figma": Starting connection attempt with timeout of 30000ms',
    '2026-09-10T09:58:02.311Z [ERROR] MCP server "figma": connect ECONNREFUSED 127.0.0.1:3845',
    '2026-09-10T09:58:02.312Z [DEBUG] MCP server "figma": Connection failed after 4ms',
    '',
    '2026-09-10T09:58:03.550Z [DEBUG] MCP server "docs": Token expired without refresh token',
    '2026-09-10T09:58:04.018Z [DEBUG] Stats: 401 files, 529 lines, 36 hooks, worker process 25300 exited',
    '2026-09-10T09:58:04.700Z [DEBUG] Telemetry not sent: getaddrinfo ENOTFOUND telemetry.example.com',
    '2026-09-10T09:58:05.002Z [DEBUG] Git remote URL: git@github.com:acme/app.git',
    '2026-09-10T09:58:05.777Z [DEBUG] Skipping background refresh, 2 of 3 done',
  ],
  build: [
    '$ npm ci && npm publish',
    'npm warn deprecated inflight@1.0.6: This module is not supported',
    'added 429 packages, and audited 500 packages in 36s',
    '82 packages are looking for funding',
    '> app@1.2.3 build',
    '> tsc -b && vite build',
    'vite v8.0.1 building for production...',
    '',
    '✓ 529 modules transformed.',
    'dist/index.js  401.25 kB │ gzip: 25.30 kB',
    '✓ built in 4.04s',
    'worker 25293 exited with code 0',
  ],
  deploy: [
    '+ set -euo pipefail',
    '+ export AWS_PROFILE=dev KUBECONFIG=/Users/alice/.kube/config',
    'I0910 09:58:01.101000   25308 loader.go:395] Config loaded from file: /Users/alice/.kube/config',
    'Pulling image layers: 12 of 36 done',
    'time="2026-09-10T09:58:03Z" level=info msg="retrying in 4 s" attempt=1',
    'W0910 09:58:04.000000   25308 warnings.go:70] policy/v1beta1 is deprecated',
    '',
    'Step 4/9 : RUN make',
    ' ---> Using cache',
    'Step 5/9 : COPY . .',
    'health check of localhost:3000 … 200 OK',
    '+ echo done with step 44',
  ],
  terminal: [
    'Last login: Thu Sep 10 09:12:44 2026 from 192.0.2.7',
    'alice@mini ~ % cd src/app',
    'alice@mini app % git status',
    'On branch main',
    'Your branch is ahead of ‘origin/main’ by 36 commits.',
    'nothing to commit, working tree clean',
    'alice@mini app % uptime',
    '10:00  up 44 days, 2:03, 3 users, load averages: 1.29 1.53 1.28',
    'alice@mini app % make test',
    'ok 401 - refuses what is unauthorisedly asked',
    'ok 403 - keeps its hands off port 25300',
    'alice@mini app %',
  ],
  runner: [
    'Current runner version: ‘2.330.0’',
    'Runner name: ‘mini-2’, machine name: ‘mini’',
    'Prepare workflow directory, 36 actions to download',
    'Run actions/checkout@v5 with token: ***',
    '##[debug]....=> ‘401’ is no exit status of the step',
    '2026-09-10T09:58:04.1180000Z Temporarily overriding HOME=‘/Users/alice/work/_temp/25308’',
    '##[group]Cache not found for input keys: macos-node-529',
    'connect ECONNREFUSED 127.0.0.1:5432 (postgres not up yet, attempt 1 of 44)',
    'postgres is up after 4 s',
    '✔ 403 tests in 25.30 s',
    'Post job cleanup.',
    'Evaluate and set job outputs',
  ],
} as const;

export type LogId = keyof typeof logs;

/** A log in whose middle the text stands; some of its lines are told again below it. */
export const pasted = (log: LogId, text: string): string => {
  const lines = logs[log];
  return [...lines.slice(0, 6), text, ...lines.slice(6)].join('\n');
};
