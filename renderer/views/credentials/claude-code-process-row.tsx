import { oldTokenPhrase } from '../../../electron/core/claude-code/format-claude-code';
import type { ClaudeCodeProcess } from '../../../electron/core/words/claude-code-activity';
import { RowWords } from '../../components/boxes';
import { CommandToCopy } from '../../components/command-to-copy';
import { Facts } from '../../components/facts';
import { Moment } from '../../components/moment';
import { OutsideText } from '../../components/outside-text';
import { requests } from '../../store/requests';

/** One running Claude Code: where, since when, how it is known, and what starts it again. */
export const ClaudeCodeProcessRow = ({ process }: { readonly process: ClaudeCodeProcess }) => {
  const { pid, account, kind, folder, terminal, startedAt, certainty, mayHoldOldToken, help } = process;
  return (
    <li className="row claude-code-process">
      <RowWords>
        <p className="row-title">{folder === undefined ? `Process ${pid}` : <OutsideText text={folder} oneLine />}</p>
        <Facts className={`old-token-${mayHoldOldToken}`}>
          <span className="old-token">{oldTokenPhrase[mayHoldOldToken]}</span>
          {kind}
          {account !== undefined && <OutsideText text={account} oneLine />}
          {terminal !== undefined && <OutsideText text={terminal} oneLine />}
          {folder !== undefined && `process ${pid}`}
          <span>
            started <Moment at={startedAt} />
          </span>
          {certainty === 'likely' && 'known by its name only'}
          {certainty === 'sure' && 'known by its program'}
        </Facts>
        {help && (
          <CommandToCopy
            command={help.command}
            copy={() => requests.copyRestartCommand(pid)}
            name={`Copy command for process ${pid}`}
          />
        )}
      </RowWords>
    </li>
  );
};
