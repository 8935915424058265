import { describe, expect, it, vi } from 'vitest';
import { createPanelActivity } from '../../../electron/shell/windows/panel-activity';

const activityOf = (platform: NodeJS.Platform, systemVersion: string, isOtherWindowOpen = false, isHidden = false) => {
  const app = { hide: vi.fn(), show: vi.fn(), isHidden: () => isHidden };
  const options = { app, platform, systemVersion, isOtherWindowOpen: () => isOtherWindowOpen };
  return { app, activity: createPanelActivity(options) };
};

describe('the activity that a panel has taken', () => {
  it.each([
    ['darwin', '27.0', false, 1],
    ['darwin', '27.0', true, 0],
    ['darwin', '28.1.2', false, 1],
    ['darwin', '26.6.1', false, 0],
    ['linux', '27.0', false, 0],
  ] as const)('on %s %s with another window open %s is given back %i times', (platform, version, isOpen, times) => {
    const { app, activity } = activityOf(platform, version, isOpen);
    activity.giveBack();
    expect(app.hide).toHaveBeenCalledTimes(times);
  });

  it.each([
    ['darwin', true, 1],
    ['darwin', false, 0],
    ['linux', true, 0],
  ] as const)('is followed by a panel that shows: on %s, hidden %s', (platform, isHidden, times) => {
    const { app, activity } = activityOf(platform, '27.0', false, isHidden);
    activity.prepare();
    expect(app.show).toHaveBeenCalledTimes(times);
  });
});
