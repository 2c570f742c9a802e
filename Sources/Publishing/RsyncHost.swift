import Output

/// A host of releases, reached by rsync over SSH: each publication is a folder of its own, and one
/// link says which of them readers see.
struct RsyncHost: Host {
    let place: PublishingSettings.RsyncPlace
    private var shell: RemoteShell { RemoteShell(place: place) }

    var name: String { "\(place.host):\(place.path)" }

    func published() throws(PublishError) -> Published {
        let listing = try listing()
        if let manifest = listing.manifest { return Published(bytes: manifest) }
        return listing.current == nil ? .nothing : .unreadable(reason: "it is missing")
    }

    /// Sends a release beside the others, checks it there, and only then switches the link.
    ///
    /// Killed at any moment, it leaves readers with the old release or the new one; what it has sent
    /// is used by the next run.
    func publish(
        _ report: LocalReport,
        over published: Published,
        purging purge: Purge
    ) throws(PublishError) -> [String] {
        // Numbers count up, also past a release that is removed now.
        let first = try listing()
        let listing = try remove(purge) == 0 ? first : listing()
        let release = ReleaseFolder(number: first.nextNumber, digest: report.shortDigest)
        let transfer = try ReleaseTransfer(place: place, report: report, release: release)
        try transfer.begin()
        let bases = [listing.current].compactMap { $0 }.map(\.description)
        let halves = listing.partial.suffix(3).map { ".partial-\($0)" }
        try transfer.send(linkingTo: bases + halves)
        try check(report, in: "releases/.partial-\(release)")
        try switchLink(to: release, from: "releases/.partial-\(release)")
        let before = listing.current.map { [$0] } ?? []
        do { try prune(listing, keeping: before + [release]) } catch { return ["\(error)"] }
        _ = try remove(purge)
        return []
    }

    /// Removes the folders that must not be kept, except the one that readers see.
    func remove(_ purge: Purge) throws(PublishError) -> Int {
        if purge.isEmpty { return 0 }
        let listing = try listing()
        let halves = listing.partial.map { "releases/.partial-\($0)" }
        let old = purge.exposed(listing.releases).map(\.folder).filter { $0 != listing.current }
        let gone = old.map { "releases/\($0)" } + halves
        if gone.isEmpty { return 0 }
        try delete(gone)
        return gone.count
    }

    func clearUp() throws(PublishError) {
        let listing = try listing()
        guard let current = listing.current else { return }
        try prune(listing, keeping: [current])
    }

    private func delete(_ folders: [String]) throws(PublishError) {
        var script = "cd -- \"$base\"\n"
        for folder in folders { script += "rm -rf -- \(RemoteShell.quoted(folder))\n" }
        _ = try shell.run(
            script,
            [("base", place.path)],
            doing: "remove old releases on \(name)"
        )
    }

    /// Switches the link to an earlier release: the one before the current, or a named one.
    ///
    /// A release with records that were withheld later needs the name of each in `despite`.
    func rollBack(
        to name: String?,
        purge: Purge,
        despite: Set<String>
    ) throws(PublishError) -> (from: String, to: String) {
        let listing = try listing()
        guard let current = listing.current else {
            throw unsuitable("nothing is published there yet")
        }
        let known = listing.releases.map(\.description).joined(separator: ", ")
        let goal: ReleaseFolder
        if let name {
            guard let named = listing.releases.first(where: { $0.description == name }) else {
                throw unsuitable("it has no release “\(name)”; it has \(known)")
            }
            goal = named
        } else {
            guard let earlier = listing.releases.last(where: { $0.number < current.number }) else {
                throw unsuitable("there is no release before \(current)")
            }
            goal = earlier
        }
        let held = purge.exposed(listing.releases).first { $0.folder == goal }?.records ?? []
        let missing = held.subtracting(despite).sorted()
        guard missing.isEmpty else {
            throw unsuitable(
                "the release \(goal) shows records that have been withheld since: "
                    + missing.joined(separator: ", ")
                    + ". Publish the site as it is now; or, if they may be shown again, name each with --despite"
            )
        }
        try switchLink(to: goal, from: nil)
        return (current.description, goal.description)
    }

    func survey() throws(PublishError) -> [String: Manifest.File] {
        try download("current/")
    }

    func bytes(of path: String) throws(PublishError) -> [UInt8]? {
        let script = """
            if [ -f "$base/current/$path" ]; then
                echo found
                cat -- "$base/current/$path"
            fi

            """
        let output = try shell.run(
            script,
            [("base", place.path), ("path", path)],
            doing: "read \(path) on \(name)"
        )
        let mark = Array("found\n".utf8)
        return output.starts(with: mark) ? Array(output.dropFirst(mark.count)) : nil
    }

    // MARK: Steps

    private func listing() throws(PublishError) -> ReleaseListing {
        let output = try shell.run(
            ReleaseListing.script,
            [("base", place.path)],
            doing: "look at \(name)"
        )
        let listing = ReleaseListing(output)
        guard !listing.isBlocked else {
            throw unsuitable(
                "“current” in it is not a link to a release that Recount made; choose another "
                    + "folder, or move it away"
            )
        }
        return listing
    }

    /// Compares what arrived with what was sent: the host computes the digest of every file that it
    /// has, or sends the files back when it cannot.
    private func check(_ report: LocalReport, in folder: String) throws(PublishError) {
        let computed = try RemoteDigests(place: place, folder: folder).read()
        let found: [String: Manifest.File]
        if let computed { found = computed } else { found = try download(folder + "/") }
        let comparison = HostComparison(expected: report.published, found: found)
        if let example = comparison.example { throw .differs(target: name, example: example) }
        if let path = comparison.extra.first {
            throw .differs(target: name, example: "“\(path)” was never sent")
        }
    }

    /// Switches the link in one step, so that readers see the old release or the new one.
    private func switchLink(to release: ReleaseFolder, from partial: String?) throws(PublishError) {
        // GNU and BusyBox, FreeBSD and macOS, then whatever else can rename.
        let script = """
            cd -- "$base"
            if [ -n "$partial" ]; then
                if [ -e "releases/$release" ]; then echo "releases/$release exists" >&2; exit 1; fi
                mv -- "$partial" "releases/$release"
            fi
            [ -f "releases/$release/manifest.json" ] || { echo "releases/$release is no release" >&2; exit 1; }
            rm -f -- .current-*
            link=".current-$release"
            ln -s -- "releases/$release" "$link"
            if mv -f -T -- "$link" current 2>/dev/null; then exit 0; fi
            if mv -f -h "$link" current 2>/dev/null; then exit 0; fi
            if perl -e 'rename($ARGV[0], $ARGV[1]) or exit 1' "$link" current 2>/dev/null; then exit 0; fi
            rm -f -- "$link"
            echo "the link current cannot be replaced in one step here" >&2
            exit 1

            """
        _ = try shell.run(
            script,
            [
                ("base", place.path), ("release", release.description),
                ("partial", partial ?? ""),
            ],
            doing: "switch the link on \(name)"
        )
    }

    /// Removes releases beyond the number that is kept, and what killed publications left.
    private func prune(
        _ listing: ReleaseListing,
        keeping kept: [ReleaseFolder]
    ) throws(PublishError) {
        let all = listing.releases.filter { $0 != kept.last } + kept.suffix(1)
        let old = all.dropLast(place.keep).filter { !kept.contains($0) }
        let gone =
            old.map { "releases/\($0)" } + listing.partial.map { "releases/.partial-\($0)" }
        if !gone.isEmpty { try delete(gone) }
    }

    private func download(_ folder: String) throws(PublishError) -> [String: Manifest.File] {
        let rsync = try ExternalProgram("rsync")
        let scratch = try ScratchFolder()
        _ = try rsync.runSuccessfully(
            [
                "--rsh=\(shell.rsyncCommand)", "--protect-args", "--recursive", "--links",
                "--compress", "--timeout=60", "--", "\(place.host):\(place.path)/\(folder)",
                scratch.path + "/",
            ],
            doing: "read \(name)",
            limit: ReleaseTransfer.limit
        )
        do { return try FolderSurvey(of: scratch.path).files } catch {
            throw .report(reason: "\(error)")
        }
    }

    private func unsuitable(_ reason: String) -> PublishError {
        .unsuitable(target: name, reason: reason)
    }
}
