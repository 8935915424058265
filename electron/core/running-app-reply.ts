import type { AppVerb } from './running-app';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOutcome = (value: unknown): boolean =>
  isRecord(value) &&
  (value.ok === true || (value.ok === false && typeof value.code === 'string' && typeof value.reason === 'string'));

const isHold = (value: unknown): boolean => {
  if (!isRecord(value)) return false;
  if (value.state === 'off') return true;
  const hasFacts = Array.isArray(value.keychains) && isRecord(value.end) && isRecord(value.restores);
  return hasFacts && (value.state === 'on' || (value.state === 'restoring' && Array.isArray(value.problems)));
};

/** Whether an answer is what this verb is answered with: the app may be of another version. */
export const isReplyTo = (verb: AppVerb, reply: unknown): boolean =>
  verb === 'getState' ? isRecord(reply) && (reply.hold === null || isHold(reply.hold)) : isOutcome(reply);
