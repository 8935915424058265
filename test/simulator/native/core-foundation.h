/*
 * As much of CoreFoundation as a list of keychain items needs, with the same symbols and the same harshness: what gets a value of
 * another type than it expects ends the process, as on a Mac. Each copy of the library counts the objects that it has made, so that
 * a test can say that none was kept.
 */
#ifndef CORE_FOUNDATION_H
#define CORE_FOUNDATION_H

#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { cf_keychain = 41, cf_string, cf_array, cf_dictionary, cf_date, cf_null, cf_boolean, cf_item, cf_data };

typedef struct cf_object {
  uint32_t mark;
  uint32_t kind;
  atomic_int references;
  atomic_int *alive; /* of the library that made it; NULL: it is a constant and stays */
  long count;        /* bytes of a string, values of a list, pairs of a dictionary */
  union {
    char *bytes;
    const void **values; /* of a dictionary: its keys, then its values */
    double time;
  };
} cf_object;

typedef struct {
  long location;
  long length;
} CFRange;

#define CF_MARK 0x4c4b4346u
#define UTF8 0x08000100u
#define CF_CONSTANT(name, text) \
  static cf_object name##Object = {CF_MARK, cf_string, 1, NULL, sizeof text - 1, {.bytes = (char *)text}}; \
  const void *name = &name##Object

static atomic_int cf_alive = 0;
long LatchkeyLivingObjects(void) { return atomic_load(&cf_alive); }

/* Not those of Apple, but found and handed over in the same way: by the address of the structure. */
const long kCFTypeArrayCallBacks[5] = {CF_MARK};
const long kCFTypeDictionaryKeyCallBacks[6] = {CF_MARK + 1};
const long kCFTypeDictionaryValueCallBacks[5] = {CF_MARK + 2};

static cf_object true_object = {CF_MARK, cf_boolean, 1, NULL, 1, {NULL}};
static cf_object false_object = {CF_MARK, cf_boolean, 1, NULL, 0, {NULL}};
static cf_object null_object = {CF_MARK, cf_null, 1, NULL, 0, {NULL}};
const void *kCFBooleanTrue = &true_object;
const void *kCFBooleanFalse = &false_object;
const void *kCFNull = &null_object;

static const cf_object *cf_checked(const void *value, uint32_t kind) {
  const cf_object *object = value;
  if (object == NULL || object->mark != CF_MARK || (kind != 0 && object->kind != kind)) abort();
  return object;
}

static cf_object *cf_make(uint32_t kind) {
  cf_object *object = calloc(1, sizeof *object);
  object->mark = CF_MARK;
  object->kind = kind;
  object->references = 1;
  object->alive = &cf_alive;
  atomic_fetch_add(&cf_alive, 1);
  return object;
}

const void *CFRetain(const void *value) {
  atomic_fetch_add(&((cf_object *)cf_checked(value, 0))->references, 1);
  return value;
}

/* An opened keychain is known for the life of the process, and a constant never goes. NULL ends a Mac's process too. */
void CFRelease(const void *value) {
  cf_object *object = (cf_object *)cf_checked(value, 0);
  if (atomic_fetch_sub(&object->references, 1) > 1 || object->alive == NULL) return;
  if (object->kind == cf_array || object->kind == cf_dictionary) {
    long all = object->kind == cf_array ? object->count : object->count * 2;
    for (long index = 0; index < all; index += 1) CFRelease(object->values[index]);
    free(object->values);
  }
  if (object->kind == cf_string || object->kind == cf_data) free(object->bytes);
  atomic_fetch_sub(object->alive, 1);
  object->mark = 0;
  free(object);
}

static cf_object *cf_text(const char *bytes, size_t length) {
  cf_object *text = cf_make(cf_string);
  text->count = (long)length;
  text->bytes = malloc(length + 1);
  memcpy(text->bytes, bytes, length);
  text->bytes[length] = 0;
  return text;
}

static cf_object *cf_list(uint32_t kind, const void **first, const void **second, long count) {
  cf_object *list = cf_make(kind);
  long all = second == NULL ? count : count * 2;
  list->count = count;
  list->values = calloc((size_t)all + 1, sizeof *list->values);
  for (long index = 0; index < all; index += 1)
    list->values[index] = CFRetain(index < count ? first[index] : second[index - count]);
  return list;
}

const void *CFArrayCreate(const void *allocator, const void **values, long count, const long *callbacks) {
  if (callbacks == NULL || callbacks[0] != CF_MARK) abort();
  return cf_list(cf_array, values, NULL, count);
}

const void *CFDictionaryCreate(const void *allocator, const void **keys, const void **values, long count,
  const long *key_callbacks, const long *value_callbacks) {
  if (key_callbacks == NULL || key_callbacks[0] != CF_MARK + 1) abort();
  if (value_callbacks == NULL || value_callbacks[0] != CF_MARK + 2) abort();
  return cf_list(cf_dictionary, keys, values, count);
}

static int cf_is_text(const cf_object *object, const cf_object *other) {
  return object == other || (object->kind == cf_string && other->kind == cf_string && object->count == other->count &&
    memcmp(object->bytes, other->bytes, (size_t)object->count) == 0);
}

unsigned long CFGetTypeID(const void *value) { return cf_checked(value, 0)->kind; }
unsigned long CFStringGetTypeID(void) { return cf_string; }
unsigned long CFArrayGetTypeID(void) { return cf_array; }
unsigned long CFDictionaryGetTypeID(void) { return cf_dictionary; }
unsigned long CFDateGetTypeID(void) { return cf_date; }
unsigned long CFNullGetTypeID(void) { return cf_null; }

long CFArrayGetCount(const void *array) { return cf_checked(array, cf_array)->count; }

const void *CFArrayGetValueAtIndex(const void *array, long index) {
  const cf_object *list = cf_checked(array, cf_array);
  if (index < 0 || index >= list->count) abort();
  return list->values[index];
}

const void *CFDictionaryGetValue(const void *dictionary, const void *key) {
  const cf_object *pairs = cf_checked(dictionary, cf_dictionary);
  for (long index = 0; index < pairs->count; index += 1)
    if (cf_is_text(pairs->values[index], cf_checked(key, 0))) return pairs->values[pairs->count + index];
  return NULL;
}

/* In UTF-16, as CoreFoundation counts. */
long CFStringGetLength(const void *string) {
  const cf_object *text = cf_checked(string, cf_string);
  long units = 0;
  for (long index = 0; index < text->count; index += 1) {
    unsigned char byte = (unsigned char)text->bytes[index];
    if ((byte & 0xc0) != 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}

/* All of its bytes, those after a NUL too, and one NUL more. */
uint8_t CFStringGetCString(const void *string, char *into, long size, uint32_t encoding) {
  const cf_object *text = cf_checked(string, cf_string);
  if (encoding != UTF8 || text->count + 1 > size) return 0;
  memcpy(into, text->bytes, (size_t)text->count + 1);
  return 1;
}

double CFDateGetAbsoluteTime(const void *date) { return cf_checked(date, cf_date)->time; }

static cf_object *cf_moment(double unix_seconds) {
  cf_object *date = cf_make(cf_date);
  date->time = unix_seconds - 978307200.0;
  return date;
}

#endif
