# Latchkey's shell helper, the part that asks. latchkey.sh and latchkey.fish start it with /bin/sh, in the background, so
# that no setting, alias or function of the user's shell reaches in here, and no prompt waits for it.
#
#   latchkey-report.sh report PID MANAGER SECONDS   asks once and writes the beacon of the shell PID; descriptor 3 is that
#                                                   shell's terminal. MANAGER: what launchctl said before, or
#                                                   nothing. SECONDS: do nothing if the beacon is younger, 0 = ask
#   latchkey-report.sh begin PID MANAGER SECONDS    the same for a new shell; clears away what dead ones left before
#   latchkey-report.sh unlock                       unlocks the login keychain here; `security` asks for the password
#
# docs/beacon.md says what a beacon holds. Names of variables only: no value of one is ever written.

set -u
LC_ALL=C
export LC_ALL
PATH=${PATH:+$PATH:}/usr/bin:/bin:/usr/sbin:/sbin
umask 077
folder="${HOME:-/nonexistent}/Library/Application Support/Latchkey/beacons"
time_limit_seconds=5
longest_value=1024

# Exported and not empty, each of these decides which login one of the credential tools uses.
variables='ANTHROPIC_API_KEY ANTHROPIC_AUTH_TOKEN ANTHROPIC_FEDERATION_RULE_ID ANTHROPIC_ORGANIZATION_ID ANTHROPIC_PROFILE
AWS_ACCESS_KEY_ID AWS_CONFIG_FILE AWS_LOGIN_CACHE_DIRECTORY AWS_PROFILE AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
AWS_SHARED_CREDENTIALS_FILE AWS_VAULT AWS_VAULT_BACKEND AWS_VAULT_FILE_DIR AWS_VAULT_KEYCHAIN_NAME
AWS_WEB_IDENTITY_TOKEN_FILE AZURE_CONFIG_DIR AZURE_CORE_ENCRYPT_TOKEN_CACHE
CLAUDE_CODE_OAUTH_REFRESH_TOKEN CLAUDE_CODE_OAUTH_TOKEN CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST CLAUDE_CODE_SIMPLE
CLAUDE_CODE_USE_ANTHROPIC_AWS CLAUDE_CODE_USE_BEDROCK CLAUDE_CODE_USE_FOUNDRY CLAUDE_CODE_USE_MANTLE
CLAUDE_CODE_USE_VERTEX CLAUDE_CONFIG_DIR CLAUDE_SECURESTORAGE_CONFIG_DIR
CLOUDSDK_AUTH_ACCESS_TOKEN CLOUDSDK_AUTH_ACCESS_TOKEN_FILE CLOUDSDK_CONFIG CODEX_ACCESS_TOKEN CODEX_API_KEY CODEX_HOME
COPILOT_GITHUB_TOKEN COPILOT_HOME CURSOR_API_KEY DOCKER_AUTH_CONFIG DOCKER_CONFIG FASTLANE_PASSWORD FASTLANE_SESSION
FASTLANE_USER FIREBASE_TOKEN GCM_CREDENTIAL_STORE GCM_NAMESPACE GCM_PLAINTEXT_STORE_PATH GEMINI_API_KEY GEMINI_CLI_HOME
GEMINI_FORCE_ENCRYPTED_FILE_STORAGE GEMINI_FORCE_FILE_STORAGE GH_CONFIG_DIR GH_ENTERPRISE_TOKEN GH_TOKEN
GITHUB_ENTERPRISE_TOKEN GITHUB_TOKEN GIT_CONFIG_COUNT GIT_CONFIG_GLOBAL GOOGLE_API_KEY GOOGLE_APPLICATION_CREDENTIALS
KUBECONFIG MATCH_KEYCHAIN_PASSWORD MATCH_PASSWORD NODE_AUTH_TOKEN NPM_CONFIG_USERCONFIG NPM_TOKEN OPENAI_API_KEY
OP_ACCOUNT OP_CONFIG_DIR OP_CONNECT_HOST OP_CONNECT_TOKEN OP_SERVICE_ACCOUNT_TOKEN SLACK_CONFIG_DIR XDG_CONFIG_HOME
YARN_NPM_AUTH_TOKEN'

# The tool at its place in macOS; elsewhere the first one on PATH.
tool() {
  if [ -x "$1" ]; then found=$1; else found=$(command -v "${1##*/}") || return 1; fi
}

# What this process was born in: Aqua is the desktop, Background an SSH login.
ask_manager() {
  manager=unknown
  tool /bin/launchctl || return 0
  answer=$("$found" managername 2>/dev/null) || return 0
  case $answer in Aqua | Background) manager=$answer ;; esac
}

find_keychain() {
  keychain="$HOME/Library/Keychains/login.keychain-db"
  if [ -e "$keychain" ] || ! tool /usr/bin/security; then return; fi
  # One line, `    "/path"`.
  answer=$("$found" login-keychain 2>/dev/null) || return 0
  answer=${answer#*\"}
  case $answer in /*\") keychain=${answer%\"} ;; esac
}

# `security show-keychain-info` unlocks first, that is, it raises a dialog wherever one can be shown: on the desktop. So it
# is asked only where launchctl has said that this is no desktop. Exit 36, "interaction is not allowed", means locked.
ask_lock() {
  lock=unknown
  code=null
  if [ "$manager" != Background ] || ! tool /usr/bin/security; then return; fi
  "$found" show-keychain-info "$keychain" </dev/null >/dev/null 2>&1 3<&- &
  asked=$!
  # It has been seen to hang, and macOS has no `timeout`. The watcher's sleep goes with the watcher.
  (
    trap 'kill "$sleeper" 2>/dev/null; exit' TERM
    sleep "$time_limit_seconds" 3<&- &
    sleeper=$!
    wait "$sleeper"
    kill -9 "$asked"
  ) </dev/null >/dev/null 2>&1 3<&- &
  watcher=$!
  wait "$asked"
  code=$?
  kill "$watcher" 2>/dev/null
  # 137 is no answer: the time was up.
  case $code in 0) lock=unlocked ;; 36) lock=locked ;; 137) code=null ;; esac
}

# A JSON string, or null for nothing and for what is too long to be true. Control characters are left out.
as_json() {
  rest=$1
  if [ -z "$rest" ] || [ "${#rest}" -gt "$longest_value" ]; then json=null && return; fi
  json=
  while [ -n "$rest" ]; do
    after=${rest#?}
    character=${rest%"$after"}
    case $character in
      [\"\\]) json=$json\\$character ;;
      [[:cntrl:]]) ;;
      *) json=$json$character ;;
    esac
    rest=$after
  done
  json=\"$json\"
}

name_variables() {
  names=
  for name in $variables; do
    eval "value=\${$name-}"
    [ -z "$value" ] || names=$names${names:+,}\"$name\"
  done
  value=
}

# Whole seconds of a day for the time in `2026-09-10T08:31:00Z`. The 1 in front keeps 08 from being an octal number.
seconds_of_day() {
  clock=${1#*T}
  hours=${clock%%:*}
  minutes=${clock#*:}
  minutes=${minutes%%:*}
  seconds=${clock##*:}
  seconds=${seconds%Z}
  seconds=$((3600 * (1$hours - 100) + 60 * (1$minutes - 100) + 1$seconds - 100))
}

# For shells that have no clock: whether the beacon that is there is young enough to do.
is_young() {
  if [ "$every_seconds" -eq 0 ] || [ ! -f "$beacon" ]; then return 1; fi
  IFS= read -r line <"$beacon" || :
  written=${line#*\"writtenAt\":\"}
  written=${written%%\"*}
  case $written in "${now%%T*}"T??:??:??Z) ;; *) return 1 ;; esac
  seconds_of_day "$written"
  age=$seconds
  seconds_of_day "$now"
  age=$((seconds - age))
  [ "$age" -ge 0 ] && [ "$age" -lt "$every_seconds" ]
}

# Shells that were killed could not remove theirs. A shell of somebody else under that number means the same.
clear_away_the_dead() {
  # What an earlier shell under our own number has left.
  set -- "$folder/shell-$shell_pid.off"
  for file in "$folder"/shell-*.json "$folder"/shell-*.off; do
    number=${file##*/shell-}
    number=${number%.*}
    case $number in '' | *[!0-9]*) continue ;; esac
    kill -0 "$number" 2>/dev/null || set -- "$@" "$file"
    [ "$#" -lt 200 ] || break
  done
  rm -f -- "$@"
}

# Nothing is written through a link, and nothing into a folder that others can read.
prepare_folder() {
  [ ! -h "$folder" ] || return 1
  if [ -d "$folder" ] && [ "$mode" = report ]; then return; fi
  mkdir -p "$folder" && [ -O "$folder" ] && chmod 700 "$folder"
}

replace_file() {
  unfinished="$folder/.shell-$shell_pid.$$.unfinished"
  rm -f -- "$unfinished"
  # `set -C` makes the shell create the file anew or not at all.
  if (set -C && printf '%s' "$2" >"$unfinished") && mv -f -- "$unfinished" "$1"; then
    # The shell may have ended, and tidied up, in between.
    kill -0 "$shell_pid" || rm -f -- "$1"
  else
    rm -f -- "$unfinished"
  fi
}

report() {
  # Some other user's home (sudo and su keep HOME at times) is none of our business.
  [ -O "$HOME" ] || return 0
  beacon="$folder/shell-$shell_pid.json"
  now=$(date -u +%Y-%m-%dT%H:%M:%SZ) || return 0
  if is_young; then return; fi
  terminal=$(tty <&3) || terminal=
  exec 3<&-
  prepare_folder || return 0
  if [ "$mode" = begin ]; then clear_away_the_dead; fi
  if [ -z "$manager" ]; then ask_manager; fi
  # A pane of the desktop's own tmux: it tells us nothing, so it is left in peace from now on.
  if [ "$manager" = Aqua ] && [ -z "${SSH_CONNECTION-}" ]; then
    replace_file "$folder/shell-$shell_pid.off" ''
    return
  fi
  find_keychain
  ask_lock
  name_variables
  connection=${SSH_CONNECTION-}
  case $connection in *[!0-9A-Za-z.:%_\ -]*) connection= ;; esac
  socket=${TMUX-}
  socket=${socket%,*}
  text="{\"schemaVersion\":1,\"writtenAt\":\"$now\",\"pid\":$shell_pid"
  as_json "${terminal#/dev/}" && text="$text,\"tty\":$json"
  as_json "$connection" && text="$text,\"sshConnection\":$json"
  as_json "${socket%,*}" && text="$text,\"tmuxSocket\":$json"
  as_json "$keychain" && text="$text,\"managerName\":\"$manager\",\"keychainPath\":$json"
  replace_file "$beacon" "$text,\"lock\":\"$lock\",\"exitCode\":$code,\"variables\":[$names]}
"
}

# The prompt, the hidden typing and the answer are `security`'s own. On the desktop the system's dialog is the way: a
# password given to an unprepared tool there has cost people their keychain (openai/codex#40226).
unlock() {
  ask_manager
  if [ "$manager" = Aqua ]; then
    echo "Latchkey: this shell shares the desktop's keychain session. Unlock it from the menu bar, or with: latchkey unlock" >&2
    return 1
  fi
  find_keychain
  tool /usr/bin/security || { echo 'Latchkey: there is no security tool here.' >&2 && return 1; }
  "$found" unlock-keychain "$keychain" || return
  echo 'Latchkey: the login keychain is unlocked in this session.'
}

case ${1-} in
  unlock) unlock ;;
  begin | report)
    mode=$1
    shell_pid=${2-}
    manager=${3-}
    every_seconds=${4:-0}
    case $shell_pid,$every_seconds in *[!0-9,]* | ,*) exit 64 ;; esac
    exec </dev/null >/dev/null 2>&1
    report
    ;;
  *) exit 64 ;;
esac
