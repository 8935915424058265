# Latchkey's shell helper, the part that asks. latchkey.sh and latchkey.fish start it with /bin/sh, in the background, so
# that no setting, alias or function of the user's shell reaches in here, and no prompt waits for it.
#
#   report PID MANAGER SECONDS   asks once and writes the beacon of the shell PID; descriptor 3 is that shell's terminal.
#                                MANAGER: what launchctl said before, or nothing. SECONDS: not if the beacon is younger
#   begin PID MANAGER SECONDS    the same for a new shell; clears away what dead ones left before
#   unlock                       unlocks the login keychain here; `security` asks for the password
#
# docs/beacon.md says what a beacon holds. Names of variables only: no value of one is ever written.

set -u
export LC_ALL=C
PATH=${PATH:+$PATH:}/usr/bin:/bin:/usr/sbin:/sbin
umask 077
folder="${HOME:-/nonexistent}/Library/Application Support/Latchkey/beacons"
time_limit_seconds=5 longest_value=1024

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

# The bootstrap domain of this process, as a hint: Aqua is the desktop's, but a desktop's tmux can be in Background, too.
ask_manager() {
  manager=unknown
  tool /bin/launchctl || return 0
  answer=$("$found" managername 2>/dev/null) || return 0
  case $answer in Aqua | Background) manager=$answer ;; esac
}

# What this shell has reported before, where that stays true for its life. Nothing, or: former_session, former_reason.
read_former() {
  former_session=null
  former_reason=
  [ "$mode" = report ] && [ -f "$beacon" ] && [ ! -h "$beacon" ] && IFS= read -r line <"$beacon" || return 0
  case $line in *'"reason":"no-ssh-birth"'*) former_reason='"no-ssh-birth"' ;; *'"reason":null'*) former_reason=null ;; esac
  known=${line##*\"securitySession\":\{}
  known=${known%%\}*}
  case $known in *[!a-zA-Z0-9\",:]*) ;; \"id\":[1-9]*,\"graphicAccess\":*,\"remote\":*,\"initial\":*) former_session={$known} ;; esac
}

# The security session, in the kernel's words; null where it does not tell. Asked once in a shell's life; cannot prompt.
find_session() {
  session=$former_session
  if [ "$session" != null ] || ! tool /usr/bin/osascript; then return; fi
  # Prints the number and the attribute bits. 4294967295 is -1, the session of whoever asks (AuthSession.h).
  answer=$(bounded "$found" -l JavaScript -e 'ObjC.import("Security"); function run() { var id = Ref(), bits = Ref();
    return $.SessionGetInfo(4294967295, id, bits) === 0 ? id[0] + " " + bits[0] : ""; }' 2>/dev/null) || return 0
  [ "${#answer}" -le 16 ] || return 0
  case $answer in *[!0-9\ ]* | *\ *\ * | *\ 0?*) return 0 ;; [1-9]*\ [0-9]*) ;; *) return 0 ;; esac
  bits=${answer##* }
  session="{\"id\":${answer%% *},\"graphicAccess\":$(has_bit 16),\"remote\":$(has_bit 4096),\"initial\":$(has_bit 1)}"
}

has_bit() { if [ "$((bits / $1 % 2))" -eq 1 ]; then echo true; else echo false; fi; }

# Runs a command, and ends it when it has not answered in time: tools have been seen to hang, and macOS has no `timeout`.
bounded() {
  "$@" </dev/null 3<&- &
  asked=$!
  # The watcher's sleep goes with the watcher.
  (
    trap 'kill "$sleeper" 2>/dev/null; exit' TERM
    sleep "$time_limit_seconds" 3<&- &
    sleeper=$!
    wait "$sleeper"
    kill -9 "$asked"
  ) </dev/null >/dev/null 2>&1 3<&- &
  watcher=$!
  wait "$asked"
  ended=$?
  kill "$watcher" 2>/dev/null
  return "$ended"
}

# True where a dialog can appear, as far as anybody tells.
is_desktop() {
  case $manager,$session in Aqua,* | *,*'"graphicAccess":true'*) return 0 ;; *) return 1 ;; esac
}

# Why `show-keychain-info` must not be asked, in `reason`; null where it may be. Only an SSH birth proves that no dialog can
# appear: of this shell or, in a pane, of the server whose session it shares (a pane's own tell of a client; screen of none).
prove_no_dialog() {
  reason='"no-ssh-birth"'
  if is_desktop; then
    reason='"desktop"'
  elif [ "$manager" != Background ] || [ -n "${STY-}" ]; then
    return
  elif [ -n "${TMUX-}" ]; then
    if [ -n "$former_reason" ]; then reason=$former_reason; elif is_server_born_over_ssh; then reason=null; fi
  elif [ -n "${SSH_CONNECTION-}" ]; then
    reason=null
  fi
}

# tmux keeps the environment that its server was started with. One that was itself started in a pane tells of a client.
is_server_born_over_ssh() {
  command -v tmux >/dev/null 2>&1 || return 1
  socket=${TMUX%,*}
  socket=${socket%,*}
  case $(bounded tmux -S "$socket" show-environment -g SSH_CONNECTION 2>/dev/null) in SSH_CONNECTION=?*) ;; *) return 1 ;; esac
  case $(bounded tmux -S "$socket" show-environment -g TMUX 2>/dev/null) in TMUX=?*) return 1 ;; esac
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
# is asked only where that was proved to be impossible. Exit 36, "interaction is not allowed", means locked here: of an item
# it could mean as well that its list does not name the program, but the keychain's settings have no such list.
ask_lock() {
  lock=unknown
  code=null
  if [ "$reason" != null ] || ! tool /usr/bin/security; then return; fi
  bounded "$found" show-keychain-info "$keychain" >/dev/null 2>&1
  code=$?
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

# Whole seconds of a day for a time that is_young has found to be one: a shell evaluates whatever stands in arithmetic. The
# 1 in front keeps 08 from being an octal number.
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
  if [ "$every_seconds" -eq 0 ] || [ ! -f "$beacon" ] || [ -h "$beacon" ]; then return 1; fi
  IFS= read -r line <"$beacon" || :
  written=${line#*\"writtenAt\":\"}
  written=${written%%\"*}
  case $written in "${now%%T*}"T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z) ;; *) return 1 ;; esac
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
  if [ -d "$folder" ] && [ -O "$folder" ] && [ "$mode" = report ]; then return; fi
  mkdir -p "$folder" && [ -O "$folder" ] && chmod 700 "$folder"
}

replace_file() {
  # Into a folder, or where a link leads to one, `mv` would move it.
  [ ! -d "$1" ] || return
  unfinished="$folder/.shell-$shell_pid.$$.unfinished"
  rm -f -- "$unfinished"
  # `set -C` makes the shell create the file anew or not at all.
  if (set -C && printf '%s' "$2" >"$unfinished") && mv -f -- "$unfinished" "$1"; then
    # The shell may have tidied up in between, and be gone, or just about to end: so it is looked at again a second later.
    kill -0 "$shell_pid" || rm -f -- "$1"
    { sleep 1; kill -0 "$shell_pid" || rm -f -- "$1"; } &
  else
    rm -f -- "$unfinished"
  fi
}

report() {
  # Some other user's home (sudo and su keep HOME at times) is none of our business.
  [ -O "$HOME" ] || return 0
  beacon="$folder/shell-$shell_pid.json"
  now=$(date -u +%Y-%m-%dT%H:%M:%SZ) || return 0
  case $now in *[!0-9TZ:-]*) return 0 ;; ????-??-??T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z) ;; *) return 0 ;; esac
  if is_young; then return; fi
  terminal=$(tty <&3) || terminal=
  exec 3<&-
  prepare_folder || return 0
  if [ "$mode" = begin ]; then clear_away_the_dead; fi
  if [ -z "$manager" ]; then ask_manager; fi
  read_former
  find_session
  # A pane of the desktop's own tmux: it tells us nothing, so it is left in peace from now on.
  if is_desktop && [ -z "${SSH_CONNECTION-}" ]; then
    replace_file "$folder/shell-$shell_pid.off" ''
    return
  fi
  prove_no_dialog
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
  replace_file "$beacon" "$text,\"lock\":\"$lock\",\"exitCode\":$code,\"variables\":[$names],\"securitySession\":$session,\"reason\":$reason}
"
}

# The prompt, the hidden typing and the answer are `security`'s own. On the desktop the system's dialog is the way: a
# password given to an unprepared tool there has cost people their keychain (openai/codex#40226).
unlock() {
  former_session=null
  ask_manager
  find_session
  if is_desktop; then
    echo "Latchkey: this shell shares the desktop's keychain session. Unlock it from the menu bar$(command -v latchkey >/dev/null && echo ', or with: latchkey unlock')" >&2
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
    # Whole numbers that the shell can reckon with.
    case $shell_pid in '' | *[!0-9]* | 0* | ?????????????*) exit 64 ;; esac
    case $every_seconds in '' | *[!0-9]* | 0?* | ?????????????*) exit 64 ;; esac
    case $manager in Aqua | Background) ;; *) manager= ;; esac
    exec </dev/null >/dev/null 2>&1
    report
    ;;
  *) exit 64 ;;
esac
