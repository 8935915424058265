/*
 * SecItemCopyMatching for passwords in file keychains, as Apple's SecItem.cpp and KCCursor.cpp answer it. Attributes lie in the
 * clear: a locked keychain lists what an unlocked one does, and nobody is asked. What a careless query would cause on a Mac is
 * written down: data is decrypted, and a query that leaves the data-protection store in and allows an interface can raise a dialog.
 * The items stand in text files beside mac.json; ../keychain-store.ts writes them.
 */
#ifndef ITEM_LISTING_H
#define ITEM_LISTING_H

#include "core-foundation.h"
#include "simulated-securityd.h"

enum { wrong_parameter = -50, item_not_found = -25300 };

CF_CONSTANT(kSecClass, "class");
CF_CONSTANT(kSecClassGenericPassword, "genp");
CF_CONSTANT(kSecClassInternetPassword, "inet");
CF_CONSTANT(kSecMatchLimit, "m_Limit");
CF_CONSTANT(kSecMatchLimitAll, "m_LimitAll");
CF_CONSTANT(kSecMatchLimitOne, "m_LimitOne");
CF_CONSTANT(kSecMatchSearchList, "m_SearchList");
CF_CONSTANT(kSecReturnAttributes, "r_Attributes");
CF_CONSTANT(kSecReturnData, "r_Data");
CF_CONSTANT(kSecReturnRef, "r_Ref");
CF_CONSTANT(kSecValueData, "v_Data");
CF_CONSTANT(kSecUseDataProtectionKeychain, "nleg");
CF_CONSTANT(kSecUseAuthenticationUI, "u_AuthUI");
CF_CONSTANT(kSecUseAuthenticationUIAllow, "u_AuthUIA");
CF_CONSTANT(kSecUseAuthenticationUIFail, "u_AuthUIF");
CF_CONSTANT(kSecUseAuthenticationUISkip, "u_AuthUIS");
CF_CONSTANT(kSecAttrAccount, "acct");
CF_CONSTANT(kSecAttrService, "svce");
CF_CONSTANT(kSecAttrServer, "srvr");
CF_CONSTANT(kSecAttrPath, "path");
CF_CONSTANT(kSecAttrLabel, "labl");
CF_CONSTANT(kSecAttrCreationDate, "cdat");
CF_CONSTANT(kSecAttrModificationDate, "mdat");

typedef struct {
  const void *keys[10];
  const void *values[10];
  long count;
} cf_pairs;

static void add_pair(cf_pairs *pairs, const void *key, cf_object *value) {
  pairs->keys[pairs->count] = key;
  pairs->values[pairs->count++] = value;
}

static int is_utf8(const unsigned char *bytes, size_t length) {
  for (size_t index = 0; index < length;) {
    unsigned char byte = bytes[index];
    size_t more = byte < 0x80 ? 0 : byte >= 0xc2 && byte < 0xe0 ? 1 : (byte & 0xf0) == 0xe0 ? 2 : (byte & 0xf8) == 0xf0 ? 3 : 9;
    if (more == 9 || index + more >= length) return 0;
    for (size_t next = 1; next <= more; next += 1)
      if ((bytes[index + next] & 0xc0) != 0x80) return 0;
    index += more + 1;
  }
  return 1;
}

/* What has no bytes is left out, what is no UTF-8 is CFNull. */
static void add_text(cf_pairs *pairs, const void *key, const char *digits) {
  size_t length = strlen(digits) / 2;
  if (digits[0] == '-' || length == 0) return;
  unsigned char *bytes = malloc(length);
  for (size_t index = 0; index < length; index += 1) {
    unsigned int byte = 0;
    sscanf(digits + index * 2, "%2x", &byte);
    bytes[index] = (unsigned char)byte;
  }
  cf_object *text = is_utf8(bytes, length) ? cf_text((const char *)bytes, length) : (cf_object *)CFRetain(kCFNull);
  add_pair(pairs, key, text);
  free(bytes);
}

/* No attribute names the keychain. */
static cf_object *attributes_of(char *fields[7]) {
  int is_generic = strcmp(fields[0], "genp") == 0;
  cf_pairs pairs = {{NULL}, {NULL}, 0};
  add_pair(&pairs, kSecClass, (cf_object *)CFRetain(is_generic ? kSecClassGenericPassword : kSecClassInternetPassword));
  add_pair(&pairs, kSecAttrCreationDate, cf_moment((double)(strtoll(fields[1], NULL, 10) / 1000)));
  add_pair(&pairs, kSecAttrModificationDate, cf_moment((double)(strtoll(fields[2], NULL, 10) / 1000)));
  add_text(&pairs, is_generic ? kSecAttrService : kSecAttrServer, fields[3]);
  add_text(&pairs, kSecAttrAccount, fields[4]);
  add_text(&pairs, kSecAttrLabel, fields[5]);
  add_text(&pairs, kSecAttrPath, fields[6]);
  cf_object *attributes = cf_list(cf_dictionary, pairs.keys, pairs.values, pairs.count);
  for (long index = 0; index < pairs.count; index += 1) CFRelease(pairs.values[index]);
  return attributes;
}

typedef struct {
  const char *item_class;
  int wants_attributes;
  int wants_data;
  const void **found;
  long count, room, most;
} item_search;

static void add_found(item_search *search, cf_object *item) {
  if (search->count == search->room) {
    search->room = search->room * 2 + 64;
    search->found = realloc(search->found, (size_t)search->room * sizeof *search->found);
  }
  search->found[search->count++] = item;
}

/* Of one keychain, in the order in which it holds them. */
static void search_keychain(const char *keychain, item_search *search) {
  char path[PATH_BYTES], name[PATH_BYTES], *line = NULL;
  size_t size = 0;
  state_path(path, "latchkey/item-attributes/%s", as_file_name(keychain, name));
  FILE *file = fopen(path, "r");
  if (file == NULL) return;
  while (search->count < search->most && getline(&line, &size, file) > 0) {
    char *fields[7], *rest = line;
    for (int field = 0; field < 7; field += 1) fields[field] = strsep(&rest, "\t\n");
    if (fields[6] == NULL || strcmp(fields[0], search->item_class) != 0) continue;
    add_found(search, search->wants_attributes ? attributes_of(fields) : cf_make(cf_item));
  }
  free(line);
  fclose(file);
}

static int is_value(const void *query, const void *key, const void *value) {
  const void *given = CFDictionaryGetValue(query, key);
  return given != NULL && cf_is_text(cf_checked(given, 0), cf_checked(value, 0));
}

static int is_set(const void *query, const void *key, int expected) {
  const cf_object *given = CFDictionaryGetValue(query, key);
  return given != NULL && given->kind == cf_boolean && given->count == expected;
}

#endif
