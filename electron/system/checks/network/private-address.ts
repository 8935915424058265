import { BlockList, isIPv6 } from 'node:net';

/** RFC 1918, 6598 (also Tailscale), 3927, 4193, 4291, loopback; 198.18/15 is what local proxies make names up in. */
const ranges = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
] as const;

const blockList = new BlockList();
for (const [address, prefix, family] of ranges) blockList.addSubnet(address, prefix, family);

/** Whether no public host can have this address. An IPv4 address that is written as an IPv6 one counts as what it is. */
export const isPrivateAddress = (address: string): boolean =>
  blockList.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
