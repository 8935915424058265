import { randomBytes } from 'node:crypto';

const pattern = /^check-(\d{1,15})-[0-9a-f]{16}$/;

/** Another Latchkey (the command line beside the app) may be in the middle of a check of its own. */
const stillInUseMs = 60_000;

/** The account of a new item. It tells when its check began, so that another one knows whether it is left over. */
export const newAccount = (now: number): string => `check-${Math.trunc(now)}-${randomBytes(8).toString('hex')}`;

/** Whether an item of the check's service was left behind. Whatever is not named as the check names its items is not ours. */
export const isLeftover = (account: string, now: number): boolean => {
  const startedAt = pattern.exec(account)?.[1];
  return startedAt !== undefined && Math.abs(now - Number(startedAt)) > stillInUseMs;
};
