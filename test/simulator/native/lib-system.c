/* The one call of libSystem that Latchkey makes by name and that this machine's C library may not have: getpeereid(3). */
#ifndef __APPLE__
#define _GNU_SOURCE
#endif

#include <sys/socket.h>
#include <sys/types.h>
#include <sys/un.h>

#ifdef __APPLE__
#include <sys/ucred.h>
#endif

int getpeereid(int file, uid_t *uid, gid_t *gid) {
#ifdef __APPLE__
  struct xucred peer;
  socklen_t length = sizeof peer;
  if (getsockopt(file, SOL_LOCAL, LOCAL_PEERCRED, &peer, &length) != 0) return -1;
  *uid = peer.cr_uid;
  *gid = peer.cr_gid;
#else
  struct ucred peer;
  socklen_t length = sizeof peer;
  if (getsockopt(file, SOL_SOCKET, SO_PEERCRED, &peer, &length) != 0) return -1;
  *uid = peer.uid;
  *gid = peer.gid;
#endif
  return 0;
}
