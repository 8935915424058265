import { expect, it } from 'vitest';
import { byAttention, keyedLogins, loginKey } from '../../../electron/core/credentials/credential-order';
import { credential } from '../sample-facts';

it('puts those that need attention first, keeps the order among equals and leaves out what is not installed', () => {
  const order = byAttention([
    credential({ name: 'in order', overSsh: 'survives' }),
    credential({ name: 'unknown', overSsh: 'unknown' }),
    credential({ name: 'breaks', overSsh: 'breaks' }),
    credential({ name: 'missing', installed: false, status: 'expired' }),
    credential({ name: 'unreadable', overSsh: 'survives', status: 'unreadable' }),
    credential({ name: 'expiring', overSsh: 'survives', status: 'expiring' }),
    credential({ name: 'breaks too', overSsh: 'breaks' }),
    credential({ name: 'expired', overSsh: 'survives', status: 'expired' }),
  ]);
  expect(order.map(({ name }) => name)).toEqual([
    ...['expired', 'expiring', 'breaks', 'breaks too'],
    ...['unknown', 'unreadable', 'in order'],
  ]);
});

it('gives each login a key of its own, the first of a tool and account the one that leads to it', () => {
  const gh = credential({ tool: 'gh', account: 'alice' });
  const keyed = keyedLogins([gh, credential(), gh, credential({ tool: 'gh' }), gh]);
  expect(keyed.map(({ key }) => key)).toEqual([
    '["gh","alice"] 0',
    '["claude-code",null] 0',
    '["gh","alice"] 1',
    '["gh",null] 0',
    '["gh","alice"] 2',
  ]);
  expect(keyed[0]).toEqual({ key: loginKey(gh), credential: gh });
});
