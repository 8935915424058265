/* SecItemCopyMatching itself. Part of security-framework.c, whose keychains it searches. */

/* What a broken framework may hand back in place of a list of attributes. */
static OSStatus odd_answer(const framework_fault *fault, const void **result) {
  if (strcmp(fault->answer, "nothing") == 0) return 0;
  if (strcmp(fault->answer, "no-list") == 0) {
    *result = cf_text("genp", 4);
    return 0;
  }
  const void *keys[] = {kSecAttrService, kSecAttrServer, kSecAttrAccount, kSecAttrModificationDate};
  const void *values[] = {cf_moment(0), cf_moment(0), kCFBooleanTrue, kSecAttrService};
  const void *odd[] = {kCFNull, kSecAttrService, cf_list(cf_dictionary, keys, values, 4)};
  *result = cf_list(cf_array, odd, NULL, 3);
  for (int index = 0; index < 2; index += 1) CFRelease(values[index]);
  CFRelease(odd[2]);
  return 0;
}

/* Whoever leaves the data-protection store in and allows an interface can be asked for a finger or a password (SecItem.cpp). */
static void ask_data_protection(const void *query) {
  int may_show = !is_value(query, kSecUseAuthenticationUI, kSecUseAuthenticationUISkip) &&
    !is_value(query, kSecUseAuthenticationUI, kSecUseAuthenticationUIFail);
  if (may_show && has_graphic_access()) record("dialog", "data-protection");
}

/* The keychains of the list, or where there is none those of the search list. One that fails is skipped while another answers. */
static OSStatus search_all(const void *query, item_search *search) {
  char file[PATH_BYTES], *paths = calloc(1, 65536), *rest = paths;
  const void *list = CFDictionaryGetValue(query, kSecMatchSearchList);
  OSStatus problem = 0;
  int answered = 0;
  state_path(file, "latchkey/search-list");
  long count = list == NULL ? (read_text(file, paths, 65536) ? LONG_MAX : 0) : CFArrayGetCount(list);
  for (long index = 0; index < count; index += 1) {
    const char *path = list == NULL ? strsep(&rest, "\n") : ((keychain *)cf_checked(CFArrayGetValueAtIndex(list, index), cf_keychain))->path;
    if (path == NULL || path[0] == 0) break;
    OSStatus own = keychain_problem(path);
    if (own == 0) {
      answered = 1;
      search_keychain(path, search);
    } else if (problem == 0) problem = own;
  }
  free(paths);
  return answered ? 0 : problem;
}

static OSStatus add_data(const void *query, const void **result) {
  keychain *first = (keychain *)CFArrayGetValueAtIndex(CFDictionaryGetValue(query, kSecMatchSearchList), 0);
  OSStatus problem = make_unlocked(first);
  if (problem != 0) return problem;
  record("decrypt", first->path);
  record("timer-restart", first->path);
  *result = cf_text("data", 4);
  return 0;
}

/* The members of the last query, in its order, and whether asking was allowed: for tests that say how a program asks. */
static char last_query[1024] = "";
const char *LatchkeyLastQuery(void) { return last_query; }

static void keep_query(const void *query) {
  const cf_object *pairs = cf_checked(query, cf_dictionary);
  size_t at = (size_t)snprintf(last_query, sizeof last_query, "interaction=%d", interaction_allowed);
  for (long index = 0; index < pairs->count && at < sizeof last_query; index += 1) {
    const cf_object *key = pairs->values[index], *value = pairs->values[pairs->count + index];
    if (value->kind == cf_string)
      at += (size_t)snprintf(last_query + at, sizeof last_query - at, " %s=%s", key->bytes, value->bytes);
    else at += (size_t)snprintf(last_query + at, sizeof last_query - at, " %s=%ld", key->bytes, value->count);
  }
}

OSStatus SecItemCopyMatching(const void *query, const void **result) {
  ALONE;
  if (query == NULL || result == NULL) return wrong_parameter;
  *result = NULL;
  keep_query(query);
  framework_fault fault = meet_fault("SecItemCopyMatching");
  if (fault.status != 0) return fault.status;
  if (fault.is_met) return odd_answer(&fault, result);
  int is_generic = is_value(query, kSecClass, kSecClassGenericPassword);
  if (!is_generic && !is_value(query, kSecClass, kSecClassInternetPassword)) return wrong_parameter;
  int wants_all = is_value(query, kSecMatchLimit, kSecMatchLimitAll);
  int wants_data = is_set(query, kSecReturnData, 1);
  if (wants_all && wants_data) return wrong_parameter; /* errSecReturnDataUnsupported has this number (SecBasePriv.h) */
  int asks_file_keychains_only = is_set(query, kSecUseDataProtectionKeychain, 0);
  if (!asks_file_keychains_only) ask_data_protection(query);
  if (is_set(query, kSecUseDataProtectionKeychain, 1)) return item_not_found;
  item_search search = {is_generic ? "genp" : "inet", is_set(query, kSecReturnAttributes, 1), wants_data, NULL, 0, 0, wants_all ? LONG_MAX : 1};
  OSStatus problem = search_all(query, &search);
  /* Where both stores are asked and the other one answers, the error of the files is dropped. */
  if (problem != 0 || search.count == 0) {
    free(search.found);
    return problem != 0 && asks_file_keychains_only ? problem : item_not_found;
  }
  if (wants_data) problem = add_data(query, result);
  else *result = wants_all ? cf_list(cf_array, search.found, NULL, search.count) : CFRetain(search.found[0]);
  for (long index = 0; index < search.count; index += 1) CFRelease(search.found[index]);
  free(search.found);
  return problem;
}
