// Tests are sentences that hold. TEST(name) registers itself; kith-test runs all, or those whose name
// contains an argument.
#ifndef KITH_TEST_H
#define KITH_TEST_H

#include <stdio.h>

#include "base/base.h"

typedef struct Test {
    const char *name;
    void (*run)(void);
    const char *file;
} Test;
#define TEST(what)                                                                                        \
    static void test_##what(void);                                                                        \
    static const Test entry_##what                                                                        \
        __attribute__((used, retain_, section("tests"), aligned(sizeof(void *)))) =                       \
            {#what, test_##what, __FILE__};                                                               \
    static void test_##what(void)
#if defined(__has_attribute) && __has_attribute(retain)
#define retain_ retain
#else
#define retain_ used
#endif

void test_check(bool holds, const char *what, const char *file, int line);
void test_skip(const char *why);           // counts as skipped, says why; then return
#define CHECK(...) test_check((__VA_ARGS__), #__VA_ARGS__, __FILE__, __LINE__)
void test_check_str(Str got, Str want, const char *file, int line);
#define CHECK_STR(got, want) test_check_str((got), (want), __FILE__, __LINE__)
void test_check_int(int64_t got, int64_t want, const char *what, const char *file, int line);
#define CHECK_INT(got, want) test_check_int((int64_t)(got), (int64_t)(want), #got, __FILE__, __LINE__)
uint64_t test_seed(void);                  // for property tests: printed when one fails; KITH_SEED sets it
uint64_t test_random(uint64_t *state);     // splitmix64

#endif
