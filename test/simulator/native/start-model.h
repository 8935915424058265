/* How an executable of the simulated Mac reaches the Mac's resident model, and starts it where the Mac has no other keeper. */
#ifndef START_MODEL_H
#define START_MODEL_H

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

/* Where ../mac-files.ts keeps what the Mac has in its head. */
#define STATE_FOLDER "/private/var/latchkey"

/* Where the keeper finds the pipe by which it says that it answers. */
static const int ready_file = 3;

/* Cuts the path of one of its executables down to the Mac's own folder. */
static int find_root(char *path) {
  char probe[PATH_MAX + 64];
  for (char *end = strrchr(path, '/'); end != NULL && end != path; end = strrchr(path, '/')) {
    *end = 0;
    strcpy(probe, path);
    strcat(probe, STATE_FOLDER "/mac.json");
    if (access(probe, F_OK) == 0) return 1;
  }
  return 0;
}

/* By its short name, from inside its folder: a socket's path may only have about 100 bytes. */
static int connect_here(void) {
  struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "model"};
  int file = socket(AF_UNIX, SOCK_STREAM, 0);
  if (file < 0) return -1;
  fcntl(file, F_SETFD, FD_CLOEXEC);
  if (connect(file, (struct sockaddr *)&address, sizeof address) == 0) return file;
  close(file);
  return -1;
}

/* A process of its own, in no session of ours and with nothing of ours open but `ready`. */
static void start_keeper(const char *node, const char *tool_file, const char *root, int ready) {
  pid_t first = fork();
  if (first != 0) {
    if (first > 0) waitpid(first, NULL, 0);
    return;
  }
  setsid();
  if (fork() != 0) _exit(0);
  int nothing = open("/dev/null", O_RDWR);
  for (int file = 0; file < ready_file; file += 1) dup2(nothing, file);
  if (ready != ready_file) dup2(ready, ready_file);
  else fcntl(ready, F_SETFD, 0);
  for (int file = ready_file + 1; file < 256; file += 1) close(file);
  if (chdir("/") != 0) _exit(1);
  execl(node, node, tool_file, "serve", root, (char *)NULL);
  _exit(127);
}

/* One at a time: whoever has the lock looks again before it starts one. */
static int start_model(const char *root) {
  char command[PATH_MAX * 2 + 2];
  int script = open("tool-command", O_RDONLY | O_CLOEXEC);
  ssize_t length = script < 0 ? -1 : read(script, command, sizeof command - 1);
  if (script >= 0) close(script);
  if (length <= 0) return -1;
  command[length] = 0;
  char *node = strtok(command, "\n"), *tool_file = strtok(NULL, "\n"), *may_start = strtok(NULL, "\n");
  if (may_start == NULL) return -1;
  int lock = open("model.lock", O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (lock < 0 || flock(lock, LOCK_EX) != 0) return -1;
  int model = connect_here();
  if (model < 0) {
    int ready[2];
    char byte;
    unlink("model");
    if (pipe(ready) != 0) return -1;
    fcntl(ready[0], F_SETFD, FD_CLOEXEC);
    fcntl(ready[1], F_SETFD, FD_CLOEXEC);
    start_keeper(node, tool_file, root, ready[1]);
    close(ready[1]);
    /* One byte when it answers, the end when it could not. */
    while (read(ready[0], &byte, 1) < 0 && errno == EINTR);
    close(ready[0]);
    model = connect_here();
  }
  close(lock);
  return model;
}

/* Leaves the working folder as it was. */
static int reach_model(const char *root) {
  char state[PATH_MAX + 64];
  int before = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  strcpy(state, root);
  strcat(state, STATE_FOLDER);
  if (chdir(state) != 0) return -1;
  int model = connect_here();
  if (model < 0) model = start_model(root);
  if (before >= 0 && fchdir(before) != 0) return -1;
  if (before >= 0) close(before);
  return model;
}

#endif
