#include "common/sandbox.h"

#include <stddef.h>

#if defined(__linux__) && !defined(NO_SANDBOX) && (defined(__x86_64__) || defined(__aarch64__))

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef __x86_64__
enum { ARCHITECTURE = AUDIT_ARCH_X86_64 };
#else
enum { ARCHITECTURE = AUDIT_ARCH_AARCH64 };
#endif

/* All that a filter needs once its files are open: reading, writing, memory, time, messages, its end. */
static const uint32_t allowed[] = {
	SYS_read, SYS_write, SYS_readv, SYS_writev, SYS_pread64, SYS_close, SYS_lseek, SYS_fstat, SYS_newfstatat,
#ifdef SYS_poll
	SYS_poll,
#endif
	SYS_ppoll, SYS_mmap, SYS_munmap, SYS_mremap, SYS_mprotect, SYS_madvise, SYS_brk, SYS_ioctl, SYS_fcntl,
	SYS_clock_gettime, SYS_clock_nanosleep, SYS_gettimeofday, SYS_getrandom, SYS_futex, SYS_rt_sigaction,
	SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_restart_syscall, SYS_getpid, SYS_gettid, SYS_tgkill, SYS_exit,
	SYS_exit_group,
	/* what another call of sandbox_enter() itself takes */
	SYS_prctl, SYS_landlock_create_ruleset, SYS_landlock_restrict_self,
};

enum { N_ALLOWED = sizeof(allowed) / sizeof(allowed[0]) };

#define FIELD(name) (uint32_t)offsetof(struct seccomp_data, name)
#define LOAD(field) (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, FIELD(field))
#define JUMP_EQUAL(value, yes, no) (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), (yes), (no))
#define RETURN(action) (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, (action))

/* Calls that are not on the list fail with EPERM; openat(2) is on it for reading alone, and not at all with no_open. */
static void
enter_seccomp(bool no_open)
{
	struct sock_filter program[2 * N_ALLOWED + 16];
	unsigned short n = 0;

	program[n++] = LOAD(arch);
	program[n++] = JUMP_EQUAL(ARCHITECTURE, 1, 0);
	program[n++] = RETURN(SECCOMP_RET_ERRNO | EPERM);
	program[n++] = LOAD(nr);
	for (size_t i = 0; i < N_ALLOWED; i++) {
		program[n++] = JUMP_EQUAL(allowed[i], 0, 1);
		program[n++] = RETURN(SECCOMP_RET_ALLOW);
	}
	if (!no_open) {
		/* The flags are the low half of the third argument: both machines are little-endian. */
		program[n++] = JUMP_EQUAL(SYS_openat, 0, 4);
		program[n++] = LOAD(args[2]);
		program[n++] = (struct sock_filter)BPF_STMT(BPF_ALU | BPF_AND | BPF_K, O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND);
		program[n++] = JUMP_EQUAL(O_RDONLY, 0, 1);
		program[n++] = RETURN(SECCOMP_RET_ALLOW);
	}
	program[n++] = RETURN(SECCOMP_RET_ERRNO | EPERM);
	prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &(struct sock_fprog){n, program}, 0, 0);
}

/* Forbids every change of the filesystem, where the kernel has landlock(7): it holds even if a call were missed above. */
static void
enter_landlock(void)
{
	struct landlock_ruleset_attr rules = {
		.handled_access_fs = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE |
		    LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
		    LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK |
		    LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM,
	};
	long fd = syscall(SYS_landlock_create_ruleset, &rules, sizeof(rules), 0);

	if (fd == -1)
		return;
	syscall(SYS_landlock_restrict_self, (int)fd, 0);
	close((int)fd);
}

void
sandbox_enter(bool no_open)
{
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == -1)
		return;
	enter_landlock();
	enter_seccomp(no_open);
}

#elif defined(__OpenBSD__)

#include <unistd.h>

void
sandbox_enter(bool no_open)
{
	(void)pledge(no_open ? "stdio" : "stdio rpath", NULL);
}

#else

void
sandbox_enter(bool no_open)
{
	(void)no_open;
}

#endif
