// All checks that look at more than one cell's form, in the order in which an author would make them.

import Diagnostics
import Records

/// Checks what records say of each other and of themselves.
struct RecordChecks {
    let settings: SiteSettings

    func check(_ set: inout RecordSet) {
    }
}
