import { expect, it } from 'vitest';
import { byAttention } from '../../../electron/core/credentials/credential-order';
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
