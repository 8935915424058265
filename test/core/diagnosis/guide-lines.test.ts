import { describe, expect, it } from 'vitest';
import { causes } from '../../../electron/core/diagnosis/causes/causes';
import { cures } from '../../../electron/core/diagnosis/causes/cures';
import { checklist } from '../../../electron/core/diagnosis/checklist';
import { matchMessage } from '../../../electron/core/diagnosis/messages/match-message';
import { symptomIds } from '../../../electron/core/diagnosis/symptoms';
import { guideAdvice, guideMessages, guideSymptoms } from './guide-lines';

describe('what the guides to this problem have', () => {
  it.each(guideMessages)('the message %s is known', (text) => {
    expect(matchMessage(text)).toMatchObject({ kind: 'recognised' });
  });

  it('each of the eleven symptoms can be asked about', () => {
    expect([...symptomIds].sort()).toEqual([...guideSymptoms].sort());
    expect(guideSymptoms.length).toBe(11);
  });

  it.each(guideAdvice)('the advice has its place, or a reason why it has none: $advice', (line) => {
    if ('cure' in line) {
      expect(Object.values(causes).some((cause) => cause.cures.includes(line.cure))).toBe(true);
      expect(cures[line.cure].costs).not.toBe('');
    } else if ('step' in line) {
      expect(checklist[line.step - 1]).toBeDefined();
    } else {
      expect(line.otherwise).not.toBe('');
      if (line.mistakeOf !== undefined) expect(causes[line.mistakeOf].mistake).toBeDefined();
    }
  });
});
