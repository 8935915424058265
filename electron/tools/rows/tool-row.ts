import type { PasswordClass } from '../../system/keychain/password-search';

/**
 * A tool whose login is one item, files or a variable and nothing else: where it lies, as data. Where a tool decides by more
 * than this can say it has a file of its own.
 */
export interface ToolRow {
  readonly id: string;
  readonly name: string;
  /** Its executables; left out: one called as its identifier. None: it is here only where something of it is found below. */
  readonly programs?: readonly string[];
  /** What else shows that it is here. */
  readonly traces?: readonly RowPath[];
  /** What outranks all that is stored, the strongest first; `TF_TOKEN_*` stands for all that begin so. */
  readonly variables?: readonly string[];
  /** What only counts where nothing is stored. */
  readonly standIns?: readonly string[];
  /** With one of these, `NAME` or `NAME=value`, it leaves the keychain alone. */
  readonly withoutItem?: readonly string[];
  readonly item?: RowItem;
  /** In the order in which it asks them: the first that holds a login counts. */
  readonly files?: readonly RowFile[];
  /** What it prints where it finds no login; left out: nobody has told. */
  readonly symptom?: string;
}

/**
 * A path below the home folder or of the whole disk. Of choices in braces the first whose variable is set counts:
 * `{SLACK_CONFIG_DIR|~/.slack}/credentials.json`, `{GLAB_CONFIG_DIR|XDG_CONFIG_HOME/glab-cli|~/.config/glab-cli}/config.yml`.
 */
export type RowPath = string;

export interface RowItem {
  /** Left out: `generic`. */
  readonly class?: PasswordClass;
  /** Services, or servers of an internet password. The first that is there counts. None: files name its items. */
  readonly names: readonly string[];
  /** `$USER` is the user's name. */
  readonly account?: string;
  /** What it prints where an item is locked; left out: as without a login. */
  readonly symptom?: string;
  /** What the login in it is called; `account`: what the item calls its account. */
  readonly label?: string;
  /** It is the key of what a file `isEncrypted` holds, and no login by itself. */
  readonly isKey?: true;
  /** A login in a file is one of its own, and does not stand in for this. */
  readonly isApart?: true;
  /** Another program keeps items of that name as well. */
  readonly sharedWith?: string;
  /** Where logins lie besides, which nobody looks at: without the item it is unknown. */
  readonly others?: string;
}

export interface RowFile {
  readonly path: RowPath;
  /** How it is read; left out: that it is there is what counts, and nothing of it is read. */
  readonly format?: RowFormat;
  /** Other programs' logins lie in it as well: it shows that the tool is here only where it holds one of its. */
  readonly isShared?: true;
  /** What its being there means instead of a login. `elsewhere`: the login is, unknown where. `hides`: it may hold one. */
  readonly means?: 'elsewhere' | 'hides' | 'isEncrypted';
}

export type RowFormat =
  /** A line that fits is a login; so is, without a pattern, a file that is not blank. */
  | { readonly syntax: 'lines'; readonly line?: RegExp }
  | { readonly syntax: 'json' | 'yaml' | 'toml' | 'ini'; readonly logins: readonly LoginPlace[] }
  /** A table of names and JSON texts. */
  | {
      readonly syntax: 'sqlite';
      readonly table: string;
      readonly columns: readonly [name: string, value: string];
      readonly logins: readonly LoginPlace[];
    };

/** Names joined by dots; `*` is each in that place. */
export type ValuePath = string;

/** How logins stand in a file. */
export interface LoginPlace {
  /** Where each of them stands; left out: the whole file is one. */
  readonly each?: ValuePath;
  /** Which names under `each` count; what the first group finds is the account. */
  readonly only?: RegExp;
  /** What is no list of settings there is none of them. */
  readonly isMixed?: true;
  /** In each, where its name stands; `#`: the name that it has itself. */
  readonly account?: ValuePath;
  /** In each, texts that log in; empty: it is a text itself. */
  readonly tokens: readonly ValuePath[];
  /** Only what looks like this is one; what else stands there is of another kind. */
  readonly like?: RegExp;
  /** One more, which renews them. */
  readonly renewal?: ValuePath;
  readonly end?: readonly [at: ValuePath, unit: 'seconds' | 'milliseconds' | 'text'];
  /** What ends then is the login itself, not a token of it. */
  readonly isLoginsEnd?: true;
  /** Without an end it has none; an end of 0 is none. */
  readonly isEndless?: true;
  /** Of a login whose token does not stand here: its item. `{path}` is filled in, `{#}` with its name, `{}` with its text. */
  readonly item?: { readonly service: string; readonly account?: string; readonly whereToken?: RegExp };
}
