// The system's zlib, as one header for Swift; what the library offers as a macro is a function here.
#include <zlib.h>

/// Prepares a stream for data without zlib's own header, as ZIP archives hold it.
static inline int czlib_inflate_init_raw(z_stream *stream) {
    return inflateInit2(stream, -MAX_WBITS);
}

/// Prepares a stream for data with zlib's own header, as pictures hold it.
static inline int czlib_inflate_init(z_stream *stream) {
    return inflateInit(stream);
}

/// Prepares a stream for data with a header of zlib or gzip, whichever it turns out to be.
static inline int czlib_inflate_init_any(z_stream *stream) {
    return inflateInit2(stream, MAX_WBITS + 32);
}
