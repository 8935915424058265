import { existsSync, writeFileSync } from 'node:fs';
import { expect, it, type TestContext } from 'vitest';
import { createKubectl } from '../../electron/tools/kubectl/kubectl';
import { throwAwayCertificate } from '../tools/throw-away-certificate';
import { programs } from './programs';
import { canary, type WrittenMac, writtenMac } from './written-mac';

let mac: WrittenMac;

const dayMs = 24 * 60 * 60_000;
/** The unpacked one, and what the system's own PATH has. */
const kubectls = [programs.kubectl, ['/usr/bin/kubectl']].filter(([path]) => existsSync(path ?? ''));
let kubectl = programs.kubectl;
const config = (...words: readonly string[]) => mac.run([...kubectl, 'config', ...words]);

it('says signed out where kubectl config has written clusters and contexts, and no user', async () => {
  mac = await writtenMac(createKubectl);
  await config('set-cluster', 'main', '--server=https://cluster.example.com');
  await config('set-context', 'work', '--cluster=main', '--user=alice');
  await config('use-context', 'work');
  expect(await mac.look()).toMatchObject([{ tool: 'kubectl', installed: true, store: 'none', status: 'signed-out' }]);
});

/**
 * Debian 12's kubectl 1.20 is built with a newer Go than its modern-go/reflect2 can live with, and crashes whenever it
 * writes a user. May go with Debian 13.
 */
const useOneThatWritesUsers = async (context: TestContext) => {
  for (const candidate of kubectls) {
    kubectl = candidate;
    const { exitCode } = await mac.run([...kubectl, 'config', 'set-credentials', 'probe'], { mayFail: true });
    if (exitCode === 0) return;
  }
  context.skip("Debian 12's kubectl crashes whenever it writes a user, and no other is installed.");
};

/** A user, and a context of the same name: that is what Latchkey calls the login. */
const addUser = async (name: string, ...flags: readonly string[]) => {
  await config('set-credentials', name, ...flags);
  await config('set-context', name, '--cluster=main', `--user=${name}`);
};

it('reads the users that kubectl config set-credentials has written', async (context) => {
  mac = await writtenMac(createKubectl);
  await useOneThatWritesUsers(context);
  const execOf = (program: string) => [
    '--exec-api-version=client.authentication.k8s.io/v1beta1',
    `--exec-command=${program}`,
  ];
  await addUser('token', `--token=${canary}`);
  await addUser('password', '--username=alice', `--password=${canary}`);
  await addUser('vault', ...execOf('aws-vault'), '--exec-arg=exec', `--exec-env=TOKEN=${canary}`);
  await addUser('oidc', ...execOf('kubectl'), '--exec-arg=oidc-login', `--exec-arg=--token=${canary}`);
  await addUser('old', '--auth-provider=gcp', `--auth-provider-arg=access-token=${canary}`);
  const inFile = { store: 'file', overSsh: 'survives', status: 'unknown', expiry: null };
  expect(new Map((await mac.look()).map((credential) => [credential.account, credential]))).toEqual(
    new Map([
      ['token', expect.objectContaining(inFile)],
      ['password', expect.objectContaining(inFile)],
      ['vault', expect.objectContaining({ store: 'other-keychain', overSsh: 'breaks' })],
      ['oidc', expect.objectContaining(inFile)],
      ['old', expect.objectContaining(inFile)],
    ]),
  );
});

it('reads the end of a certificate that kubectl has embedded, and of one that it names', async (context) => {
  mac = await writtenMac(createKubectl);
  await useOneThatWritesUsers(context);
  const endsAt = Math.floor(Date.now() / 1000) * 1000 + 90 * dayMs;
  writeFileSync(`${mac.home}/alice.crt`, throwAwayCertificate({ name: 'alice', startsAt: Date.now() - dayMs, endsAt }));
  writeFileSync(`${mac.home}/alice.key`, canary);
  const files = ['--client-certificate=alice.crt', '--client-key=alice.key'];
  await addUser('embedded', ...files, '--embed-certs=true');
  await addUser('named', ...files);
  const expiry = { of: 'certificate', at: new Date(endsAt).toISOString() };
  const valid = { store: 'file', overSsh: 'survives', status: 'valid', expiry };
  expect(await mac.look()).toMatchObject([
    { account: 'embedded', ...valid },
    { account: 'named', ...valid },
  ]);
});
