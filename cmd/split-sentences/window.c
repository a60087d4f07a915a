#include "cmd/split-sentences/window.h"

window
window_first(const char *s, size_t len)
{
	char bytes[WINDOW_SIZE] = {0};

	memcpy(bytes + WINDOW_SIZE - len, s, len);
	return window_load(bytes);
}

window
window_last(const char *s, size_t len)
{
	char bytes[WINDOW_SIZE] = {0};

	memcpy(bytes, s, len);
	return window_load(bytes);
}
