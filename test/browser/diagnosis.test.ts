import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pending } from './fixtures/app-state';
import { diagnosisState } from './fixtures/diagnosis';
import { loginPath } from './fixtures/keychains';
import { sshBornTmuxServer } from './fixtures/sessions';
import { announce, callsOf, isAccepted, leaveUnanswered, refuse } from './harness/fake-main';
import { type PopoverBrowser, startPopoverBrowser, unfold } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const open = async (name: string): Promise<void> => {
  page = await browser.open(diagnosisState(name), { page: 'diagnosis' });
};
const turn = (name: string) => announce(page, 'state.changed', diagnosisState(name));
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
const heading = () => page.getByRole('heading', { level: 1 });
const words = async () => (await page.locator('.content').innerText()).replaceAll(/\s+/g, ' ');
const calls = async () => {
  const all = await callsOf(page);
  expect(all.filter((call) => !isAccepted(call))).toEqual([]);
  return all;
};
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');

describe('the question', () => {
  it('sends nothing but what was chosen and pasted, and empties the text', async () => {
    await open('diagnosis asked for');
    await page.getByLabel('Which tool?').selectOption({ label: 'GitHub CLI' });
    await page.getByLabel('What do you see?').selectOption({ label: 'Works locally, not over SSH' });
    await page.getByLabel('What did the tool print?').fill('The token in default is invalid.');
    await press('Start the diagnosis');
    expect(await calls()).toEqual([
      {
        verb: 'diagnosis.ask',
        payload: { tool: 'gh', symptom: 'not-over-ssh', message: 'The token in default is invalid.' },
      },
    ]);
    expect(await page.getByLabel('What did the tool print?').inputValue()).toBe('');
  });

  it('may leave all of it open', async () => {
    await open('diagnosis asked for');
    await page.getByLabel('What did the tool print?').fill('  \n ');
    await press('Start the diagnosis');
    expect(await calls()).toEqual([{ verb: 'diagnosis.ask', payload: {} }]);
  });

  it('takes no more text than is looked at', async () => {
    await open('diagnosis asked for');
    const field = page.getByLabel('What did the tool print?');
    await field.evaluate((element) => {
      const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
      setter?.call(element, 'x'.repeat(200_000));
      element.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await press('Start the diagnosis');
    const [call] = await calls();
    expect(call?.payload).toEqual({ message: 'x'.repeat(65_536) });
  });

  it('is not sent twice', async () => {
    await open('diagnosis asked for');
    await leaveUnanswered(page, 'diagnosis.ask');
    await press('Start the diagnosis');
    await page.getByRole('button', { name: 'Start the diagnosis' }).click({ force: true });
    expect(await calls()).toHaveLength(1);
  });

  it('names each host before the network checks are switched on, those of the chosen tool alone', async () => {
    await open('diagnosis asked for');
    const network = page.getByRole('switch', { name: 'Network checks' });
    expect(await network.isChecked()).toBe(false);
    expect(await words()).toContain(
      'Off: nothing leaves this Mac. If on, it contacts registry.example.com, api.anthropic.com',
    );
    await page.getByLabel('Which tool?').selectOption({ label: 'GitHub CLI' });
    const hint = await page.locator(`[id="${await network.getAttribute('aria-describedby')}"]`).innerText();
    expect(hint).toBe('Off: nothing leaves this Mac. If on, it contacts github.com, api.github.com.');
    await network.click();
    expect(await calls()).toEqual([{ verb: 'preferences.set', payload: { networkChecks: true } }]);
    expect(await network.isChecked()).toBe(false);
    await turn('diagnosis asked for, network allowed');
    expect(await network.isChecked()).toBe(true);
  });

  it('says so when Latchkey does not answer', async () => {
    await open('diagnosis asked for');
    await refuse(page, 'diagnosis.ask');
    await press('Start the diagnosis');
    await page.getByText('Latchkey could not do that.').waitFor();
  });
});

describe('while the checks are made', () => {
  it('shows how far they are, and is called off by a press', async () => {
    await open('diagnosis running');
    const bar = page.getByRole('progressbar', { name: 'Checks made' });
    expect(await bar.getAttribute('aria-valuetext')).toBe('5 of 16. Keychain search list and default keychain');
    expect(await words()).toContain('5 of 16 checks made');
    await press('Cancel the diagnosis');
    expect(await calls()).toEqual([{ verb: 'diagnosis.cancel', payload: undefined }]);
    await turn('diagnosis cancelled');
    expect(await page.getByText('Cancelled. Nothing was changed.').getAttribute('role')).toBe('status');
    expect(await page.getByRole('button', { name: 'Start the diagnosis' }).isVisible()).toBe(true);
  });

  it('keyboard and VoiceOver go on at the title of what is new', async () => {
    await open('diagnosis asked for');
    expect(await focused()).toBe('Why does it say I’m logged out?');
    await press('Start the diagnosis');
    await turn('diagnosis running');
    expect(await focused()).toBe('Why does it say I’m logged out?');
    await page.getByRole('button', { name: 'Cancel the diagnosis' }).focus();
    await turn('diagnosis: keychain locked');
    expect(await focused()).toBe('What was found');
  });
});

describe('what was found', () => {
  it('stands with its evidence, and the cures in order with what they do and cost', async () => {
    await open('diagnosis: keychain locked');
    expect(await heading().innerText()).toBe('What was found');
    const shown = await words();
    const order = [
      'It is the keychain: the keychain is locked in the desktop session.',
      'Keychain · measured',
      'Measured: the desktop session sees the login keychain locked.',
      'Unlock the keychain here',
      'Opens the system’s own password dialog',
      'Costs: Your keychain password',
      'It has worked when: The desktop session sees it unlocked.',
      'The keychain is locked in that tmux server',
    ];
    const places = order.map((part) => shown.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('is a list of causes, each with a list of cures, for VoiceOver; no two buttons have one name', async () => {
    await open('diagnosis: keychain locked');
    await unfold(page);
    const tree = await page.locator('body').ariaSnapshot();
    expect(tree).toContain('- list "Causes, what to deal with first stands first":');
    expect(tree).toContain('list "What to do: The keychain is locked in the desktop session"');
    expect(tree).toContain('heading "The keychain is locked in the desktop session" [level=2]');
    const names = [...tree.matchAll(/button "(.+?)"/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(8);
    expect(names).toEqual([...new Set(names)]);
  });

  it('unlocks through the system’s dialog, and looks again when that has ended', async () => {
    await open('diagnosis: keychain locked');
    await press(/^Unlock: Unlock the keychain here/);
    await expect.poll(calls).toEqual([
      { verb: 'keychain.unlock', payload: { keychainPath: loginPath } },
      { verb: 'diagnosis.askAgain', payload: { cause: 'desktop-locked', cure: 'unlock-desktop' } },
    ]);
  });

  it('keeps the focus on the button while Unlock becomes Cancel', async () => {
    await open('diagnosis: keychain locked, dialog open');
    await press(/^Cancel: Unlock the keychain here/);
    expect(await calls()).toEqual([{ verb: 'keychain.cancelUnlock', payload: undefined }]);
    expect(await words()).toContain("Waiting for the system's dialog…");
  });

  it('copies a cure’s command by its name; the text stays in the main process', async () => {
    await open('diagnosis: keychain locked');
    await unfold(page);
    expect(await words()).toContain(`security unlock-keychain ${loginPath}`);
    await press(/^Copy command: Unlock inside the SSH login/);
    expect(await calls()).toEqual([
      { verb: 'diagnosis.copyCommand', payload: { cause: 'tmux-server-locked', cure: 'unlock-in-ssh-login' } },
    ]);
    await page.getByText('Copied').waitFor();
  });

  it('opens an unlock prompt in each tmux server that sees it locked', async () => {
    await open('diagnosis: keychain locked');
    await unfold(page);
    await press(/^Open an unlock prompt in that server for/);
    expect(await calls()).toEqual([
      { verb: 'sessions.openUnlockPrompt', payload: { sessionId: sshBornTmuxServer.id } },
    ]);
  });

  it('starts the tmux server of the desktop, and looks again', async () => {
    await open('diagnosis: keychain locked');
    await unfold(page);
    await press(/^Start it: Work in a tmux server of the desktop/);
    await expect.poll(calls).toEqual([
      { verb: 'sessions.startDesktopTmux', payload: undefined },
      { verb: 'diagnosis.askAgain', payload: { cause: 'tmux-server-locked', cure: 'start-desktop-tmux' } },
    ]);
  });

  it('opens the right pane of System Settings', async () => {
    await open('diagnosis: a message and several causes');
    await press(/^Open Settings: Set the clock by the network/);
    expect(await calls()).toEqual([
      { verb: 'diagnosis.openPane', payload: { cause: 'clock-wrong', cure: 'set-clock' } },
    ]);
  });

  it('checks whether a cure has worked, and says what came of it', async () => {
    await open('diagnosis: keychain locked');
    await press(/^Check whether it worked: Unlock the keychain here/);
    expect(await calls()).toEqual([
      { verb: 'diagnosis.askAgain', payload: { cause: 'desktop-locked', cure: 'unlock-desktop' } },
    ]);
    await turn('diagnosis running');
    await turn('diagnosis: the cure has not worked');
    expect(await words()).toContain('It has not worked yet: the keychain is locked in the desktop session.');
    await turn('diagnosis: the cure worked');
    expect(await page.locator('.diagnosis-summary[role="status"]').innerText()).toContain('It has worked:');
  });

  it('says what a recognised message means and that an unknown one is unknown', async () => {
    await open('diagnosis: a message and several causes');
    expect(await words()).toContain('The message The token that was sent is past its end');
    await turn('diagnosis: an unknown message');
    expect(await words()).toContain('Latchkey does not know this message');
  });

  it('tells each check with what it looked at, its result and its time, and what was not measured', async () => {
    await open('diagnosis: nothing found');
    await unfold(page);
    const shown = await words();
    expect(shown).toContain('What was looked at 18 checks Lock state in each session Problem');
    expect(shown).toContain(`Looked at: ${loginPath} · 12 ms`);
    expect(shown).toContain('Not measured network checks are off');
  });

  it('leads back to the question, and from there to the hosts and to the message', async () => {
    await open('diagnosis: nothing found');
    for (const name of ['Ask something else', /^Show the hosts/, /^Paste it/]) {
      await press(name);
      expect(await heading().innerText()).toBe('Why does it say I’m logged out?');
      await turn('diagnosis running');
      await turn('diagnosis: nothing found');
      expect(await heading().innerText()).toBe('What was found');
    }
    await press('Look again at all of it');
    expect(await calls()).toEqual([{ verb: 'diagnosis.askAgain', payload: undefined }]);
  });

  it('is left with Back and found again', async () => {
    await open('diagnosis: keychain locked');
    await press('Back');
    expect(await heading().innerText()).toContain('Locked');
    await press('Why logged out?');
    expect(await heading().innerText()).toBe('What was found');
  });
});

it('everything is reached with Tab', async () => {
  await open('diagnosis asked for');
  const reached: string[] = [];
  for (let step = 0; step < 7; step += 1) {
    await page.keyboard.press('Tab');
    reached.push(
      await page.evaluate(() => {
        const { activeElement } = document;
        const label = activeElement?.id ? document.querySelector(`label[for="${activeElement.id}"]`) : null;
        return label?.textContent ?? activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
      }),
    );
  }
  expect(reached).toEqual([
    'Which tool?',
    'What do you see?',
    'What did the tool print?',
    'Network checks',
    'Start the diagnosis',
    'Settings…',
    'Look Again',
  ]);
});

it('an unlock that is under way is not asked for a second time', async () => {
  const state = { ...diagnosisState('diagnosis: keychain locked'), pending: [pending('unlock', 'settling')] };
  page = await browser.open(state, { page: 'diagnosis' });
  await page.getByRole('button', { name: /^Unlock: Unlock the keychain here/ }).click({ force: true });
  expect(await calls()).toEqual([]);
});
