import { inSeconds, unsignedJwt } from './fake-identity';
import type { FakeSites } from './fake-internet';
import { canary } from './written-mac';

const authority = 'https://login.microsoftonline.com';
/** The one tenant that there is. */
export const azureTenant = '11111111-2222-4333-8444-555555555555';
const metadata = (of: string) => () => ({
  body: {
    token_endpoint: `${authority}/${of}/oauth2/v2.0/token`,
    authorization_endpoint: `${authority}/${of}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${authority}/${of}/oauth2/v2.0/devicecode`,
    issuer: `${authority}/${azureTenant}/v2.0`,
  },
});

/** What the token endpoint says to everybody. */
const tokens = (body: string) => {
  const client = new URLSearchParams(body).get('client_id') ?? '';
  const identity = {
    ...{ iss: `${authority}/${azureTenant}/v2.0`, aud: client, exp: inSeconds(3600), iat: inSeconds(0), sub: 'alice' },
    ...{ oid: 'alice-object', tid: azureTenant, preferred_username: 'alice@example.com', name: 'Alice' },
  };
  const info = Buffer.from(JSON.stringify({ uid: 'alice-object', utid: azureTenant })).toString('base64url');
  const ofUser = { refresh_token: canary, id_token: unsignedJwt(identity), client_info: info };
  const isPrincipal = body.includes('grant_type=client_credentials');
  const scope = new URLSearchParams(body).get('scope') ?? '';
  return {
    body: { token_type: 'Bearer', expires_in: 3600, access_token: canary, scope, ...(isPrincipal ? {} : ofUser) },
  };
};

const authoritySites: FakeSites = Object.fromEntries(
  [azureTenant, 'organizations', 'common'].flatMap((of) => [
    [`GET ${authority}/${of}/v2.0/.well-known/openid-configuration`, metadata(of)],
    [`POST ${authority}/${of}/oauth2/v2.0/token`, tokens],
    [
      `POST ${authority}/${of}/oauth2/v2.0/devicecode`,
      () => ({
        body: {
          ...{ device_code: 'device', user_code: 'ABCD', verification_uri: 'https://microsoft.com/devicelogin' },
          ...{ expires_in: 900, interval: 1, message: 'Sign in.' },
        },
      }),
    ],
  ]),
);
const subscription = {
  ...{ id: '/subscriptions/subscription-1', subscriptionId: 'subscription-1', displayName: 'Acme', state: 'Enabled' },
  tenantId: azureTenant,
};
/** Microsoft's login service, which signs in alice@example.com and every service principal, and what az asks it for. */
export const azureSites: FakeSites = {
  ...authoritySites,
  'GET https://management.azure.com/subscriptions': () => ({ body: { value: [subscription] } }),
  'GET https://management.azure.com/tenants': () => ({ body: { value: [{ tenantId: azureTenant }] } }),
};
