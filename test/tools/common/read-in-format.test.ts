import { describe, expect, it } from 'vitest';
import { isCheap } from '../../../electron/tools/common/file-format';
import { parseInFormat } from '../../../electron/tools/common/read-in-format';
import { fileFormats } from '../../../electron/tools/file-formats';
import { ghHostsFormat } from '../../../electron/tools/gh/gh-hosts';
import { kubeconfigFormat } from '../../../electron/tools/kubectl/kubeconfig';
import { hostileContents } from '../hostile-contents';

const path = '/Users/alice/.kube/config';

/** As kubectl writes it for so many clusters. */
const kubeconfig = (clusters: number): Buffer => {
  const each = (write: (index: number) => string) =>
    Array.from({ length: clusters }, (_, index) => write(index)).join('');
  const certificate = 'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCg'.repeat(40);
  return Buffer.from(
    `apiVersion: v1\nclusters:\n${each((index) => `- cluster:\n    certificate-authority-data: ${certificate}\n    server: https://c${index}.example.com\n  name: c${index}\n`)}contexts:\n${each((index) => `- context:\n    cluster: c${index}\n    user: u${index}\n  name: c${index}\n`)}users:\n${each((index) => `- name: u${index}\n  user:\n    token: secret\n`)}`,
  );
};

describe('a file in its format', () => {
  it('is read in this process where it is as files usually are', () => {
    expect(isCheap(kubeconfigFormat, kubeconfig(15))).toBe(true);
    expect(isCheap(ghHostsFormat, Buffer.from('github.com:\n    user: alice\n'.repeat(20)))).toBe(true);
  });

  it('is read by a worker where it is unusually long, with the same outcome', async () => {
    const content = kubeconfig(150);
    expect(isCheap(kubeconfigFormat, content)).toBe(false);
    const read = await parseInFormat(kubeconfigFormat, content, path);
    expect(read).toEqual({ ok: true, value: kubeconfigFormat.parse(content, path) });
    expect(read.ok && read.value?.users.size).toBe(150);
  });

  it('of 65,536 open brackets is not read, and nothing ends', async () => {
    for (const what of ['[', '{', '[ # ]\n', '- ', '? ']) {
      const content = Buffer.from(what.repeat(65_536 / what.length));
      const read = await parseInFormat(ghHostsFormat, content, path);
      expect(read.ok ? read.value : read).toMatchObject({ ok: false });
    }
  });

  it('is at the most too dear, whatever is in it and whoever reads it', async () => {
    const format = fileFormats.find(({ name }) => name === 'kubeconfig') ?? kubeconfigFormat;
    const content = hostileContents.yaml.anchors?.(format.largestBytes) ?? Buffer.from('');
    const read = await parseInFormat(format, content, path);
    expect(read.ok || read.code === 'too-dear').toBe(true);
  });
});
