# Latchkey's shell helper for zsh, bash, dash and ksh: says in an SSH login when the keychain is locked there.
# Sourced from the shell's start-up file; `latchkey shell uninstall` takes it out again. In the desktop's own shells, in
# scripts and for `ssh host command` it does nothing at all.
#
#   latchkey-unlock          unlocks the keychain in this session; `security` asks for the password
#   LATCHKEY_EVERY_SECONDS   asks at most this often, at a prompt (30)
#
# Whatever takes time is done by latchkey-report.sh in the background. The prompt itself only reads the one line that it
# left behind (docs/beacon.md), and starts no process to do so.

# shellcheck shell=sh disable=SC2016,SC3028

# Which shell this is. The variables that say so can come from the environment of another one, and what is written for zsh
# or bash ends the start-up file of dash with a syntax error: so each is held against one that only that shell keeps.
_latchkey_program=any
if [ -n "${ZSH_VERSION-}" ] && ! (ZSH_SUBSHELL=0) 2>/dev/null; then
  _latchkey_program=zsh
elif [ -n "${BASH_VERSION-}" ] && ! (BASH_VERSINFO=0) 2>/dev/null; then
  _latchkey_program=bash
fi

# A global alias of zsh (`alias -g locked=…`) would be put in for a word of ours.
_latchkey_had_aliases=no
if [ "$_latchkey_program" = zsh ]; then eval 'if [[ -o aliases ]]; then _latchkey_had_aliases=yes; setopt no_aliases; fi'; fi

_latchkey_folder="${HOME-}/Library/Application Support/Latchkey/shell"
_latchkey_beacon="${HOME-}/Library/Application Support/Latchkey/beacons/shell-$$.json"

# $1: `begin` or `report`; $2: how young a beacon is good enough, in seconds.
_latchkey_ask() {
  # Two forks deep: the shell neither lists it as a job nor announces its end. It asks the terminal on 3 for its name.
  (/bin/sh "$_latchkey_folder/latchkey-report.sh" "$1" "$$" "$_latchkey_manager" "$2" &) \
    3<&0 </dev/null >/dev/null 2>&1 || :
}

# Sets _latchkey_lock from the beacon. Builtins only. A pipe would keep the prompt waiting, so it is looked at first.
_latchkey_look() {
  _latchkey_lock=
  _latchkey_line=
  if [ -f "$_latchkey_beacon" ] && [ ! -h "$_latchkey_beacon" ]; then { IFS= read -r _latchkey_line <"$_latchkey_beacon"; } 2>/dev/null || :; fi
  # No value can hold these words: a quotation mark inside one has a backslash before it.
  case $_latchkey_line in
    *'"managerName":"Background"'*) _latchkey_manager=Background ;;
    *'"managerName":"Aqua"'*) _latchkey_manager=Aqua ;;
  esac
  case $_latchkey_line in
    *'"lock":"locked"'*) _latchkey_lock=locked ;;
    *'"lock":"unlocked"'*) _latchkey_lock=unlocked ;;
  esac
}

_latchkey_say() {
  printf '%s\n' 'Latchkey: the login keychain is locked in this session. Unlock it with: latchkey-unlock' >&2
}

# Sets _latchkey_number to $1 where that is a whole number of at most twelve digits, else to $2. Whatever comes from the
# environment passes here before it is reckoned with: a shell evaluates what a variable in arithmetic holds (`a[$(date)]`
# runs date), and dash ends its start-up file at a text that is no number.
_latchkey_read_number() {
  case $1 in
    '' | *[!0-9]* | 0?* | ?????????????*) _latchkey_number=$2 ;;
    *) _latchkey_number=$1 ;;
  esac
}

# True when it is time to ask again. A clock that went backwards means: now.
_latchkey_is_due() {
  # Only zsh and bash 5 keep EPOCHSECONDS; elsewhere it would be somebody's variable, which stands still.
  if [ "$_latchkey_clock" = EPOCHSECONDS ]; then _latchkey_now=${EPOCHSECONDS-}; else _latchkey_now=${SECONDS-}; fi
  _latchkey_read_number "${_latchkey_now%%.*}" 0
  _latchkey_now=$_latchkey_number
  _latchkey_read_number "${LATCHKEY_EVERY_SECONDS-}" 30
  _latchkey_every=$_latchkey_number
  [ "$_latchkey_now" -lt "$_latchkey_asked" ] || [ "$((_latchkey_now - _latchkey_asked))" -ge "$_latchkey_every" ]
}

# At each prompt of zsh and bash. Leaves $? as it was, unless that would end a shell under `set -e`.
_latchkey_prompt() {
  _latchkey_status=$?
  if [ "$_latchkey_program" = zsh ]; then emulate -L sh; fi
  if [ ! -e "${_latchkey_beacon%.json}.off" ]; then
    _latchkey_look
    if [ -n "$_latchkey_lock" ] && [ "$_latchkey_lock" != "$_latchkey_told" ]; then
      _latchkey_told=$_latchkey_lock
      if [ "$_latchkey_lock" = locked ]; then _latchkey_say; fi
    fi
    if _latchkey_is_due; then
      _latchkey_asked=$_latchkey_now
      _latchkey_ask report 0
    fi
  fi
  case $- in *e*) return 0 ;; esac
  return "$_latchkey_status"
}

# At each prompt of shells that know no hook: runs in a command substitution of PS1, gets what was told last (0 nothing,
# 1 unlocked, 2 locked) and prints what is told now. They have no clock either; the report looks at its beacon's age.
_latchkey_prompt_in_ps1() {
  case $1 in [012]) ;; *) set -- 0 ;; esac
  if [ -e "${_latchkey_beacon%.json}.off" ]; then echo "$1" && return; fi
  _latchkey_look
  case $_latchkey_lock in
    locked) if [ "$1" != 2 ]; then _latchkey_say; fi && echo 2 ;;
    unlocked) echo 1 ;;
    *) echo "$1" ;;
  esac
  _latchkey_is_due || :
  _latchkey_ask report "$_latchkey_every"
}

_latchkey_unlock() {
  if /bin/sh "$_latchkey_folder/latchkey-report.sh" unlock; then _latchkey_status=0; else _latchkey_status=$?; fi
  _latchkey_look
  _latchkey_ask report 0
  return "$_latchkey_status"
}

# At the shell's end. Leaves $? to whatever else is to run then.
_latchkey_leave() {
  _latchkey_status=$?
  command rm -f -- "$_latchkey_beacon" "${_latchkey_beacon%.json}.off" || :
  return "$_latchkey_status"
}

# The hooks are kept in texts, which only the shell that they are written for reads.
_latchkey_hook_zsh='
  () {
    emulate -L zsh
    typeset -ga precmd_functions zshexit_functions
    precmd_functions=("${(@)precmd_functions:#_latchkey_prompt}" _latchkey_prompt)
    zshexit_functions=("${(@)zshexit_functions:#_latchkey_leave}" _latchkey_leave)
    if zmodload -F zsh/datetime p:EPOCHSECONDS 2>/dev/null; then _latchkey_clock=EPOCHSECONDS; fi
    return 0
  }
  function latchkey-unlock { _latchkey_unlock }
'

_latchkey_hook_bash='
  if [[ ${BASH_VERSINFO[0]} -ge 5 ]]; then _latchkey_clock=EPOCHSECONDS; fi
  case "${PROMPT_COMMAND[*]-}" in
    *_latchkey_prompt*) ;;
    *)
      # All of an array is run since 5.1; before that its first element, which is what the other assignment changes.
      if [[ ${BASH_VERSINFO[0]}${BASH_VERSINFO[1]} -ge 51 && "$(declare -p PROMPT_COMMAND 2>/dev/null)" == "declare -a"* ]]
      then PROMPT_COMMAND+=(_latchkey_prompt)
      else PROMPT_COMMAND="${PROMPT_COMMAND:+$PROMPT_COMMAND
}_latchkey_prompt"
      fi ;;
  esac
  _latchkey_keep_trap() { trap "_latchkey_leave
${2-}" EXIT; }
  _latchkey_trap=$(trap -p EXIT)
  # It reads `trap -- "what was there" EXIT`, quoted as it has to be.
  case $_latchkey_trap in *_latchkey_leave*) ;; *) eval "_latchkey_keep_trap ${_latchkey_trap#trap}" ;; esac
  { function latchkey-unlock { _latchkey_unlock; }; } 2>/dev/null || alias latchkey-unlock=_latchkey_unlock
'

# The assignment happens inside a pattern that is cut from nothing, so nothing of it is to be seen in the prompt.
_latchkey_hook_any='
  case ${PS1-} in
    *_latchkey_prompt_in_ps1*) ;;
    *) PS1="\${_latchkey_none#\$((_latchkey_told=\$(_latchkey_prompt_in_ps1 \"\$_latchkey_told\")))}${PS1-}" ;;
  esac
  alias latchkey-unlock=_latchkey_unlock
  # These list their traps to a file, not to a command substitution. One that is there stays the only one.
  _latchkey_trap=
  command rm -f -- "$_latchkey_folder/.traps-$$" 2>/dev/null
  if [ ! -e "$_latchkey_folder/.traps-$$" ] && { trap >|"$_latchkey_folder/.traps-$$"; } 2>/dev/null; then
    while IFS= read -r _latchkey_line; do
      case $_latchkey_line in *EXIT) _latchkey_trap=$_latchkey_line ;; esac
    done <"$_latchkey_folder/.traps-$$"
    command rm -f -- "$_latchkey_folder/.traps-$$"
    if [ -z "$_latchkey_trap" ]; then trap _latchkey_leave EXIT; fi
  fi
'

# Only where somebody types (scp and rsync start shells, too), and only where SSH may have led. In a pane of tmux the
# variable tells of the client that made the session, not of the server: there the report finds out.
case $- in
  *i*)
    if [ -n "${SSH_CONNECTION-}${TMUX-}" ] && [ -n "${HOME-}" ]; then
      # Sourced once more in the same shell, it does not repeat itself.
      if [ "${_latchkey_shell-}" != "$$" ]; then _latchkey_told=0; fi
      _latchkey_shell=$$
      _latchkey_none='' _latchkey_lock='' _latchkey_line='' _latchkey_manager='' _latchkey_asked=0 _latchkey_status=0
      _latchkey_now=0 _latchkey_every=30 _latchkey_clock=SECONDS _latchkey_number=0
      case $_latchkey_program in
        zsh) eval "$_latchkey_hook_zsh" ;;
        bash) eval "$_latchkey_hook_bash" ;;
        *) eval "$_latchkey_hook_any" ;;
      esac
      if _latchkey_is_due; then :; fi
      _latchkey_asked=$_latchkey_now
      _latchkey_ask begin 0
    fi
    ;;
esac

if [ "$_latchkey_had_aliases" = yes ]; then setopt aliases; fi
