/*
 * What the stub of Security.framework needs to know of the simulated Mac, read from the small text files beside mac.json.
 * The same files, with the same meaning, are read and written by ../securityd.ts and ../dialogs.ts.
 */
#ifndef SIMULATED_SECURITYD_H
#define SIMULATED_SECURITYD_H

#include <dlfcn.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define PATH_BYTES 4096
#define NEVER_SECONDS 0x7fffffffu

typedef struct {
  int is_unlocked;
  long long last_activity_ms;
  long long idle_timeout_seconds; /* -1: never */
  int lock_on_sleep;
} lock_state;

static const char *root_folder(void) {
  static char root[PATH_BYTES];
  static const char inside[] = "/System/Library/Frameworks/";
  Dl_info self;
  if (root[0] != 0) return root;
  if (dladdr((const void *)root_folder, &self) != 0 && realpath(self.dli_fname, root) != NULL) {
    char *end = strstr(root, inside);
    if (end != NULL) {
      *end = 0;
      return root;
    }
  }
  const char *named = getenv("LATCHKEY_SIMULATED_MAC");
  snprintf(root, sizeof root, "%s", named == NULL ? "/nowhere" : named);
  return root;
}

static void state_path(char *into, const char *format, ...) {
  char name[PATH_BYTES];
  va_list values;
  va_start(values, format);
  vsnprintf(name, sizeof name, format, values);
  va_end(values);
  if (snprintf(into, PATH_BYTES, "%s/private/var/%s", root_folder(), name) >= PATH_BYTES) into[0] = 0;
}

/* A macOS path as the name of one file, as `asFileName` in ../mac-files.ts. */
static const char *as_file_name(const char *mac_path, char *into) {
  size_t length = 0;
  for (; *mac_path != 0 && length + 4 < PATH_BYTES; mac_path += 1) {
    if (*mac_path == '%' || *mac_path == '/') length += (size_t)sprintf(into + length, "%%%02X", *mac_path);
    else into[length++] = *mac_path;
  }
  into[length] = 0;
  return into;
}

static int read_text(const char *path, char *into, size_t size) {
  FILE *file = fopen(path, "r");
  if (file == NULL) return 0;
  size_t length = fread(into, 1, size - 1, file);
  fclose(file);
  into[length] = 0;
  return 1;
}

static void replace_file(const char *path, const void *content, size_t length) {
  char unfinished[PATH_BYTES + 32];
  static int files = 0;
  char folder[PATH_BYTES];
  snprintf(folder, sizeof folder, "%s", path);
  *strrchr(folder, '/') = 0;
  mkdir(folder, 0755);
  snprintf(unfinished, sizeof unfinished, "%s/.%d-c%d.unfinished", folder, (int)getpid(), ++files);
  FILE *file = fopen(unfinished, "w");
  if (file == NULL) return;
  fwrite(content, 1, length, file);
  fclose(file);
  rename(unfinished, path);
}

static long long now_ms(void) {
  char path[PATH_BYTES], text[64], real[32] = "-";
  long long simulated = 0;
  struct timeval now;
  state_path(path, "latchkey/clock");
  if (!read_text(path, text, sizeof text)) return 0;
  sscanf(text, "%lld %31s", &simulated, real);
  if (real[0] == '-') return simulated;
  gettimeofday(&now, NULL);
  return simulated + ((long long)now.tv_sec * 1000 + now.tv_usec / 1000 - strtoll(real, NULL, 10));
}

/* The security session of this process: named by its environment, else the desktop's. */
static const char *session_id(void) {
  static char desktop[PATH_BYTES];
  char path[PATH_BYTES];
  const char *named = getenv("LATCHKEY_SIMULATED_SESSION");
  if (named != NULL && named[0] != 0) return named;
  state_path(path, "latchkey/desktop-session");
  return read_text(path, desktop, sizeof desktop) ? desktop : "desktop";
}

/* What ../audit-session.ts says of a session. */
typedef struct {
  uint32_t number;
  uint32_t bits;
  char key[PATH_BYTES]; /* where its lock states lie */
} audit_session;

#define GRAPHIC_ACCESS 0x10u
#define SSH_BITS 0x5020u

static uint32_t drawn_number(const char *name) {
  uint32_t hash = 0x811c9dc5u;
  for (; *name != 0; name += 1) hash = (hash ^ (unsigned char)*name) * 0x01000193u;
  return 100010u + hash % 800000u;
}

/* A session that nobody wrote down is a login that is gone, or one of su's. */
static audit_session this_session(void) {
  static char text[PATH_BYTES + 64];
  char name[PATH_BYTES], path[PATH_BYTES];
  const char *id = session_id();
  audit_session session;
  int at = 0;
  state_path(path, "latchkey/sessions/%s", as_file_name(id, name));
  if (read_text(path, text, sizeof text) && sscanf(text, "%*s %u %u %n", &session.number, &session.bits, &at) == 2) {
    snprintf(session.key, sizeof session.key, "%s", text + at);
    return session;
  }
  int is_own = strcmp(id, "su") == 0 || strncmp(id, "su-", 3) == 0;
  session.bits = is_own ? 0 : SSH_BITS;
  snprintf(session.key, sizeof session.key, "%s", id);
  state_path(path, "latchkey/shared-ssh-session");
  if (!is_own && read_text(path, text, sizeof text) && text[0] != 0)
    snprintf(session.key, sizeof session.key, "%.4000s", text);
  session.number = drawn_number(session.key);
  return session;
}

static int has_graphic_access(void) { return (this_session().bits & GRAPHIC_ACCESS) != 0; }

static void lock_state_path(char *into, const char *keychain) {
  char session[PATH_BYTES], name[PATH_BYTES];
  audit_session own = this_session();
  state_path(into, "securityd/%s/%s", as_file_name(own.key, session), as_file_name(keychain, name));
}

static lock_state read_lock_state(const char *keychain) {
  char path[PATH_BYTES], text[128], word[16] = "";
  lock_state state = {0, 0, -1, 0};
  lock_state_path(path, keychain);
  if (!read_text(path, text, sizeof text)) return state;
  sscanf(text, "%15s %lld %lld %d", word, &state.last_activity_ms, &state.idle_timeout_seconds, &state.lock_on_sleep);
  state.is_unlocked = strcmp(word, "unlocked") == 0 &&
    (state.idle_timeout_seconds < 0 || now_ms() < state.last_activity_ms + state.idle_timeout_seconds * 1000);
  return state;
}

static void write_lock_state(const char *keychain, lock_state state) {
  char path[PATH_BYTES], text[128];
  lock_state_path(path, keychain);
  int length = snprintf(text, sizeof text, "%s %lld %lld %d\n", state.is_unlocked ? "unlocked" : "locked",
    state.last_activity_ms, state.idle_timeout_seconds, state.lock_on_sleep);
  replace_file(path, text, (size_t)length);
}

static void print_json_text(FILE *file, const char *text) {
  fputc('"', file);
  for (; *text != 0; text += 1) {
    unsigned char byte = (unsigned char)*text;
    if (byte == '"' || byte == '\\') fprintf(file, "\\%c", byte);
    else if (byte < 0x20) fprintf(file, "\\u%04x", byte);
    else fputc(byte, file);
  }
  fputc('"', file);
}

static void print_actor(FILE *file, const char *keychain) {
  fputs("\"session\":", file);
  print_json_text(file, session_id());
  fputs(",\"keychain\":", file);
  print_json_text(file, keychain);
  fprintf(file, ",\"by\":\"framework %d\"", (int)getpid());
}

/* One line of the ledger, written at once. */
static void record(const char *kind, const char *keychain) {
  char path[PATH_BYTES], *line = NULL;
  size_t length = 0;
  FILE *memory = open_memstream(&line, &length);
  fprintf(memory, "{\"at\":%lld,\"kind\":\"%s\",", now_ms(), kind);
  print_actor(memory, keychain);
  fputs("}\n", memory);
  fclose(memory);
  state_path(path, "latchkey/ledger.ndjson");
  FILE *ledger = fopen(path, "a");
  if (ledger != NULL) {
    fwrite(line, 1, length, ledger);
    fclose(ledger);
  }
  free(line);
}

#endif
