import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../electron/core/diagnosis/engine';
import { type DiagnosisFacts, measured } from '../../../electron/core/diagnosis/facts';
import { symptomIds, symptoms } from '../../../electron/core/diagnosis/symptoms';
import { desktop, facts, saying, tmuxServer } from './sample-diagnosis-facts';
import { vpnUp } from './sample-troubles';

describe('a symptom', () => {
  it.each(symptomIds)(
    '%s leads to what it usually is when nothing was measured, and says that it is not measured',
    (symptom) => {
      const { causes, notMeasured } = diagnose({ symptom });
      const [first] = causes;
      expect(first?.id).toBe(symptoms[symptom].suspects[0]);
      expect(first?.grounds).toBe('told');
      expect(notMeasured.length).toBeGreaterThan(5);
    },
  );

  it.each(symptomIds)('%s enters the tree where its own question is asked', (symptom) => {
    const { causes } = diagnose(facts({ symptom }));
    expect(causes.length).toBeGreaterThan(0);
    expect(causes.every(({ grounds }) => grounds !== 'measured')).toBe(true);
  });

  it('drops what a measured fact speaks against', () => {
    const ids = diagnose(facts({ symptom: 'random-logout' })).causes.map(({ id }) => id);
    expect(ids).toEqual(['login-revoked']);
  });

  it('keeps its first guess where facts speak against all: it may have been otherwise when it failed', () => {
    const sessions = measured([desktop('unlocked'), tmuxServer('unlocked')]);
    const [first] = diagnose(facts({ symptom: 'one-tmux-server-not-the-other', sessions })).causes;
    expect(first).toMatchObject({ id: 'tmux-server-locked', grounds: 'told' });
  });

  it('and a message together are told by the message first', () => {
    const given: DiagnosisFacts = { ...saying('OAuth callback timeout'), symptom: 'hotspot-not-office', vpn: vpnUp };
    const ids = diagnose(given).causes.map(({ id }) => id);
    expect(ids.indexOf('browser-answer-lost')).toBeLessThan(ids.indexOf('connection-intercepted'));
  });
});
