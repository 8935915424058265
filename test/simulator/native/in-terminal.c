/*
 * Runs a command in a terminal of its own: `in-terminal COMMAND [ARGUMENT …]`. What comes on standard input is typed, what the terminal
 * shows goes to standard output, and it ends as the command does. `script` does the same, with other options on each system.
 */
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __APPLE__
#include <util.h>
#else
#include <pty.h>
#endif

static int write_all(int file, const char *bytes, ssize_t count) {
  while (count > 0) {
    ssize_t written = write(file, bytes, (size_t)count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return 0;
    bytes += written;
    count -= written;
  }
  return 1;
}

/* Passes on what there is; 0 at the end of it. Where nobody holds the terminal any more, Linux says EIO and macOS nothing. */
static int pass_on(int from, int to) {
  char bytes[4096];
  ssize_t count = read(from, bytes, sizeof bytes);
  if (count < 0 && errno == EINTR) return 1;
  return count > 0 && write_all(to, bytes, count);
}

int main(int count, char **words) {
  int terminal;
  if (count < 2) return 64;
  pid_t child = forkpty(&terminal, NULL, NULL, NULL);
  if (child < 0) return 70;
  if (child == 0) {
    execvp(words[1], words + 1);
    perror(words[1]);
    _exit(127);
  }
  struct pollfd files[] = {{.fd = terminal, .events = POLLIN}, {.fd = STDIN_FILENO, .events = POLLIN}};
  for (;;) {
    if (poll(files, 2, -1) < 0) {
      if (errno == EINTR) continue;
      break;
    }
    if (files[1].revents != 0 && !pass_on(STDIN_FILENO, terminal)) {
      /* Ctrl-D, as a person says that nothing more comes. */
      write_all(terminal, "\004", 1);
      files[1].fd = -1;
    }
    if (files[0].revents != 0 && !pass_on(terminal, STDOUT_FILENO)) break;
  }
  int status;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return 70;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
