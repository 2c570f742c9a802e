// The arguments of the program as the system handed them over. Swift's own `CommandLine` reads them from
// /proc on Linux; where /proc is missing, as in some containers, it finds none.

/// The number of arguments, the program's name included.
int recount_argument_count(void);

/// The argument at a position, from 0; null when there is none. It lives as long as the program.
const char *recount_argument(int position);
