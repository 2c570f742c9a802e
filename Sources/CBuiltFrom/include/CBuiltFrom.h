// What this program was built from, for `recount --version`. It is text in C, so that a new commit
// compiles one line again and no Swift.

/// "commit 1a2b3c4, Swift 6.3.1", or that no commit is known. It lives as long as the program.
const char *recount_built_from(void);
