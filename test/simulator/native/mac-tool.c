/*
 * Every executable of the simulated Mac: hands its call to the Mac's resident model over a socket and does what that says. It
 * decides nothing by itself. ../tool-frames.ts is the other end. A frame: one letter, four bytes of length, the payload; a list is
 * texts that each end with a zero byte.
 */
#define _GNU_SOURCE
#include "start-model.h"

#include <arpa/inet.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <termios.h>

#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

static const int no_answer_code = 70;

extern char **environ;

typedef struct {
  char *bytes;
  size_t length;
} buffer;

static void append(buffer *to, const void *bytes, size_t length) {
  to->bytes = realloc(to->bytes, to->length + length + 1);
  if (to->bytes == NULL) abort();
  memcpy(to->bytes + to->length, bytes, length);
  to->length += length;
}

static void append_text(buffer *to, const char *text) { append(to, text, strlen(text) + 1); }

static void append_number(buffer *to, long number) {
  char text[32];
  snprintf(text, sizeof text, "%ld", number);
  append_text(to, text);
}

/* Returns 0 when the other end is gone. */
static int write_all(int file, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(file, bytes, length);
    if (written < 0 && errno == EAGAIN) {
      struct pollfd writable = {file, POLLOUT, 0};
      poll(&writable, 1, -1);
    } else if (written < 0 && errno != EINTR) return 0;
    if (written > 0) {
      bytes += written;
      length -= (size_t)written;
    }
  }
  return 1;
}

static int read_exactly(int file, char *into, size_t length) {
  while (length > 0) {
    ssize_t got = read(file, into, length);
    if (got == 0 || (got < 0 && errno != EINTR)) return 0;
    if (got > 0) {
      into += got;
      length -= (size_t)got;
    }
  }
  return 1;
}

static void send_frame(int model, char letter, const buffer *payload) {
  char head[5] = {letter};
  uint32_t length = htonl((uint32_t)payload->length);
  memcpy(head + 1, &length, 4);
  if (write_all(model, head, sizeof head)) write_all(model, payload->bytes, payload->length);
}

/* This executable's own path, whatever it was called by. */
static int find_itself(char *path) {
#ifdef __APPLE__
  char given[PATH_MAX];
  uint32_t size = sizeof given;
  return _NSGetExecutablePath(given, &size) == 0 && realpath(given, path) != NULL;
#else
  ssize_t length = readlink("/proc/self/exe", path, PATH_MAX - 1);
  if (length > 0) path[length] = 0;
  return length > 0;
#endif
}

static void send_call(int model, const char *tool, const char *folder, char **words) {
  buffer call = {0};
  long count = 0;
  append_text(&call, tool);
  append_text(&call, folder);
  append_number(&call, getpid());
  append_number(&call, getppid());
  append_number(&call, getuid());
  append_number(&call, getgid());
  append_number(&call, isatty(STDIN_FILENO));
  while (words[count] != NULL) count += 1;
  append_number(&call, count);
  for (char **word = words; *word != NULL; word += 1) append_text(&call, *word);
  for (char **variable = environ; *variable != NULL; variable += 1) append_text(&call, *variable);
  send_frame(model, 'c', &call);
  free(call.bytes);
}

/* Waits for bytes to read. Where the model is gone there are none any more. */
static ssize_t read_while_asked(int file, int model, char *into, size_t size) {
  for (;;) {
    struct pollfd both[2] = {{file, POLLIN, 0}, {model, POLLIN, 0}};
    if (poll(both, 2, -1) < 0 && errno == EINTR) return -1;
    if (both[1].revents != 0) return 0;
    if (both[0].revents == 0) continue;
    ssize_t got = read(file, into, size);
    if (got >= 0 || errno != EAGAIN) return got;
  }
}

/* What stands on standard input by now; nothing is its end. */
static void answer_with_input(int model) {
  char bytes[4096];
  ssize_t got;
  do got = read_while_asked(STDIN_FILENO, model, bytes, sizeof bytes);
  while (got < 0 && errno == EINTR);
  send_frame(model, 'i', &(buffer){bytes, got > 0 ? (size_t)got : 0});
}

static volatile sig_atomic_t caught = 0;
static void catch_signal(int number) { caught = number; }

/*
 * getpass(3): at the controlling terminal where there is one, without echo; a signal that ends it puts the echo back first. The
 * answer begins with 1, or is 0 where there is no terminal.
 */
static void answer_at_terminal(int model, const char *prompt) {
  buffer answer = {0};
  struct termios before, quiet;
  int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC);
  append(&answer, terminal < 0 ? "0" : "1", 1);
  if (terminal >= 0) {
    const int ending[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    struct sigaction caught_by = {.sa_handler = catch_signal};
    for (int index = 0; index < 4; index += 1) sigaction(ending[index], &caught_by, NULL);
    int is_known = tcgetattr(terminal, &before) == 0;
    quiet = before;
    quiet.c_lflag &= ~(tcflag_t)ECHO;
    if (is_known) tcsetattr(terminal, TCSADRAIN, &quiet);
    /* In this order: what is typed as soon as the prompt is there is hidden already. */
    write_all(terminal, prompt, strlen(prompt));
    char byte;
    while (caught == 0 && read_while_asked(terminal, model, &byte, 1) == 1 && byte != '\n') append(&answer, &byte, 1);
    if (is_known) tcsetattr(terminal, TCSANOW, &before);
    write_all(terminal, "\n", 1);
    close(terminal);
    for (int index = 0; index < 4; index += 1) signal(ending[index], SIG_DFL);
    if (caught != 0) raise(caught);
  }
  send_frame(model, 't', &answer);
  free(answer.bytes);
}

static char **texts_from(char *at, const char *end, size_t most) {
  char **texts = calloc(most + 1, sizeof *texts);
  for (size_t count = 0; at < end && count < most; count += 1) {
    texts[count] = at;
    at += strlen(at) + 1;
  }
  return texts;
}

static const char *next_text(char **at) {
  const char *text = *at;
  *at += strlen(text) + 1;
  return text;
}

static void become(char **words, const char *folder, char **variables) {
  if (folder[0] != 0 && chdir(folder) != 0) {
    perror(folder);
    _exit(no_answer_code);
  }
  environ = variables;
  execvp(words[0], words);
  perror(words[0]);
  _exit(127);
}

/* The rest of the call is another program: with or without its input; `code_on_signal` where a signal is no end of ours. */
static int run_program(char *at, const char *end) {
  int has_input = next_text(&at)[0] == '1';
  const char *code_on_signal = next_text(&at);
  const char *folder = next_text(&at);
  size_t count = (size_t)strtoul(next_text(&at), NULL, 10);
  char **words = texts_from(at, end, count);
  for (size_t index = 0; index < count; index += 1) next_text(&at);
  char **variables = texts_from(at, end, (size_t)(end - at));
  signal(SIGPIPE, SIG_DFL);
  if (!has_input) {
    int nothing = open("/dev/null", O_RDONLY);
    if (nothing >= 0) dup2(nothing, STDIN_FILENO);
  }
  if (code_on_signal[0] == 0) become(words, folder, variables);
  pid_t child = fork();
  if (child == 0) become(words, folder, variables);
  int status = 0;
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR);
  return child > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : (int)strtol(code_on_signal, NULL, 10);
}

static int end_by_signal(int number) {
  signal(number, SIG_DFL);
  kill(getpid(), number);
  return no_answer_code;
}

/* Returns the exit code. */
static int follow(int model) {
  char head[5];
  for (;;) {
    uint32_t length;
    if (!read_exactly(model, head, sizeof head)) break;
    memcpy(&length, head + 1, 4);
    length = ntohl(length);
    char *payload = malloc(length + 1);
    if (payload == NULL || !read_exactly(model, payload, length)) break;
    payload[length] = 0;
    if (head[0] == 'o') write_all(STDOUT_FILENO, payload, length);
    if (head[0] == 'e') write_all(STDERR_FILENO, payload, length);
    if (head[0] == 'r') answer_with_input(model);
    if (head[0] == 'p') answer_at_terminal(model, payload);
    if (head[0] == 'x') return run_program(payload, payload + length);
    if (head[0] == 'k') return end_by_signal((int)strtol(payload, NULL, 10));
    if (head[0] == 'q') return (int)strtol(payload, NULL, 10);
    free(payload);
  }
  fputs("The simulated Mac is gone.\n", stderr);
  return no_answer_code;
}

int main(int count, char **words) {
  char root[PATH_MAX], folder[PATH_MAX], tool[NAME_MAX + 1];
  (void)count;
  signal(SIGPIPE, SIG_IGN);
  if (getcwd(folder, sizeof folder) == NULL) folder[0] = 0;
  if (!find_itself(root)) return no_answer_code;
  snprintf(tool, sizeof tool, "%s", strrchr(root, '/') + 1);
  int model = find_root(root) ? reach_model(root) : -1;
  if (model < 0) {
    fprintf(stderr, "%s: no simulated Mac answers here.\n", tool);
    return no_answer_code;
  }
  send_call(model, tool, folder, words + 1);
  return follow(model);
}
