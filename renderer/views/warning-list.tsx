import { useState } from 'react';
import type { AppState } from '../../electron/contract/app-state';
import { formatOutsideText, keychainName } from '../../electron/core/format-outside-text';
import type { SessionHelp, Severity, Warning } from '../../electron/core/snapshot';
import { Icon } from '../components/icon';
import { OutsideText } from '../components/outside-text';
import { PushButton } from '../components/push-button';
import { requests } from '../store/requests';
import { isDialogOpen, lockActionOf } from './pending';

const severityWord: Readonly<Record<Severity, string>> = { critical: 'Critical', warning: 'Warning', info: 'Note' };

/** What somebody should know now, in the order of the snapshot: the most serious first. */
export const WarningList = ({
  state,
  warnings,
}: {
  readonly state: AppState;
  readonly warnings: readonly Warning[];
}) =>
  warnings.length === 0 ? null : (
    <ul className="warnings" aria-label="Warnings">
      {warnings.map((warning) => (
        <li key={`${warning.code} ${warning.title}`} className={`warning warning-${warning.severity}`}>
          <Icon name={warning.severity} />
          <div className="warning-words">
            <h2>
              <span className="visually-hidden">{severityWord[warning.severity]}: </span>
              <OutsideText text={warning.title} />
            </h2>
            <p>
              <OutsideText text={warning.detail} />
            </p>
            {warning.actions.map((action) => (
              <WarningButton key={action.kind} state={state} action={action} />
            ))}
          </div>
        </li>
      ))}
    </ul>
  );

const WarningButton = ({ state, action }: { readonly state: AppState; readonly action: SessionHelp }) => {
  switch (action.kind) {
    case 'unlock': {
      const { keychainPath } = action;
      const blocked = isDialogOpen(state) || lockActionOf(state, keychainPath) !== undefined;
      const name = `Unlock the ${formatOutsideText(keychainName(keychainPath))} keychain for remote sessions`;
      return (
        <PushButton onPress={() => requests.unlock(keychainPath)} blocked={blocked} name={name}>
          Unlock
        </PushButton>
      );
    }
    case 'copy-command':
      return <CommandToCopy command={action.command} />;
    case 'open-unlock-prompt':
      // The contract has no verb for it, and a button that does nothing would be worse than none.
      return null;
  }
};

const CommandToCopy = ({ command }: { readonly command: string }) => {
  const [copied, setCopied] = useState(false);
  const copy = async () => setCopied(await requests.copyUnlockCommand());
  return (
    <div className="command">
      <code>
        <OutsideText text={command} />
      </code>
      <PushButton onPress={copy} name="Copy command">
        Copy
      </PushButton>
      <span className="copied" role="status">
        {copied && 'Copied'}
      </span>
    </div>
  );
};
