// Temporary files that programs create beside the file being edited. They must not cause a build: saving
// always ends with a change of the file itself.

/// Recognises the temporary files of editors, office programs and browsers by their names.
enum EditorFiles {
    /// Whether a file with this name is never content.
    static func isTemporary(_ name: String) -> Bool {
        name.hasPrefix(".")  // hidden; also .x.swp, .~lock.x#, .#x, .goutputstream-…, .git
            || name.hasPrefix("~$")  // Microsoft Office
            || name.hasSuffix("~")  // backups of vim, emacs, kate, gedit
            || name.hasPrefix("#") && name.hasSuffix("#")  // emacs
            || endings.contains { name.hasSuffix($0) }
            || isVimProbe(name)
            || isSedFile(name)
            || name.hasPrefix("___jb_")
            || name == "Thumbs.db" || name == "desktop.ini" || name == "__pycache__"
    }

    private static let endings = [
        ".tmp", ".TMP", ".temp", ".swp", ".swo", ".swx", ".part", ".crdownload", ".kate-swp",
    ]

    /// vim tests whether it can write to a folder by creating a file 4913, then 5036, and so on by 123.
    private static func isVimProbe(_ name: String) -> Bool {
        guard name.utf8.count == 4, let number = Int(name), number >= 4913 else { return false }
        return (number - 4913) % 123 == 0
    }

    /// `sed -i` of GNU writes to a file named "sed" and six letters or digits.
    private static func isSedFile(_ name: String) -> Bool {
        name.hasPrefix("sed") && name.utf8.count == 9
            && name.utf8.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
            }
    }
}
