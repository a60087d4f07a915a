/*
 * Check asks for a timer each time before it looks at the clock, to learn whether there is a monotonic one, and where it
 * gets none looks at another. A test that has entered the sandbox gets none: the time from its start to its end, of two
 * clocks, then is a number that Check cannot write in half of all hours, and the test fails. So it is told that it got one.
 */
#ifdef __linux__
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <time.h>

int
timer_create(clockid_t clock, struct sigevent *event, timer_t *timer)
{
	void *symbol = dlsym(RTLD_NEXT, "timer_create");
	__typeof__(&timer_create) real;

	memcpy(&real, &symbol, sizeof(real));
	if (real(clock, event, timer) == 0)
		return 0;
	memset(timer, 0, sizeof(*timer));
	return errno == EPERM ? 0 : -1;
}

int
timer_delete(timer_t timer)
{
	void *symbol = dlsym(RTLD_NEXT, "timer_delete");
	__typeof__(&timer_delete) real;

	memcpy(&real, &symbol, sizeof(real));
	if (real(timer) == 0)
		return 0;
	return errno == EPERM ? 0 : -1;
}
#endif
