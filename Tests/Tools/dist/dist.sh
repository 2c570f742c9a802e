#!/bin/sh
# Builds what people without Swift install, into .build/dist: a Debian package and a tarball, each with
# the program, its manual, completions, guides and licences, and the SHA-256 sums of both. One commit
# gives the same bytes on every run. RECOUNT_MAINTAINER names whoever answers for the package.
set -eu
cd "$(dirname "$0")/../../.."
umask 022
export LC_ALL=C TZ=UTC
tools=Tests/Tools/dist
dist=.build/dist
work=.build/dist-work
maintainer=${RECOUNT_MAINTAINER:-Recount maintainers <maintainers@recount.invalid>}

say() { echo "recount: $*"; }
die() {
    say "$@" >&2
    exit 2
}

version=$(sed -n 's/.*static let number = "\([0-9.]*\)".*/\1/p' Sources/Building/Version.swift)
[ -n "$version" ] || die "Sources/Building/Version.swift: the version number could not be read"
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || true)}
[ -n "$SOURCE_DATE_EPOCH" ] ||
    die "without a git commit, SOURCE_DATE_EPOCH must give the date of this version (seconds since 1970)"
export SOURCE_DATE_EPOCH
architecture=$(dpkg --print-architecture)
rm -rf "$dist" "$work"
mkdir -p "$dist" "$work/libraries"

# libcmark-gfm has another file name in every release of Debian and Ubuntu, so it goes into the program.
# pkg-config leads the linker to one folder: there it finds the archives of libcmark-gfm, and nothing
# but the system's shared libraries of the others.
for library in libcmark-gfm:cmark-gfm.a libcmark-gfm:cmark-gfm-extensions.a zlib:z.so libcrypto:crypto.so; do
    name=${library%%:*}
    file=$(pkg-config --variable=libdir "$name")/lib${library#*:}
    [ -e "$file" ] || die "there is no $file to link with"
    ln -s "$file" "$work/libraries"
    sed "s|^\([a-z]*libdir\)=.*|\1=$PWD/$work/libraries|" \
        "$(pkg-config --variable=pcfiledir "$name")/$name.pc" >"$work/libraries/$name.pc"
done

# The folder of this checkout must not be in the bytes.
say "building with Swift's libraries inside; the first time takes three or four minutes"
RECOUNT_BUILT_FROM=$(sh Tests/Tools/built-from.sh)
export RECOUNT_BUILT_FROM
PKG_CONFIG_PATH=$PWD/$work/libraries swift build -c release --product recount \
    --static-swift-stdlib --scratch-path .build/static -Xcc "-ffile-prefix-map=$PWD=."

# Everything once, laid out as below /usr or a home's .local.
tree=$work/tree
program=$tree/bin/recount
documents=$tree/share/doc/recount
mkdir -p "$tree/bin" "$documents" "$tree/share/man/man1" "$tree/share/bash-completion/completions" \
    "$tree/share/zsh/vendor-completions" "$tree/share/fish/vendor_completions.d"
strip -o "$program" .build/static/release/recount
chmod 755 "$program"
"$program" --experimental-dump-help |
    python3 "$tools/manual.py" "$version" "$SOURCE_DATE_EPOCH" >"$tree/share/man/man1/recount.1"
# bash reads its completions into the shell, so Debian wants no “#!” in them.
"$program" --generate-completion-script bash | sed '1{/^#!/d}' \
    >"$tree/share/bash-completion/completions/recount"
"$program" --generate-completion-script zsh >"$tree/share/zsh/vendor-completions/_recount"
"$program" --generate-completion-script fish >"$tree/share/fish/vendor_completions.d/recount.fish"
cp "$tools/copyright" CHANGELOG.md "$documents"
cp Sources/Guides/*.md "$documents"

name=recount-$version-linux-$architecture
mkdir "$work/$name"
cp -R "$tree/." "$work/$name"
mv "$work/$name/share/zsh/vendor-completions" "$work/$name/share/zsh/site-functions"
tar -C "$work" --sort=name --format=ustar --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 \
    --numeric-owner --mode=u+rw,go=rX -cf - "$name" | gzip -n -9 >"$dist/$name.tar.gz"

# The package: the same below usr, compressed where Debian's policy asks for it.
package=$work/package
mkdir -p "$package/DEBIAN" "$work/debian"
cp -R "$tree" "$package/usr"
mkdir -p "$package/usr/share/lintian/overrides"
cp "$tools/lintian-overrides" "$package/usr/share/lintian/overrides/recount"
documents=$package/usr/share/doc/recount
{
    echo "recount ($version) stable; urgency=medium"
    echo
    echo "  * CHANGELOG.md beside this file says what is new."
    echo
    echo " -- $maintainer  $(date -R -d "@$SOURCE_DATE_EPOCH")"
} >"$documents/changelog"
gzip -n -9 "$documents/changelog" "$package/usr/share/man/man1/recount.1"
printf 'Source: recount\n\nPackage: recount\nArchitecture: any\n' >"$work/debian/control"
# Debian tells which libraries are loaded; Ubuntu 24.04 has libssl3 under a name of its own.
libraries=$(cd "$work" && dpkg-shlibdeps -O package/usr/bin/recount |
    sed -n 's/^shlibs:Depends=//p' |
    sed 's/libssl3\(t64\)\{0,1\} \(([^)]*)\)/libssl3 \2 | libssl3t64 \2/')
[ -n "$libraries" ] || die "the libraries that the program loads could not be listed"
sed -e "s/@VERSION@/$version/; s/@ARCHITECTURE@/$architecture/; s/@MAINTAINER@/$maintainer/" \
    -e "s/@DEPENDS@/$libraries/" \
    -e "s/@SIZE@/$(du -sk --apparent-size "$package/usr" | cut -f 1)/" \
    "$tools/control" >"$package/DEBIAN/control"
(cd "$package" && find usr -type f | sort | xargs md5sum) >"$package/DEBIAN/md5sums"
find "$package" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
deb=recount_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz --build "$package" "$dist/$deb" >/dev/null

(cd "$dist" && sha256sum "$deb" "$name.tar.gz" >SHA256SUMS)
rm -rf "$work"
echo "$RECOUNT_BUILT_FROM" >"$dist/built-from"
say "built from $RECOUNT_BUILT_FROM:"
(cd "$dist" && du -h --apparent-size "$deb" "$name.tar.gz" SHA256SUMS | sed "s|\t|\t$dist/|; s|^|    |")
