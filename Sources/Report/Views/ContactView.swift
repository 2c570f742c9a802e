import Records
import Templates

/// How to reach the authors.
struct ContactView: TemplateRecord {
    let contact: Contact

    static let schema = RecordSchema<ContactView>(
        "contact",
        "How witnesses and others reach the authors; written by `partials/contact.html`.",
        [
            .text("email", "An e-mail address; may be empty.") { $0.contact.email },
            .url("email_url", "The same as a link.") { "mailto:" + $0.contact.email },
            .text("onion", "The address of an onion service; may be empty.") { $0.contact.onion },
            .url("onion_url", "The same as a link.") { "http://" + $0.contact.onion },
            .text("signal", "A name, number or address for Signal; may be empty.") {
                $0.contact.signal
            },
            .text("phone", "A telephone number; may be empty.") { $0.contact.phone },
            .texts("post", "The lines of a postal address.") {
                $0.contact.post.split(separator: "\n").map(String.init)
            },
            .optionalURL("key", "The page of a public key, if there is one.") {
                $0.contact.key.isEmpty ? nil : $0.contact.key
            },
            .text("fingerprint", "The fingerprint of the key; may be empty.") {
                $0.contact.fingerprint
            },
            .text("notice", "What to consider before writing; empty for the usual advice.") {
                $0.contact.notice
            },
        ]
    )
}
