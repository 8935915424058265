# Latchkey's shell helper for fish: says in an SSH login when the keychain is locked there. The twin of latchkey.sh, which
# tells the whys; both leave the asking to latchkey-report.sh.
#
#   latchkey-unlock          unlocks the keychain in this session; `security` asks for the password
#   LATCHKEY_EVERY_SECONDS   asks at most this often, at a prompt (30)

# `path`, of fish 3.5, is the only way to the time of day that starts no process.
if status is-interactive; and builtin -q path; and test -n "$SSH_CONNECTION$TMUX" -a -n "$HOME"
    set -g __latchkey_report "$HOME/Library/Application Support/Latchkey/shell/latchkey-report.sh"
    set -g __latchkey_beacon "$HOME/Library/Application Support/Latchkey/beacons/shell-$fish_pid"
    set -g __latchkey_manager ''
    set -q __latchkey_told; or set -g __latchkey_told ''

    # When a folder was changed, and how long ago that is: together the seconds since 1970.
    function __latchkey_now
        math (path mtime -- /) + (path mtime -R -- /)
    end

    function __latchkey_ask --argument-names mode
        set -g __latchkey_asked (__latchkey_now)
        /bin/sh $__latchkey_report $mode $fish_pid "$__latchkey_manager" 0 3<&0 </dev/null >/dev/null 2>&1 &
        disown $last_pid 2>/dev/null
    end

    # Reads the one line of the beacon. Builtins only.
    function __latchkey_look
        # A pipe would keep the prompt waiting.
        test -f $__latchkey_beacon.json; and not test -L $__latchkey_beacon.json; or return
        read -l line <$__latchkey_beacon.json 2>/dev/null; or return
        string match -q '*"managerName":"Background"*' -- $line; and set -g __latchkey_manager Background
        string match -q '*"managerName":"Aqua"*' -- $line; and set -g __latchkey_manager Aqua
        set -l lock (string match -r '"lock":"(locked|unlocked)"' -- $line)[2]
        test -n "$lock" -a "$lock" != "$__latchkey_told"; or return
        set -g __latchkey_told $lock
        test $lock = locked
        and echo 'Latchkey: the login keychain is locked in this session. Unlock it with: latchkey-unlock' >&2
    end

    function __latchkey_prompt --on-event fish_prompt
        test -e $__latchkey_beacon.off; and return
        __latchkey_look
        set -l every 30
        string match -qr '^(?:0|[1-9]\d{0,11})\z' -- "$LATCHKEY_EVERY_SECONDS"; and set every $LATCHKEY_EVERY_SECONDS
        set -l waited (math (__latchkey_now) - $__latchkey_asked)
        test $waited -lt 0 -o $waited -ge $every; and __latchkey_ask report
    end

    function __latchkey_leave --on-event fish_exit
        command rm -f -- $__latchkey_beacon.json $__latchkey_beacon.off
    end

    function latchkey-unlock --description 'Unlock the login keychain in this session'
        /bin/sh $__latchkey_report unlock
        set -l result $status
        __latchkey_ask report
        return $result
    end

    __latchkey_ask begin
end
