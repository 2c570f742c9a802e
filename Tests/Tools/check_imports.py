"""Checks that a target imports only its dependencies in Package.swift, and that these are above it there.

SwiftPM reads the manifest. Its own check, --explicit-target-dependency-import-check, which `make test` sets,
is weaker: it permits indirect dependencies, and skips targets with generated sources and all targets that
depend on them.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

SYSTEM = set(
    "Foundation FoundationEssentials FoundationXML FoundationNetworking Dispatch Synchronization "
    "Glibc Musl Darwin PackagePlugin".split()
)
# At the start of a line, where `swift format` puts it; Python in a text literal is indented.
IMPORT = re.compile(
    r"(?:@\w+\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+"
    r"(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)"
)


def dependencies(target):
    """The names that a target may import; a product of another package has its module's name."""
    return [next(iter(each.values()))[0] for each in target["dependencies"]]


def faults(manifest):
    targets = manifest["targets"]
    names = {target["name"] for target in targets}
    above, folders = set(), set()
    for target in targets:
        name = target["name"]
        isTest = target["type"] == "test" or name == "TestSupport"
        for below in [each for each in dependencies(target) if each in names - above]:
            yield f"Package.swift: {name} may not use {below}, which is below it"
        above.add(name)

        folder = Path(target.get("path") or f"{'Tests' if isTest else 'Sources'}/{name}")
        folders.add(folder)
        allowed = SYSTEM.union(dependencies(target), ["Testing"] if isTest else [])
        for file in sorted(folder.rglob("*.swift")):
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                found = IMPORT.match(line)
                if found and found[1] not in allowed:
                    yield f"{file}:{number}: {name} may not import {found[1]}"
    for folder in sorted(Path("Sources").iterdir()):
        if folder.is_dir() and folder not in folders and any(folder.rglob("*.swift")):
            yield f"{folder}: Package.swift has no such target"


if __name__ == "__main__":
    dump = subprocess.run(["swift", "package", "dump-package"], check=True, capture_output=True)
    found = list(faults(json.loads(dump.stdout)))
    print("\n".join(found) or "imports: only of declared dependencies")
    sys.exit(1 if found else 0)
