/* Makes the nth call that touches the disk fail, so that saving can be tried against each of them.
   Loaded in front of libc (LD_PRELOAD) and armed from Python through ctypes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum way { ONCE, FROM_HERE, HALF, KILL };

static int armed, count, target, code, way;

void faults_arm(int nth, int error, int how) { count = 0; target = nth; code = error; way = how; armed = 1; }
void faults_pause(int paused) { armed = !paused; }
int faults_disarm(void) { armed = 0; return count; }

/* 1 if this call has to fail. */
static int strikes(void) {
    if (!armed) return 0;
    count++;
    if (count < target || (count > target && way != FROM_HERE)) return 0;
    if (way == KILL) kill(getpid(), SIGKILL);
    return 1;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define FAIL do { errno = code; return -1; } while (0)

ssize_t write(int fd, const void *data, size_t size) {
    if (fd > 2 && strikes()) {
        if (way == HALF && size > 1) return NEXT(write)(fd, data, size / 2);
        FAIL;
    }
    return NEXT(write)(fd, data, size);
}
ssize_t read(int fd, void *data, size_t size) { if (fd > 2 && strikes()) FAIL; return NEXT(read)(fd, data, size); }
int fsync(int fd) { if (strikes()) FAIL; return NEXT(fsync)(fd); }
int fchmod(int fd, mode_t mode) { if (strikes()) FAIL; return NEXT(fchmod)(fd, mode); }
int rename(const char *from, const char *to) { if (strikes()) FAIL; return NEXT(rename)(from, to); }
int link(const char *from, const char *to) { if (strikes()) FAIL; return NEXT(link)(from, to); }
int linkat(int a, const char *from, int b, const char *to, int flags) {
    if (strikes()) FAIL;
    return NEXT(linkat)(a, from, b, to, flags);
}
int unlink(const char *path) { if (strikes()) FAIL; return NEXT(unlink)(path); }
int mkdir(const char *path, mode_t mode) { if (strikes()) FAIL; return NEXT(mkdir)(path, mode); }
/* A close that fails has closed the file all the same, as on Linux. */
int close(int fd) {
    if (fd > 2 && strikes()) { NEXT(close)(fd); FAIL; }
    return NEXT(close)(fd);
}
#define OPEN(name)                                              \
    int name(const char *path, int flags, ...) {                \
        va_list more;                                           \
        va_start(more, flags);                                  \
        mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0; \
        va_end(more);                                           \
        if (strikes()) FAIL;                                    \
        return NEXT(name)(path, flags, mode);                   \
    }
OPEN(open)
OPEN(open64)
