import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultPreferences, type Preferences } from '../../../electron/core/preferences/preferences';
import { offerApplicationsFolder } from '../../../electron/shell/app/applications-folder';

describe('the move to Applications', () => {
  const answer = { response: 0, checkboxChecked: false };
  const showMessageBox = vi.fn(() => Promise.resolve(answer));
  const moveToApplicationsFolder = vi.fn(() => true);
  const log = vi.fn();
  let chosen: Preferences;
  const offer = (place: { platform?: NodeJS.Platform; isPackaged?: boolean; isThere?: boolean } = {}) => {
    const { platform = 'darwin', isPackaged = true, isThere = false } = place;
    return offerApplicationsFolder({
      app: { isPackaged, isInApplicationsFolder: () => isThere, moveToApplicationsFolder },
      dialog: { showMessageBox: showMessageBox as never },
      preferences: { current: () => chosen, change: (change) => void Object.assign(chosen, change) },
      ...{ platform, log },
    });
  };
  beforeEach(() => {
    vi.clearAllMocks();
    chosen = { ...defaultPreferences };
    showMessageBox.mockResolvedValue({ ...answer });
    moveToApplicationsFolder.mockReturnValue(true);
  });

  it('is asked for once, whatever is answered', async () => {
    showMessageBox.mockResolvedValue({ ...answer, response: 1 });
    await offer();
    await offer();
    expect(showMessageBox).toHaveBeenCalledOnce();
    expect(moveToApplicationsFolder).not.toHaveBeenCalled();
    expect(chosen.isMoveOffered).toBe(true);
  });

  it('happens when it is wanted, and is noted before: after it this process is gone', async () => {
    moveToApplicationsFolder.mockImplementation(() => chosen.isMoveOffered);
    await offer();
    expect(moveToApplicationsFolder).toHaveReturnedWith(true);
    expect(log).not.toHaveBeenCalled();
  });

  it.each([
    ['where it lies there already', { isThere: true }],
    ['in a checkout', { isPackaged: false }],
    ['off macOS', { platform: 'linux' as const }],
  ])('is not asked for %s, and may be later', async (_where, place) => {
    await offer(place);
    expect(showMessageBox).not.toHaveBeenCalled();
    expect(chosen.isMoveOffered).toBe(false);
  });

  it.each([
    ['says that it did not', () => false],
    [
      'fails',
      () => {
        throw new Error('no');
      },
    ],
  ])('is told of in the log where macOS %s, and the app goes on', async (_what, move) => {
    moveToApplicationsFolder.mockImplementation(move);
    await expect(offer()).resolves.toBeUndefined();
    expect(log).toHaveBeenCalledOnce();
  });
});
