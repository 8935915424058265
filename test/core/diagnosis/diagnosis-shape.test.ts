import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../../electron/core/diagnosis/check-result';
import { doctorReport } from '../../../electron/core/diagnosis/doctor-report';
import { diagnose } from '../../../electron/core/diagnosis/engine';
import { measured } from '../../../electron/core/diagnosis/facts';
import { formatCause } from '../../../electron/core/diagnosis/format-diagnosis';
import { oneCauseCases, twoCausesCases } from './all-cases';
import { desktop, expiredLogin, facts, failsAt, localFacts, now, saying, tmuxServer } from './sample-diagnosis-facts';
import { expired, inLockedSsh } from './sample-troubles';

const everyCase = [...oneCauseCases, ...twoCausesCases].map(({ facts: given }) => diagnose(given));

describe('a diagnosis', () => {
  it('says in one sentence which of the six it is, and on what grounds', () => {
    expect(diagnose(facts({ sessions: inLockedSsh })).summary).toBe(
      'It is the session: the keychain is locked in the SSH login.',
    );
    expect(diagnose(facts(saying('OAuth token revoked'))).summary).toMatch(/^It is most likely the token: /);
    expect(
      diagnose(localFacts({ symptom: 'names-hang', vpn: measured({ isUp: true, interfaces: ['utun4'] }) })).summary,
    ).toMatch(/^It may be the network: the VPN may be in the way\./);
    expect(diagnose(facts()).summary).toBe('Nothing was found that explains it.');
  });

  it('says that a text is unknown, and asks the general questions all the same', () => {
    const { message, summary, causes } = diagnose(
      facts({ ...saying('flux capacitor misaligned'), credentials: expired }),
    );
    expect(message).toMatchObject({ kind: 'unknown' });
    expect(summary).toMatch(/^Latchkey does not know this message/);
    expect(causes[0]?.id).toBe('login-expired');
  });

  it('names the fact and whether it was measured in each evidence', () => {
    for (const { causes } of everyCase) {
      for (const { evidence, grounds, id } of causes) {
        if (id !== 'unexplained') expect(evidence.length).toBeGreaterThan(0);
        for (const { sentence, basis } of evidence) {
          expect(sentence).toMatch(
            { measured: /^Measured: .+\.$/, inferred: /^Inferred: .+\.$/, told: /^Told: .+\.$/ }[basis],
          );
          if (grounds === 'told') expect(basis).toBe('told');
        }
      }
    }
  });

  it('never says measured of what was inferred', () => {
    const daemon = tmuxServer('locked', { basis: 'inferred' });
    const [first] = diagnose(facts({ sessions: measured([desktop('unlocked'), daemon]) })).causes;
    expect(first).toMatchObject({ id: 'tmux-server-locked', grounds: 'inferred' });
    expect(first?.evidence[0]?.sentence).toBe('Inferred: the tmux server ‘work’ sees the login keychain locked.');
  });

  it('is plain JSON data with the same fields each time', () => {
    for (const diagnosis of everyCase) {
      expect(JSON.parse(JSON.stringify(diagnosis))).toEqual(diagnosis);
      expect(Object.keys(diagnosis).sort()).toEqual(
        ['causes', 'disagreement', 'message', 'notMeasured', 'schemaVersion', 'summary', 'symptom', 'tool'].sort(),
      );
    }
  });

  it('lists what nobody had measured, each once, with the reason', () => {
    const { notMeasured } = diagnose(localFacts());
    expect(notMeasured.map(({ fact }) => fact).sort()).toEqual([
      'claudeNewest',
      'clockSkewSeconds',
      'hosts',
      'service',
    ]);
    expect(notMeasured[0]?.reason).toBe('network checks are off');
  });

  it('keeps nothing of the text that was pasted', () => {
    const text = 'Please run /login · API Error: 401 token sk-ant-oat01-CANARY for /Users/alice/CANARY';
    expect(JSON.stringify(diagnose(facts(saying(text))))).not.toContain('CANARY');
    expect(JSON.stringify(saying(text))).not.toContain('CANARY');
  });

  it('shows characters of the outside that would act as their pictures', () => {
    const issuer = 'Evil\u001b[31m CA\u202e';
    const { causes } = diagnose(
      facts({ hosts: measured([failsAt.tls({ kind: 'unknown-issuer', tookMs: 9, issuer })]) }),
    );
    expect(causes[0]?.evidence[0]?.sentence).toContain('Evil␛[31m CA⟨U+202E⟩');
  });
});

describe('the report of the doctor', () => {
  const result: CheckResult & { readonly secret: string } = {
    id: 'variables',
    lookedAt: 'the environment\u001b[2J',
    result: 'problem',
    sentence: 'ANTHROPIC_API_KEY is set.',
    tookMs: 3.7,
    facts: { tool: 'CANARY' },
    secret: 'CANARY',
  };

  it('prints the named fields and nothing else', () => {
    const report = doctorReport([result], diagnose(facts()), now);
    expect(report.takenAt).toBe('2026-09-10T10:00:00.000Z');
    expect(report.checks).toEqual([
      {
        id: 'variables',
        title: 'Variables and settings that overrule a login',
        lookedAt: 'the environment␛[2J',
        result: 'problem',
        sentence: 'ANTHROPIC_API_KEY is set.',
        tookMs: 4,
      },
    ]);
    expect(JSON.stringify(report)).not.toContain('CANARY');
  });
});

describe('in words', () => {
  const [cause] = diagnose(facts({ credentials: measured([expiredLogin()]) })).causes;

  it('a cause has its kind, its title and its grounds', () => {
    expect(cause && formatCause(cause)).toBe('Token: The login has ended (measured)');
    expect(diagnose(facts()).causes.map(formatCause)).toEqual(['Nothing found that explains it']);
  });

  it('says it in whole sentences and never calls anything but a keychain locked', () => {
    const steps = everyCase.flatMap(({ causes }) => causes.flatMap(({ cures }) => cures));
    for (const { does, costs, seenToWork } of steps) {
      for (const sentence of [does, costs, seenToWork.sentence]) expect(sentence).toMatch(/^[A-Z“].*\.$/s);
    }
    const titles = everyCase.flatMap(({ causes }) => causes.map(({ title }) => title));
    expect(titles.filter((title) => /locked/.test(title) && !/keychain/.test(title))).toEqual([]);
  });
});
