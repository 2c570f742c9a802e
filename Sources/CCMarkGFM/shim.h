// The system's libcmark-gfm, as one header for Swift.
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
