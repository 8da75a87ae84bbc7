/* A faulty disk: calls on files whose path contains FAULTY_PATH fail in the way that the file FAULTY_SAYS names.
   The dynamic linker preloads this library, so the program under test is the real one. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static int is_ours(int fd) {
  const char *part = getenv("FAULTY_PATH");
  char link[64], path[PATH_MAX];
  if (part == NULL) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  /* SQLite's shared index is memory, not disk. */
  return strstr(path, part) != NULL && strstr(path, "-shm") == NULL;
}

/* The first letter that the test has written: s(ync), h(alf), f(ull), r(ead-only); 0 without a fault. */
static char fault_of(int fd) {
  const char *says = getenv("FAULTY_SAYS");
  char word = 0;
  int kept = errno;
  if (says == NULL || !is_ours(fd)) return 0;
  int file = (int)syscall(SYS_openat, AT_FDCWD, says, O_RDONLY | O_CLOEXEC, 0);
  if (file >= 0) {
    if (syscall(SYS_read, file, &word, 1) != 1) word = 0;
    syscall(SYS_close, file);
  }
  errno = kept;
  return word;
}

static int refuse(int why) {
  errno = why;
  return -1;
}

int fsync(int fd) {
  char fault = fault_of(fd);
  if (fault == 's') return refuse(EIO);
  return (int)syscall(SYS_fsync, fd);
}

int fdatasync(int fd) {
  char fault = fault_of(fd);
  if (fault == 's') return refuse(EIO);
  return (int)syscall(SYS_fdatasync, fd);
}

static ssize_t put(int fd, const void *from, size_t count, off_t at) {
  static int halves = 0;
  char fault = fault_of(fd);
  if (fault == 'f') return refuse(ENOSPC);
  if (fault == 'r') return refuse(EROFS);
  /* Half of the write arrives, and the next write fails. */
  if (fault == 'h' && (count < 2 || halves++ % 2 == 1)) return refuse(EIO);
  if (fault == 'h') count /= 2;
  return at < 0 ? syscall(SYS_write, fd, from, count) : syscall(SYS_pwrite64, fd, from, count, at);
}

ssize_t pwrite(int fd, const void *from, size_t count, off_t at) { return put(fd, from, count, at); }
ssize_t pwrite64(int fd, const void *from, size_t count, off64_t at) { return put(fd, from, count, at); }
ssize_t write(int fd, const void *from, size_t count) { return put(fd, from, count, -1); }

int ftruncate64(int fd, off64_t length) {
  char fault = fault_of(fd);
  if (fault == 'r') return refuse(EROFS);
  return (int)syscall(SYS_ftruncate, fd, length);
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }
