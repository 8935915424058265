// Run in a network namespace of its own (`unshare --map-root-user --net`): brings up its loopback, puts a relay to a Unix socket
// there, and runs a program that therefore reaches this relay and nothing else.
import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import koffi from 'koffi';

const [socketPath = '', port = '', ...command] = process.argv.slice(2);

/** A new namespace's loopback is down, and the tool that brings it up is not installed everywhere (netdevice(7)). */
const bringUpLoopback = () => {
  const libc = koffi.load('libc.so.6');
  const [internetFamily, datagram, setInterfaceFlags, upAndRunning] = [2, 2, 0x8914, 0x41];
  const request = Buffer.alloc(40);
  request.write('lo');
  request.writeInt16LE(upAndRunning, 16);
  const descriptor = libc.func('int socket(int, int, int)')(internetFamily, datagram, 0);
  return libc.func('int ioctl(int, ulong, void *)')(descriptor, setInterfaceFlags, request) === 0;
};

if (!bringUpLoopback()) throw new Error('The loopback interface could not be brought up.');

const relay = createServer((client) => {
  const server = connect(socketPath);
  client.pipe(server).pipe(client);
  client.on('error', () => server.destroy());
  server.on('error', () => client.destroy());
});

relay.listen(Number(port), '127.0.0.1', () => {
  // As root, Yarn 1 would write into /usr/local/share and Claude Code would refuse some of its flags.
  const asNobody = ['--user', '--map-user=65534', '--map-group=65534'];
  spawn('unshare', [...asNobody, ...command], { stdio: 'inherit' }).once('exit', (code) => process.exit(code ?? 99));
});
