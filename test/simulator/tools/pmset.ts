import { complain, print, type Tool } from '../tool-call';

type Settings = Readonly<Record<string, string>>;

/** macOS names the section of `-g` apart: the one value for the whole system is separated by tabs. */
const printSystemWide = (settings: Settings): void => {
  if (settings.SleepDisabled === undefined) return;
  print(`System-wide power settings:\n SleepDisabled\t\t${settings.SleepDisabled}\n`);
};

/** Who keeps the Mac awake is put together in 255 bytes, and whatever is beyond them is cut, the closing parenthesis too. */
const cutReason = (value: string): string => {
  const start = value.indexOf(' (');
  if (start === -1) return value;
  return value.slice(0, start) + Buffer.from(value.slice(start)).subarray(0, 255).toString();
};

const printSettings = (settings: Settings): void => {
  for (const [name, value] of Object.entries(settings))
    if (name !== 'SleepDisabled') print(` ${name.padEnd(20)} ${cutReason(value)}\n`);
};

export const pmset: Tool = ({ mac, args }) => {
  const { source, batteryPercent, onAc, onBattery } = mac.plan.power;
  const inUse = source === 'AC' ? onAc : onBattery;
  if (args[0] !== '-g') {
    complain("Usage: pmset <options>\n'pmset' must be run as root to modify settings; use 'pmset -g'\n");
    return 1;
  }
  switch (args[1]) {
    case undefined:
    case 'live':
      printSystemWide(inUse);
      print('Currently in use:\n');
      printSettings(inUse);
      return 0;
    case 'custom':
      print('Battery Power:\n');
      printSettings(onBattery);
      print('AC Power:\n');
      printSettings(onAc);
      return 0;
    case 'batt':
    case 'ps': {
      const charging = source === 'AC' ? 'charged' : 'discharging';
      print(`Now drawing from '${source} Power'\n`);
      print(` -InternalBattery-0 (id=4653155)\t${batteryPercent}%; ${charging}; 0:00 remaining present: true\n`);
      return 0;
    }
    default:
      complain(`pmset: the simulated Mac does not know "-g ${args[1]}"\n`);
      return 1;
  }
};
