import { greatestCredentialCount } from '../common/common-credentials';
import type { GitSettingInForce } from './git-config-files';
import type { GitHelper } from './git-helper';
import { coversGitUrl, formatGitUrl, type GitUrl } from './git-url';

export interface GitHelperInForce {
  readonly helper: Exclude<GitHelper, { kind: 'reset' }>;
  /** Where it is set: a file's path or a variable's name. */
  readonly from: string;
}

/** A set of hosts that git treats alike, with the helpers that it asks for them in this order. */
export interface GitTarget {
  /** Null: every host that has no settings of its own. */
  readonly url: GitUrl | null;
  /** What sets it apart from the others; undefined where there is but one. */
  readonly account: string | undefined;
  readonly helpers: readonly GitHelperInForce[];
  /** What git-credential-manager is told for it; the last setting counts. */
  option(name: 'credentialstore' | 'namespace' | 'plaintextstorepath'): string | null;
}

/**
 * One target for all hosts, one for each `credential.<url>` with helpers of its own, and each of these once more for each
 * condition of an `includeIf` under which it has others.
 */
export const gitTargets = (settings: readonly GitSettingInForce[]): readonly GitTarget[] => {
  const conditions = settings.map((setting) => setting.conditions).filter((listed) => listed.length > 0);
  const scopes = distinct(conditions).slice(0, scopesLimit);
  const usual = targetsIn(settings, []);
  const told = new Set(usual.map(fingerprintOf));
  const conditional = scopes.flatMap((scope) =>
    targetsIn(settings, scope)
      .filter((target) => !told.has(fingerprintOf(target)))
      .map((target) => ({ ...target, account: [target.account, ...scope].filter((part) => part).join(', ') })),
  );
  const all = [...usual, ...conditional];
  const hasHelpers = all.some(({ helpers }) => helpers.length > 0);
  // That hosts without settings have no helper is worth a line only where nothing has one.
  return hasHelpers ? all.filter(({ url, helpers }) => url !== null || helpers.length > 0) : all.slice(0, 1);
};

const scopesLimit = 10;

const targetsIn = (settings: readonly GitSettingInForce[], scope: readonly string[]): readonly GitTarget[] => {
  const active = settings.filter(({ conditions }) => conditions.every((condition) => scope.includes(condition)));
  const urls = distinct(
    active.flatMap(({ setting }) => (setting.kind === 'helper' && setting.url ? setting.url : [])),
  ).slice(0, greatestCredentialCount);
  return [null, ...urls].map((url) => {
    const counting = active.filter(
      ({ setting }) => setting.url === null || (url !== null && coversGitUrl(setting.url, url)),
    );
    return {
      url,
      account: url === null ? (urls.length > 0 ? 'other hosts' : undefined) : formatGitUrl(url) || 'all hosts',
      helpers: helpersOf(counting),
      option: (name) =>
        counting.reduce<string | null>(
          (last, { setting }) => (setting.kind === 'option' && setting.option === name ? setting.value : last),
          null,
        ),
    };
  });
};

const helpersOf = (settings: readonly GitSettingInForce[]): readonly GitHelperInForce[] => {
  let helpers: GitHelperInForce[] = [];
  for (const { setting, from } of settings) {
    if (setting.kind !== 'helper') continue;
    const { helper } = setting;
    if (helper.kind === 'reset') helpers = [];
    else helpers.push({ helper, from });
  }
  return helpers;
};

const fingerprintOf = ({ url, helpers, option }: GitTarget): string =>
  JSON.stringify([url, helpers, option('credentialstore'), option('namespace'), option('plaintextstorepath')]);

const distinct = <Value>(values: readonly Value[]): readonly Value[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];
