import { expect, it } from 'vitest';
import { createAws } from '../../electron/tools/aws/aws';
import { inSeconds } from './fake-identity';
import type { FakeSites } from './fake-internet';
import { programs } from './programs';
import { canary, type WrittenMac, writtenMac } from './written-mac';

let mac: WrittenMac;

const aws = (...words: readonly string[]) => mac.run([...programs.aws, ...words]);
const set = (profile: string, name: string, value: string) =>
  aws('configure', 'set', name, value, '--profile', profile);

it('reads the keys and profiles that aws configure set has written', async () => {
  mac = await writtenMac(createAws);
  await set('default', 'aws_access_key_id', 'AKIAEXAMPLE');
  await set('default', 'aws_secret_access_key', canary);
  await set('vault', 'credential_process', `aws-vault export --format=json work --token=${canary}`);
  await set('code', 'role_arn', 'arn:aws:iam::123456789012:role/Admin');
  await set('code', 'source_profile', 'default');
  await set('code', 'mfa_serial', 'arn:aws:iam::123456789012:mfa/alice');
  expect(await mac.look()).toMatchObject([
    { tool: 'aws', account: 'vault', store: 'other-keychain', overSsh: 'breaks' },
    { account: 'code', overSsh: 'survives' },
    { account: 'default', store: 'file', overSsh: 'survives', status: 'unknown', expiry: null },
  ]);
});

const oidc = 'https://oidc.eu-west-1.amazonaws.com';
const startUrl = 'https://acme.awsapps.com/start';
const [registrationEndsAt, loginHours] = [inSeconds(90 * 24 * 3600), 8];
const ssoSites: FakeSites = {
  [`POST ${oidc}/client/register`]: () => ({
    body: { clientId: 'client', clientSecret: canary, clientSecretExpiresAt: registrationEndsAt },
  }),
  [`POST ${oidc}/device_authorization`]: () => ({
    body: {
      ...{ deviceCode: 'device', userCode: 'ABCD-EFGH', expiresIn: 600, interval: 1 },
      ...{ verificationUri: startUrl, verificationUriComplete: `${startUrl}?user_code=ABCD-EFGH` },
    },
  }),
};
const tokenOf = (more: object): FakeSites => ({
  [`POST ${oidc}/token`]: () => ({
    body: { accessToken: canary, tokenType: 'Bearer', expiresIn: loginHours * 3600, ...more },
  }),
});
const hoursUntil = (at = '') => (Date.parse(at) - Date.now()) / 3_600_000;

it('finds the token that aws sso login has cached for a start URL, and its end', async () => {
  mac = await writtenMac(createAws, { sites: { ...ssoSites, ...tokenOf({}) } });
  await set('work', 'sso_start_url', startUrl);
  await set('work', 'sso_region', 'eu-west-1');
  expect(await mac.look()).toMatchObject([{ account: startUrl, status: 'signed-out' }]);
  await aws('sso', 'login', '--no-browser', '--profile', 'work');
  const [credential] = await mac.look();
  expect(credential).toMatchObject({ account: startUrl, store: 'file', overSsh: 'survives', status: 'valid' });
  expect(credential?.expiry?.of).toBe('session');
  expect(hoursUntil(credential?.expiry?.at)).toBeCloseTo(loginHours, 1);
});

/** Answers what `aws configure sso-session` asks, which it does at a terminal only. */
const configureSession = (answers: [question: string, answer: string][]) =>
  mac.run(['/usr/bin/script', '--quiet', '--return', '--command', configure, '/dev/null'], {
    converse: (output, input) => {
      const [question, answer] = answers[0] ?? [];
      if (!question || !output.includes(question)) return;
      answers.shift();
      input.write(`${answer}\r`);
    },
  });
const configure = [...programs.aws, 'configure', 'sso-session'].join(' ');

it('finds the token of an SSO session, which renews itself until its registration ends', async () => {
  mac = await writtenMac(createAws, { sites: { ...ssoSites, ...tokenOf({ refreshToken: canary }) } });
  await configureSession([
    ['SSO session name', 'acme'],
    ['SSO start URL', startUrl],
    ['SSO region', 'eu-west-1'],
    ['SSO registration scopes', 'sso:account:access'],
  ]);
  await set('work', 'sso_session', 'acme');
  await aws('sso', 'login', '--no-browser', '--sso-session', 'acme');
  const told = { tool: 'aws', account: 'acme', store: 'file', overSsh: 'survives' };
  const expiry = { of: 'session', at: new Date(registrationEndsAt * 1000).toISOString() };
  expect(await mac.look()).toMatchObject([{ ...told, status: 'valid', expiry }]);
  const whenTokenHasEnded = Date.now() + (loginHours + 1) * 3_600_000;
  expect(await mac.look(whenTokenHasEnded)).toMatchObject([{ ...told, status: 'renews-itself', expiry }]);
});

type Elements = { readonly [name: string]: string | Elements };

const asXml = (elements: Elements): string =>
  Object.entries(elements)
    .map(([name, value]) => `<${name}>${typeof value === 'string' ? value : asXml(value)}</${name}>`)
    .join('');

it('finds the end of a role that aws has assumed with a code', async () => {
  const role = 'arn:aws:iam::123456789012:role/Admin';
  const endsAt = new Date(inSeconds(3600) * 1000);
  const assumed = asXml({
    AssumeRoleResponse: {
      AssumeRoleResult: {
        AssumedRoleUser: { Arn: 'arn:aws:sts::123456789012:assumed-role/Admin/session', AssumedRoleId: 'A:1' },
        Credentials: {
          ...{ AccessKeyId: 'ASIAEXAMPLE', SecretAccessKey: canary, SessionToken: canary },
          Expiration: endsAt.toISOString(),
        },
      },
    },
  });
  const whoAmI = asXml({ GetCallerIdentityResponse: { GetCallerIdentityResult: { Account: '123456789012' } } });
  mac = await writtenMac(createAws, {
    sites: {
      'POST https://sts.eu-west-1.amazonaws.com/': (body) => ({
        headers: { 'content-type': 'text/xml' },
        body: body.includes('Action=AssumeRole') ? assumed : whoAmI,
      }),
    },
  });
  await set('default', 'aws_access_key_id', 'AKIAEXAMPLE');
  await set('default', 'aws_secret_access_key', canary);
  await set('code', 'role_arn', role);
  await set('code', 'source_profile', 'default');
  await set('code', 'mfa_serial', 'arn:aws:iam::123456789012:mfa/alice');
  const command = ['sts', 'get-caller-identity', '--region', 'eu-west-1', '--profile', 'code'];
  await mac.run([...programs.aws, ...command], {
    input: '123456\n',
    environment: { AWS_STS_REGIONAL_ENDPOINTS: 'regional' },
  });
  expect(await mac.look()).toMatchObject([
    { account: 'code', status: 'valid', expiry: { of: 'session', at: endsAt.toISOString() } },
    { account: 'default', store: 'file', status: 'unknown', expiry: null },
  ]);
});
