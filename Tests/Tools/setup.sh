#!/bin/sh
# Gets a machine ready, saying what it does; quick when there is nothing to do.
#
#   setup.sh build        Swift and the system libraries that a build needs
#   setup.sh test         what the tests need besides; FAST=1 leaves out browser, Java and servers
#   setup.sh dist         what making packages needs besides
#
# On a terminal it asks before it uses sudo. With CI=true everything must be there in the end.
# Otherwise missing test tools are named, and the tests that need them are skipped.
set -eu
cd "$(dirname "$0")/../.."
python=.build/python/bin/python
mkdir -p .build

say() { echo "recount: $*"; }
die() {
    say "$@" >&2
    exit 2
}
have() { command -v "$1" >/dev/null 2>&1; }

# Whether sudo may be used: whoever sits at a terminal is asked, once for each list of packages.
may_use_sudo() {
    [ "${CI:-}" != true ] && [ -t 0 ] || return 0
    printf 'recount: “sudo apt-get install %s” is needed. Run it now? [y/N] ' "$*"
    read -r answer || answer=no
    case "$answer" in
        [Yy] | [Yy][Ee][Ss]) ;;
        *) return 1 ;;
    esac
}

# Installs Debian packages. When this machine, its network or its user does not allow it, says what an
# administrator can do, and fails.
apt() {
    apt_installs "$@" || {
        say "not installed: $*. On Debian or Ubuntu, an administrator can run:
    apt-get install $*" >&2
        return 1
    }
}

apt_updated=no
apt_installs() {
    have apt-get || return 1
    sudo=""
    if [ "$(id -u)" -ne 0 ]; then
        have sudo && may_use_sudo "$@" || return 1
        sudo="sudo"
    fi
    environment="DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1"
    say "installing $* with ${sudo:+$sudo }apt-get"
    if [ "$apt_updated" = no ]; then
        $sudo env $environment apt-get update -qq </dev/null || return 1
        apt_updated=yes
    fi
    if ! $sudo env $environment apt-get install -y -qq --no-install-recommends "$@" \
        </dev/null >.build/apt.log 2>&1; then
        tail -n 5 .build/apt.log >&2
        return 1
    fi
}

# A tool for some of the tests could not be had.
skipped() {
    [ "${CI:-}" != true ] || die "$1 (with CI=true nothing may be skipped)"
    say "$1; the tests that need it are skipped"
}

check_swift() {
    have swift || die "Swift is not installed. Recount needs Swift 6.0 or newer: https://www.swift.org/install/"
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9]*\.[0-9][0-9]*\).*/\1/p' | head -n 1)
    [ -n "$version" ] || die "swift does not run. Try “swift --version”; to install it: https://www.swift.org/install/"
    [ "${version%%.*}" -ge 6 ] ||
        die "this machine has Swift $version, and Recount needs 6.0 or newer: https://www.swift.org/install/"
}

libraries_are_there() {
    have pkg-config && pkg-config --exists libcmark-gfm && pkg-config --exists zlib &&
        { [ "$(uname)" = Darwin ] || pkg-config --exists libcrypto; }
}

install_libraries() {
    libraries_are_there && return
    say "libcmark-gfm (for Markdown), zlib (for workbooks) or libcrypto (for SHA-256) is not installed yet"
    if [ "$(uname)" = Darwin ]; then
        have brew || die "install Homebrew (https://brew.sh), then run “brew install cmark-gfm zlib openssl@3 pkg-config”"
        say "installing cmark-gfm, zlib and openssl@3 with Homebrew"
        brew install cmark-gfm zlib openssl@3 pkg-config </dev/null
    else
        packages="libcmark-gfm-dev libcmark-gfm-extensions-dev zlib1g-dev libssl-dev pkg-config"
        # shellcheck disable=SC2086 # one word a package
        apt $packages || die "Recount cannot be built without them"
    fi
    libraries_are_there || die "the libraries are installed, but pkg-config does not find them: pkg-config --cflags libcmark-gfm zlib libcrypto"
}

# The programs that publish, servers for them to talk to on the loopback address, and the programs that remove
# metadata (qpdf, ffmpeg, exiftool), and msgfmt, which checks files for translators. The tests start their own SSH server on a port of their own and end it; a package
# that starts one is told not to.
install_publishing() {
    missing=""
    for pair in ssh:openssh-client sshd:openssh-server rsync:rsync rclone:rclone minisign:minisign \
        exiftool:libimage-exiftool-perl qpdf:qpdf ffmpeg:ffmpeg msgfmt:gettext; do
        have "${pair%%:*}" || [ -x "/usr/sbin/${pair%%:*}" ] || missing="$missing ${pair#*:}"
    done
    [ -n "$missing" ] || return 0
    if [ "$(uname)" = Darwin ] && have brew; then
        say "installing$missing with Homebrew"
        # shellcheck disable=SC2086 # one word a package
        brew install $(echo "$missing" | sed 's/openssh-client//; s/openssh-server//; s/libimage-exiftool-perl/exiftool/') </dev/null || true
    else
        # A machine that had no SSH server before must not run one because of a test.
        had_policy=no
        [ ! -e /usr/sbin/policy-rc.d ] || had_policy=yes
        if [ "$had_policy" = no ] && [ "$(id -u)" -eq 0 ]; then
            printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d && chmod 755 /usr/sbin/policy-rc.d
        fi
        # shellcheck disable=SC2086 # one word a package
        apt $missing || true
        [ "$had_policy" = yes ] || [ "$(id -u)" -ne 0 ] || rm -f /usr/sbin/policy-rc.d
    fi
    for name in ssh sshd rsync rclone minisign exiftool qpdf ffmpeg msgfmt; do
        have "$name" || [ -x "/usr/sbin/$name" ] || skipped "$name could not be installed"
    done
}

# Installs what one requirements file lists; the stamp remembers which version of it.
install_requirements() {
    stamp=".build/python/.$(basename "$1")"
    ! cmp -s "$1" "$stamp" || return 0
    say "installing Python packages into .build/python"
    if "$python" -m pip install -q --disable-pip-version-check -r "$1" </dev/null >.build/pip.log 2>&1; then
        cp "$1" "$stamp"
    else
        tail -n 3 .build/pip.log >&2
        skipped "the Python packages of $1 could not be installed from PyPI"
    fi
}

install_python() {
    if ! "$python" -c "" 2>/dev/null; then
        say "making a Python environment in .build/python"
        rm -rf .build/python
        python3 -m venv .build/python >/dev/null 2>&1 || {
            rm -rf .build/python
            apt python3 python3-venv && python3 -m venv .build/python
        } || {
            rm -rf .build/python
            skipped "Python 3 with its venv module could not be installed"
            return 0
        }
    fi
    install_requirements Tests/Tools/requirements.txt
    [ -n "${FAST:-}" ] || install_requirements Tests/Tools/requirements-browser.txt
}

browser_runs() {
    for browser in "${RECOUNT_CHROMIUM:-}" chromium chromium-browser google-chrome; do
        # Ubuntu's chromium-browser only asks for a snap, so the name alone says nothing.
        [ -z "$browser" ] || ! "$browser" --version >/dev/null 2>&1 || return 0
    done
    return 1
}

install_browser() {
    browser_runs && return
    apt chromium || true
    browser_runs || skipped "a Chromium browser could not be installed (RECOUNT_CHROMIUM may name one)"
}

install_java() {
    java -version >/dev/null 2>&1 || apt default-jre-headless ||
        skipped "Java (default-jre-headless) could not be installed"
}

install_fonts() {
    have fc-list || [ "$(uname)" = Darwin ] || apt fontconfig || true
    have fc-list || return 0
    fc-list : family | grep -q 'Noto Naskh Arabic' || apt fonts-noto-core ||
        skipped "Arabic fonts (fonts-noto-core) could not be installed"
}

# Packages are made on Debian or Ubuntu, by their own tools.
install_packaging() {
    have dpkg || die "“make dist” makes packages for Debian and Ubuntu, so it needs one of them"
    have dpkg-shlibdeps && have strip && have python3 || apt dpkg-dev binutils python3 ||
        die "packages cannot be made without them"
    have lintian || apt lintian || skipped "lintian could not be installed"
}

case "${1:-}" in
    build)
        check_swift
        install_libraries
        ;;
    test)
        install_python
        if [ -n "${FAST:-}" ]; then
            say "FAST=1: the tests that need a browser, Java or servers are left out"
        else
            install_publishing
            install_browser
            install_java
            install_fonts
        fi
        ;;
    dist) install_packaging ;;
    *) die "usage: setup.sh build|test|dist" ;;
esac
