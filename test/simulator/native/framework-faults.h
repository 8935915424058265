/* What a scenario lets a function of the framework do instead of its work; ../install-tools.ts writes the lines. */
#ifndef FRAMEWORK_FAULTS_H
#define FRAMEWORK_FAULTS_H

#include "simulated-securityd.h"

#include <fcntl.h>

typedef struct {
  int is_met;
  int32_t status;
  char answer[32]; /* `-`: none of its own */
} framework_fault;

/* One of the fault's turns, taken by making a file that can be made only once. */
static int takes_turn(int index, int times) {
  char path[PATH_BYTES];
  for (int turn = 0; turn < times; turn += 1) {
    state_path(path, "latchkey/faults-met/%d-%d", index, turn);
    int file = open(path, O_CREAT | O_EXCL | O_WRONLY, 0644);
    if (file < 0) continue;
    close(file);
    return 1;
  }
  return times < 0;
}

/* Waits as long as the fault says. One that only waits is not met: the function then does its work. */
static framework_fault meet_fault(const char *function) {
  char path[PATH_BYTES], line[256], name[64];
  framework_fault fault = {0, 0, "-"};
  int index = 0, status = 0, times = 0;
  long long hang_ms = 0;
  state_path(path, "latchkey/framework-faults");
  FILE *file = fopen(path, "r");
  if (file == NULL) return fault;
  while (!fault.is_met && hang_ms == 0 && fgets(line, sizeof line, file) != NULL) {
    if (sscanf(line, "%d %63s %d %lld %d %31s", &index, name, &status, &hang_ms, &times, fault.answer) != 6 ||
      strcmp(name, function) != 0 || !takes_turn(index, times)) {
      hang_ms = 0;
      continue;
    }
    fault.status = status;
    fault.is_met = status != 0 || strcmp(fault.answer, "-") != 0;
  }
  fclose(file);
  struct timespec rest = {hang_ms / 1000, hang_ms % 1000 * 1000000};
  if (hang_ms > 0) nanosleep(&rest, NULL);
  return fault;
}

#endif
