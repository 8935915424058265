import { describe, expect, it } from 'vitest';
import { describeKeychains } from './keychain-contract';
import { describeListings } from './listing-contract';
import { checkThrowAway } from './only-throw-away';
import { realMacUnderTest, whyNotOnRealMac } from './real-mac';
import { describeSessions } from './session-contract';
import { simulatedMacUnderTest } from './simulated';

describe('keychains on the simulated Mac', () => describeKeychains(simulatedMacUnderTest));
describe('listings on the simulated Mac', () => describeListings(simulatedMacUnderTest));
describe('sessions on the simulated Mac', () => describeSessions(simulatedMacUnderTest));

describe('keychains on a real Mac', () => {
  const whyNot = whyNotOnRealMac();
  if (whyNot === null) describeKeychains(realMacUnderTest);
  else it('do the same', ({ skip }) => skip(whyNot));
});

describe('listings on a real Mac', () => {
  const whyNot = whyNotOnRealMac();
  if (whyNot === null) describeListings(realMacUnderTest);
  else it('are the same', ({ skip }) => skip(whyNot));
});

describe('sessions on a real Mac', () => {
  const whyNot = whyNotOnRealMac();
  if (whyNot === null) describeSessions(realMacUnderTest);
  else it('are the same', ({ skip }) => skip(whyNot));
});

describe('the contract', () => {
  it.each([
    ['another keychain', ['lock-keychain', '/Users/alice/Library/Keychains/login.keychain-db']],
    ['a way out of its folder', ['delete-keychain', '/tmp/own/../login.keychain-db']],
    ['all keychains', ['lock-keychain', '-a']],
    ['no keychain, which means the default one', ['set-keychain-settings', '-l']],
    ['a second keychain', ['lock-keychain', '/other', '/tmp/own/a.keychain-db']],
    ['the dialog', ['unlock-keychain', '-u', '/tmp/own/a.keychain-db']],
    ['a prompt', ['unlock-keychain', '/tmp/own/a.keychain-db']],
    ['a new search list', ['list-keychains', '-s', '/tmp/own/a.keychain-db']],
    ['other identities', ['find-identity', '-v', '/Users/alice/Library/Keychains/login.keychain-db']],
    ['a dump', ['dump-keychain', '/tmp/own/a.keychain-db']],
  ])('never asks for %s', (_what, args) => {
    expect(() => checkThrowAway('/tmp/own', args)).toThrow('The contract does not call');
  });

  it('works on its own keychain', () => {
    expect(() => checkThrowAway('/tmp/own', ['lock-keychain', '/tmp/own/a.keychain-db'])).not.toThrow();
  });
});
