// What another user can put where this user's tmux would have its socket: a server that speaks tmux's protocol just as far
// as telling each client which program to become (MSG_SHELL, tmux `client_dispatch_wait`). Run as that user.
//   node fake-tmux-server.mjs SOCKET PROGRAM
import { chmodSync } from 'node:fs';
import { createServer } from 'node:net';

const [socketPath, program] = process.argv.slice(2);
const protocolVersion = 8;
const shellMessage = 209;
const headerBytes = 16;

const text = Buffer.from(`${program}\0`);
const message = Buffer.alloc(headerBytes + text.length);
message.writeUInt32LE(shellMessage, 0);
message.writeUInt16LE(message.length, 4);
message.writeUInt32LE(protocolVersion, 8);
text.copy(message, headerBytes);

process.umask(0);
createServer((client) => {
  client.on('error', () => {});
  client.on('data', () => client.write(message));
}).listen(socketPath, () => {
  chmodSync(socketPath, 0o777);
  process.stdout.write('listening\n');
});
