/* A tool that writes the rows that it reads. */
#ifndef TESTS_FUZZ_COPY_H
#define TESTS_FUZZ_COPY_H

/* Its main function, which stops the process where a row does not keep the reader's promises. */
int copy_main(int, char **);

#endif
