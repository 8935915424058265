/* The settings in a keychain file's header: found through the tables, as ../keychain-file.ts does it. */
#ifndef KEYCHAIN_HEADER_H
#define KEYCHAIN_HEADER_H

#include "simulated-securityd.h"

typedef struct {
  unsigned char *bytes;
  size_t length;
  size_t settings; /* offset of idleTimeout; lockOnSleep stands four bytes after it */
} keychain_file;

static uint32_t word_at(const keychain_file *file, size_t offset) {
  if (offset + 4 > file->length) return 0;
  const unsigned char *byte = file->bytes + offset;
  return (uint32_t)byte[0] << 24 | (uint32_t)byte[1] << 16 | (uint32_t)byte[2] << 8 | byte[3];
}

static void write_word(unsigned char *byte, uint32_t value) {
  byte[0] = (unsigned char)(value >> 24);
  byte[1] = (unsigned char)(value >> 16);
  byte[2] = (unsigned char)(value >> 8);
  byte[3] = (unsigned char)value;
}

/* Returns 0, or the OSStatus of what is wrong. The caller frees `bytes`. */
static int32_t read_keychain_file(const char *keychain, keychain_file *file) {
  char path[PATH_BYTES * 2];
  struct stat facts;
  memset(file, 0, sizeof *file);
  snprintf(path, sizeof path, "%s%s", root_folder(), keychain);
  FILE *stream = fopen(path, "r");
  if (stream == NULL || fstat(fileno(stream), &facts) != 0) {
    if (stream != NULL) fclose(stream);
    return -25294;
  }
  file->bytes = malloc((size_t)facts.st_size + 1);
  file->length = fread(file->bytes, 1, (size_t)facts.st_size, stream);
  fclose(stream);
  if (file->length < 20 || memcmp(file->bytes, "kych", 4) != 0) return -25295;
  size_t schema = word_at(file, 12);
  uint32_t tables = word_at(file, schema + 4);
  for (uint32_t index = 0; index < tables && index < 64; index += 1) {
    size_t table = schema + word_at(file, schema + 8 + index * 4);
    if (word_at(file, table + 4) != 0x80008000u) continue;
    size_t blob = table + word_at(file, table + 28) + 24;
    if (word_at(file, blob) != 0xfade0711u || blob + 44 > file->length) return -25295;
    file->settings = blob + 36;
    return 0;
  }
  return -25295;
}

static int32_t keychain_problem(const char *keychain) {
  keychain_file file;
  int32_t problem = read_keychain_file(keychain, &file);
  free(file.bytes);
  return problem;
}

/* Writes the file anew, with the simulated time as its modification time. */
static int32_t write_keychain_settings(const char *keychain, uint32_t seconds, int lock_on_sleep) {
  keychain_file file;
  char path[PATH_BYTES * 2];
  int32_t problem = read_keychain_file(keychain, &file);
  if (problem == 0) {
    write_word(file.bytes + file.settings, seconds);
    file.bytes[file.settings + 4] = lock_on_sleep ? 1 : 0;
    snprintf(path, sizeof path, "%s%s", root_folder(), keychain);
    replace_file(path, file.bytes, file.length);
    long long now = now_ms();
    struct timeval both = {now / 1000, (now % 1000) * 1000};
    struct timeval times[2] = {both, both};
    utimes(path, times);
  }
  free(file.bytes);
  return problem;
}

/* What an unlock takes into the session. */
static lock_state unlocked_from_file(const char *keychain) {
  keychain_file file;
  lock_state state = {1, now_ms(), -1, 0};
  if (read_keychain_file(keychain, &file) == 0) {
    uint32_t seconds = word_at(&file, file.settings);
    state.idle_timeout_seconds = seconds == NEVER_SECONDS ? -1 : (long long)seconds;
    state.lock_on_sleep = file.bytes[file.settings + 4] != 0;
  }
  free(file.bytes);
  return state;
}

#endif
