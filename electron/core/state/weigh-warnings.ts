import type { Verdict } from '../words/verdict';
import type { Severity, Warning } from '../words/warning';

/** What is warned of because of the keychain that a session sees. */
const aboutSessions: readonly Warning['code'][] = [
  ...(['desktop-locked', 'desktop-will-lock', 'ssh-server-locked'] as const),
  ...(['this-ssh-login-locked', 'login-keychain-not-searched', 'job-locked'] as const),
];

/**
 * The warnings, each as serious as what is known to break there and no more, the most serious first: a locked keychain that
 * no tool on this Mac needs is nothing to be alarmed at.
 */
export const weighWarnings = (warnings: readonly Warning[], verdict: Verdict): Warning[] =>
  warnings
    .map((warning) => (aboutSessions.includes(warning.code) ? weighed(warning, verdict) : warning))
    .sort(bySeverity);

const weighed = (warning: Warning, { places }: Verdict): Warning => {
  const { sessionId } = warning;
  const concerned = sessionId === undefined ? places : places.filter((place) => place.sessionId === sessionId);
  const levels = concerned.filter(({ tools }) => tools.length > 0).map(({ level }) => level);
  if (levels.some((level) => level === 'unlock-first' || level === 'not-yet')) return warning;
  const most: Severity = levels.includes('cannot-tell') ? 'warning' : 'info';
  return severities.indexOf(warning.severity) < severities.indexOf(most) ? { ...warning, severity: most } : warning;
};

const severities: readonly Severity[] = ['critical', 'warning', 'info'];

/** The most serious first; what is as serious stays in its order. */
export const bySeverity = (one: Warning, other: Warning): number =>
  severities.indexOf(one.severity) - severities.indexOf(other.severity);
