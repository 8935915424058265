import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../../electron/core/build-snapshot';
import { nothingYet } from '../../electron/core/monitor-state';
import type { Readings } from '../../electron/core/readings';
import { trayModel } from '../../electron/core/tray-model';
import { readings, sighting } from './sample-facts';

const icon = (changes: Partial<Readings>, showTitle = false) =>
  trayModel({ ...nothingYet, snapshot: buildSnapshot(readings(changes), null, 0) }, { showTitle });
const withLock = (lock: Readings['keychains'][number]['lock']): Partial<Readings> => ({
  keychains: readings().keychains.map((one) => ({ ...one, lock })),
});
const timed: Partial<Readings> = {
  keychains: readings().keychains.map((one) => ({
    ...one,
    autoLock: { lockOnSleep: false, idleTimeoutSeconds: 300, source: 'session' as const },
  })),
};

describe('trayModel', () => {
  it.each([
    ['unlocked', {}, 'unlocked'],
    ['locked', withLock({ state: 'locked' }), 'locked'],
    ['unknown', withLock({ state: 'unknown', reason: 'No answer.' }), 'unknown'],
    ['unlocked with a warning', { ...timed, sessions: [sighting()] }, 'unlocked-warning'],
    ['no keychain at all', { keychains: [] }, 'unknown'],
  ] as const)('%s', (_name, changes, expected) => {
    expect(icon(changes as Partial<Readings>).icon).toBe(expected);
  });

  it('is unknown before the first look', () => {
    expect(trayModel(nothingYet, { showTitle: true }).icon).toBe('unknown');
  });

  it('has a title only if the user asked for one', () => {
    expect(icon({}).title).toBe('');
    expect(icon({}, true).title).toBe('Unlocked');
    expect(icon(withLock({ state: 'unknown', reason: '' }), true).title).toBe('?');
  });

  it('tells the reason of an unknown state', () => {
    expect(icon(withLock({ state: 'unknown', reason: 'No answer.' })).tooltip).toContain('No answer.');
  });
});
