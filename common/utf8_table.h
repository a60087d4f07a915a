/* The classes of the scripts most written, for utf8_class_wide() to look up. */
#ifndef COMMON_UTF8_TABLE_H
#define COMMON_UTF8_TABLE_H

enum { UTF8_PAGES = 10 };

/* For a code point's second byte, which of the pages below has it, from 1, or 0. */
extern const unsigned char utf8_page[256];

/*
 * A letter for each of the 256 code points of a page: S space, U upper case, L
 * lower case, O other letter, I ideograph, D digit, M combining mark, P
 * punctuation, Y symbol.
 */
extern const char utf8_pages[UTF8_PAGES][257];

#endif
