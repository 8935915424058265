/* Binds the socket that its argument names in the working folder, and leaves it: nobody will ever listen there. */
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>

int main(int count, char **words) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  if (count != 2) return 64;
  if (snprintf(address.sun_path, sizeof address.sun_path, "%s", words[1]) >= (int)sizeof address.sun_path) return 65;
  return bind(socket(AF_UNIX, SOCK_STREAM, 0), (struct sockaddr *)&address, sizeof address) == 0 ? 0 : 70;
}
