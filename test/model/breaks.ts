/** One way of breaking the product by hand, which the walk has to find. */
export interface Break {
  readonly name: string;
  readonly file: string;
  /** Stands there once. */
  readonly text: string;
  readonly instead: string;
}

const look = 'electron/monitor/look';
const hold = 'electron/monitor/hold';
const sessions = 'electron/core/sessions';

export const breaks: readonly Break[] = [
  {
    name: 'another user’s session is described as the user’s own',
    file: `${sessions}/remote-sessions.ts`,
    text: 'if (place.user !== vantage.userName) {',
    instead: 'if (false) {',
  },
  {
    name: 'sessions that could not be read are an empty list',
    file: `${look}/known-sessions.ts`,
    text: "if (reading.kind === 'read') return takeAll(reading.value, reading.doubts, now);",
    instead: "return takeAll(reading.kind === 'read' ? reading.value : [], [], now);",
  },
  {
    name: 'the end of a hold writes nothing back',
    file: 'electron/core/hold/hold-restore.ts',
    text: "{ kind: 'write-before' };\n};",
    instead: "{ kind: 'settled' };\n};",
  },
  {
    name: 'lock states every 25 s instead of 5',
    file: 'electron/core/look/look-intervals.ts',
    text: 'normal: { onPower: 5 * secondMs,',
    instead: 'normal: { onPower: 25 * secondMs,',
  },
  {
    name: 'sessions every 30 minutes instead of 30 s',
    file: 'electron/core/look/look-intervals.ts',
    text: 'beat: { visible: 10 * secondMs, hidden: 30 * secondMs },',
    instead: 'beat: { visible: 30 * minuteMs, hidden: 30 * minuteMs },',
  },
  {
    name: 'a click on Lock raises a dialog for another keychain',
    file: 'electron/monitor/actions/actions.ts',
    text: 'return doors.security.lock(path);',
    instead: `for (const one of keeper.state().snapshot?.keychains ?? [])
            if (one.path !== path) void doors.security.unlockWithSystemDialog(one.path, new AbortController().signal);
          return doors.security.lock(path);`,
  },
  {
    name: 'what was read again is still called unread',
    file: `${look}/known.ts`,
    text: 'gap = reading.doubt === undefined ? null :',
    instead: 'gap = reading.doubt === undefined ? gap :',
  },
  {
    name: 'a report of “unlocked” counts on after a sleep',
    file: `${sessions}/session-report.ts`,
    text: 'return isOverIdle || (wokeAt !== null && writtenAtMs < wokeAt);',
    instead: 'return isOverIdle;',
  },
  {
    name: 'a report of “unlocked” counts on after the idle timeout',
    file: `${sessions}/session-report.ts`,
    text: 'return isOverIdle || (wokeAt',
    instead: 'return (wokeAt',
  },
  {
    name: 'the settings are not read anew when a keychain is locked or unlocked',
    file: `${look}/look.ts`,
    text: 'if (known?.stamp === stamp) return known.autoLock;',
    instead: 'if (known?.file === file) return known.autoLock;',
  },
  {
    name: 'a hold does not note what it is about to change',
    file: `${hold}/hold-entering.ts`,
    text: 'const noted = await save(touched);',
    instead: 'const noted = success(undefined);',
  },
  {
    name: 'a report from the future is believed',
    file: `${sessions}/beacon.ts`,
    text: "if (ageMs < -beaconClockSkewMs) return { kind: 'from-the-future' };",
    instead: '',
  },
  {
    name: 'a hold begins behind the dialog of another one that was called off',
    file: `${hold}/hold-engine.ts`,
    text: "if (signal.aborted) return failure('aborted', 'It was called off. Nothing has changed.');",
    instead: '',
  },
];
