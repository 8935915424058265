/*
 * A stand-in for Security.framework and CoreFoundation.framework with the same symbols, so that the native door is called
 * for real off macOS. It answers from the simulated Mac's state on disk and decides nothing by itself. Semantics: Apple's
 * Keychains.cpp, dlclient.cpp and kcdatabase.cpp (Security-61901).
 */
#define _GNU_SOURCE
#include "simulated-securityd.h"

#include "core-foundation.h"
#include "framework-faults.h"
#include "item-listing.h"
#include "keychain-header.h"

#include <limits.h>

typedef int32_t OSStatus;

enum {
  invalidSession = -60500,
  userCanceled = -128,
  authFailed = -25293,
  bufferTooSmall = -25301,
  noDefaultKeychain = -25307,
  interactionNotAllowed = -25308
};

typedef struct {
  uint32_t version;
  uint8_t lockOnSleep;
  uint8_t useLockInterval;
  uint32_t lockInterval;
} SecKeychainSettings;

typedef struct keychain {
  cf_object object;
  int may_ask;
  char path[PATH_BYTES];
  struct keychain *next;
} keychain;

/* A call that blocks the caller's event loop cannot be answered from there: it gives up, as if cancelled. */
static const int longest_dialog_ms = 1000;

static int interaction_allowed = 1;
static keychain *opened = NULL;

/* The engine of the file keychains does not bear two callers at a time: on a Mac it has crashed. */
static atomic_int callers = 0;

static int enter(void) {
  if (atomic_fetch_add(&callers, 1) == 0) return 1;
  record("concurrent-calls", "");
  raise(SIGBUS);
  return 0;
}

static void leave(int *inside) { atomic_fetch_sub(&callers, *inside); }

#define ALONE __attribute__((cleanup(leave))) int inside = enter()

/* The flag of the moment of the first opening counts for the rest of the process. */
static keychain *open_keychain(const char *path) {
  for (keychain *known = opened; known != NULL; known = known->next) {
    if (strcmp(known->path, path) == 0) return known;
  }
  keychain *fresh = calloc(1, sizeof *fresh);
  fresh->object.mark = CF_MARK;
  fresh->object.kind = cf_keychain;
  snprintf(fresh->path, sizeof fresh->path, "%s", path);
  fresh->may_ask = interaction_allowed;
  fresh->next = opened;
  opened = fresh;
  if (interaction_allowed) record("opened-with-interaction", path);
  return fresh;
}

static keychain *default_keychain(void) {
  char file[PATH_BYTES], path[PATH_BYTES];
  state_path(file, "latchkey/default-keychain");
  if (!read_text(file, path, sizeof path) || path[0] == 0) return NULL;
  return open_keychain(path);
}

static OSStatus wait_for_answer(const char *result_path) {
  char text[32];
  struct timespec moment = {0, 15 * 1000 * 1000};
  for (int waited = 0; waited < longest_dialog_ms; waited += 15) {
    if (read_text(result_path, text, sizeof text)) return (OSStatus)strtol(text, NULL, 10);
    nanosleep(&moment, NULL);
  }
  return userCanceled;
}

/* Raises the dialog; whoever answers it unlocks the keychain. */
static OSStatus ask_in_dialog(const char *path) {
  static int dialogs = 0;
  char name[128], dialog[PATH_BYTES], result[PATH_BYTES], *json = NULL;
  size_t length = 0;
  long long now = now_ms();
  snprintf(name, sizeof name, "%016lld-%d-c%d", now, (int)getpid(), ++dialogs);
  record("dialog", path);
  FILE *memory = open_memstream(&json, &length);
  fprintf(memory, "{\"id\":\"%s\",\"pid\":%d,\"raisedAt\":%lld,\"wrongAnswers\":0,", name, (int)getpid(), now);
  print_actor(memory, path);
  fputs("}", memory);
  fclose(memory);
  state_path(dialog, "latchkey/dialogs/%s.json", name);
  state_path(result, "latchkey/dialogs/%s.result", name);
  replace_file(dialog, json, length);
  free(json);
  OSStatus status = wait_for_answer(result);
  unlink(dialog);
  unlink(result);
  return status;
}

static OSStatus make_unlocked(keychain *opened_keychain) {
  if (read_lock_state(opened_keychain->path).is_unlocked) return 0;
  if (!opened_keychain->may_ask || !has_graphic_access()) return interactionNotAllowed;
  return ask_in_dialog(opened_keychain->path);
}

/* NULL means the default keychain. */
static OSStatus resolve(keychain **given) {
  if (*given == NULL) *given = default_keychain();
  return *given == NULL ? noDefaultKeychain : keychain_problem((*given)->path);
}

/* Of the caller only (-1): a question to the kernel, which asks nobody. */
OSStatus SessionGetInfo(uint32_t asked, uint32_t *id, uint32_t *attributes) {
  audit_session session = this_session();
  if (asked != UINT32_MAX && asked != session.number) return invalidSession;
  if (id != NULL) *id = session.number;
  if (attributes != NULL) *attributes = session.bits;
  return 0;
}

OSStatus SecKeychainSetUserInteractionAllowed(uint8_t state) {
  interaction_allowed = state != 0;
  return 0;
}

OSStatus SecKeychainGetUserInteractionAllowed(uint8_t *state) {
  *state = (uint8_t)interaction_allowed;
  return 0;
}

OSStatus SecKeychainOpen(const char *path, keychain **result) {
  ALONE;
  const char *root = root_folder();
  size_t length = strlen(root);
  *result = open_keychain(strncmp(path, root, length) == 0 && path[length] == '/' ? path + length : path);
  CFRetain(*result);
  return 0;
}

OSStatus SecKeychainCopyDefault(keychain **result) {
  ALONE;
  *result = default_keychain();
  if (*result == NULL) return noDefaultKeychain;
  CFRetain(*result);
  return 0;
}

OSStatus SecKeychainGetPath(keychain *given, uint32_t *length, char *into) {
  ALONE;
  if (given == NULL) given = default_keychain();
  if (given == NULL) return noDefaultKeychain;
  size_t needed = strlen(given->path);
  if (*length < needed + 1) {
    *length = (uint32_t)needed;
    return bufferTooSmall;
  }
  memcpy(into, given->path, needed + 1);
  *length = (uint32_t)needed;
  return 0;
}

/* A look: no unlock, no prompt, no timer. Unlocked 1, readable 2, writable 4. */
OSStatus SecKeychainGetStatus(keychain *given, uint32_t *status) {
  ALONE;
  OSStatus problem = resolve(&given);
  if (problem == 0) *status = read_lock_state(given->path).is_unlocked ? 7 : 2;
  return problem;
}

/* Unlocks first. useLockInterval is left as it was, as on a Mac. */
OSStatus SecKeychainCopySettings(keychain *given, SecKeychainSettings *settings) {
  ALONE;
  OSStatus problem = resolve(&given);
  if (problem == 0) problem = make_unlocked(given);
  if (problem != 0) return problem;
  lock_state state = read_lock_state(given->path);
  settings->lockOnSleep = (uint8_t)state.lock_on_sleep;
  settings->lockInterval = state.idle_timeout_seconds < 0 ? INT_MAX : (uint32_t)state.idle_timeout_seconds;
  return 0;
}

OSStatus SecKeychainSetSettings(keychain *given, const SecKeychainSettings *settings) {
  ALONE;
  OSStatus problem = resolve(&given);
  if (problem == 0) problem = make_unlocked(given);
  if (problem == 0) problem = write_keychain_settings(given->path, settings->lockInterval, settings->lockOnSleep);
  if (problem != 0) return problem;
  write_lock_state(given->path, unlocked_from_file(given->path));
  record("settings", given->path);
  record("timer-restart", given->path);
  return 0;
}

OSStatus SecKeychainUnlock(keychain *given, uint32_t length, const void *password, uint8_t use_password) {
  ALONE;
  char file[PATH_BYTES], name[PATH_BYTES], right[PATH_BYTES];
  OSStatus problem = resolve(&given);
  if (problem != 0 || read_lock_state(given->path).is_unlocked) return problem;
  if (!use_password) return make_unlocked(given);
  state_path(file, "latchkey/passwords/%s", as_file_name(given->path, name));
  if (!read_text(file, right, sizeof right) || strlen(right) != length || memcmp(right, password, length) != 0)
    return authFailed;
  write_lock_state(given->path, unlocked_from_file(given->path));
  record("unlock", given->path);
  record("timer-restart", given->path);
  return 0;
}

OSStatus SecKeychainLock(keychain *given) {
  ALONE;
  OSStatus problem = resolve(&given);
  if (problem != 0) return problem;
  lock_state state = read_lock_state(given->path);
  if (!state.is_unlocked) return 0;
  state.is_unlocked = 0;
  write_lock_state(given->path, state);
  record("lock", given->path);
  return 0;
}

#include "copy-matching.h"
