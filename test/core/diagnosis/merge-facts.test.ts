import { describe, expect, it } from 'vitest';
import { measured, notMeasured } from '../../../electron/core/diagnosis/facts';
import { mergeFacts } from '../../../electron/core/diagnosis/merge-facts';
import { failsAt, host } from './sample-diagnosis-facts';

const off = notMeasured('network checks are off');

describe('facts of several parts', () => {
  it('stand side by side', () => {
    expect(mergeFacts([{ tool: 'gh' }, { clockSkewSeconds: measured(3) }, {}])).toEqual({
      tool: 'gh',
      clockSkewSeconds: measured(3),
    });
  });

  it('are not lost to a part that could not look, whichever comes first', () => {
    expect(mergeFacts([{ clockSkewSeconds: measured(3) }, { clockSkewSeconds: off }]).clockSkewSeconds).toEqual(
      measured(3),
    );
    expect(mergeFacts([{ clockSkewSeconds: off }, { clockSkewSeconds: measured(3) }]).clockSkewSeconds).toEqual(
      measured(3),
    );
  });

  it('follow the later of two that know', () => {
    expect(mergeFacts([{ clockSkewSeconds: measured(3) }, { clockSkewSeconds: measured(4) }]).clockSkewSeconds).toEqual(
      measured(4),
    );
  });

  it('bring the hosts of several checks together, each with the steps that anybody has measured', () => {
    const resolved = host({ tcp: off, tls: off, http: off });
    const other = host({ host: 'claude.ai', role: 'login' });
    const refused = { ...failsAt.tcp({ kind: 'refused', tookMs: 2 }), dns: off };
    const { hosts } = mergeFacts([{ hosts: measured([resolved, other]) }, { hosts: measured([refused]) }]);
    expect(hosts).toEqual(measured([{ ...refused, dns: resolved.dns }, other]));
  });

  it('bring folders together by their path', () => {
    const folder = { path: '/a', what: 'the configuration', tool: 'gh', state: 'fine' } as const;
    const other = { ...folder, path: '/b' };
    const { folders } = mergeFacts([
      { folders: measured([folder, other]) },
      { folders: measured([{ ...folder, state: 'missing' }]) },
    ]);
    expect(folders).toEqual(measured([{ ...folder, state: 'missing' }, other]));
  });
});
