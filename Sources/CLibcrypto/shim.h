// The one part of the system's libcrypto that is used: SHA-256, whole or piece by piece.
#include <openssl/evp.h>
