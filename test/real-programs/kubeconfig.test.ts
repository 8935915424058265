import { expect, it } from 'vitest';
import { createKubectl } from '../../electron/tools/kubectl/kubectl';
import { throwAwayCertificate } from '../tools/throw-away-certificate';
import { azureSites, azureTenant } from './fake-azure';
import { inSeconds, unsignedJwt } from './fake-identity';
import { programs } from './programs';
import { canary, type WrittenMac, writtenMac } from './written-mac';

let mac: WrittenMac;

it('follows the user that aws eks update-kubeconfig has written to the profile that it names', async () => {
  const cluster = {
    ...{ name: 'main', arn: 'arn:aws:eks:eu-west-1:123456789012:cluster/main', status: 'ACTIVE' },
    ...{ endpoint: 'https://cluster.example.com', certificateAuthority: { data: 'Q0E=' } },
  };
  mac = await writtenMac(createKubectl, {
    sites: { 'GET https://eks.eu-west-1.amazonaws.com/clusters/main': () => ({ body: { cluster } }) },
  });
  const aws = (...words: readonly string[]) => mac.run([...programs.aws, ...words, '--profile', 'work']);
  await aws('configure', 'set', 'aws_access_key_id', 'AKIAEXAMPLE');
  await aws('configure', 'set', 'aws_secret_access_key', canary);
  await aws('eks', 'update-kubeconfig', '--region', 'eu-west-1', '--name', 'main');
  const [credential, ...others] = await mac.look();
  expect(others).toEqual([]);
  expect(credential).toMatchObject({ tool: 'kubectl', account: cluster.arn, store: 'file', overSsh: 'survives' });
  expect(credential?.reason).toContain('aws');
});

it('reads the certificate and the token that az aks get-credentials has merged', async () => {
  const endsAt = Math.floor(Date.now() / 1000) * 1000 + 90 * 24 * 60 * 60_000;
  const certificate = throwAwayCertificate({ name: 'alice', startsAt: Date.now(), endsAt });
  const kubeconfigOf = (name: string, user: object) => ({
    ...{ apiVersion: 'v1', kind: 'Config', 'current-context': name },
    clusters: [{ name, cluster: { server: 'https://cluster.example.com' } }],
    contexts: [{ name, context: { cluster: name, user: `user-of-${name}` } }],
    users: [{ name: `user-of-${name}`, user }],
  });
  const tokenEndsAt = inSeconds(3600);
  const answers = {
    certified: kubeconfigOf('certified', { 'client-certificate-data': Buffer.from(certificate).toString('base64') }),
    tokened: kubeconfigOf('tokened', { token: unsignedJwt({ exp: tokenEndsAt, note: canary }) }),
  };
  const path = 'https://management.azure.com/subscriptions/subscription-1/resourceGroups/acme/providers';
  const site = (name: keyof typeof answers) => [
    `POST ${path}/Microsoft.ContainerService/managedClusters/${name}/listClusterUserCredential`,
    () => ({ body: { kubeconfigs: [{ name, value: Buffer.from(JSON.stringify(answers[name])).toString('base64') }] } }),
  ];
  const sites = { ...azureSites, ...Object.fromEntries([site('certified'), site('tokened')]) };
  mac = await writtenMac(createKubectl, { sites });
  const environment = { AZURE_CORE_COLLECT_TELEMETRY: 'false' };
  const az = (...words: readonly string[]) => mac.run([...programs.az, ...words], { environment });
  await az('login', '--service-principal', '--username', 'app', '--tenant', azureTenant, '--password', canary);
  for (const name of Object.keys(answers))
    await az('aks', 'get-credentials', '--resource-group', 'acme', '--name', name);
  // The last one is the current context.
  expect(await mac.look()).toMatchObject([
    { account: 'tokened', expiry: { of: 'access-token', at: new Date(tokenEndsAt * 1000).toISOString() } },
    { account: 'certified', expiry: { of: 'certificate', at: new Date(endsAt).toISOString() } },
  ]);
});
