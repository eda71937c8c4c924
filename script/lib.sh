# What every script starts with: where we are, how to speak, what must be installed, how to build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
ROOT=$PWD
export LC_ALL=C.UTF-8

say() { printf '%s\n' "$*" >&2; }
die() { printf 'kith: %s\n' "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else die "these packages are missing and need root to install: ${missing[*]}. Run this script as root, or install them and run it again."
    fi
}

# wanted GROUP…: installs the Debian packages of these groups in script/packages that are not there yet.
wanted() {
    local pattern=" $* " group name rest
    missing=()
    while read -r group name rest; do
        case "$group" in ''|'#'*) continue;; esac
        case "$pattern" in *" $group "*) ;; *) continue;; esac
        # A node of the person's own serves as well as Debian's.
        case "$name" in nodejs) command -v node >/dev/null && continue;; npm) command -v npm >/dev/null && continue;; esac
        installed "$name" || missing+=("$name")
    done < script/packages
    [ ${#missing[@]} -eq 0 ] && return
    command -v apt-get >/dev/null || die "this is not Debian, so these must be installed by hand: ${missing[*]}"
    [ ${#missing[@]} -lt 10 ] || room 2500 /usr
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq -o APT::Update::Error-Mode=any || die "the package lists cannot be fetched. Is this machine online? Without a network, install by hand: ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
        die "installing failed (see above). Is there a network, and room on the disk? Wanted: ${missing[*]}"
}
INSTALLED=
installed() {
    [ -n "$INSTALLED" ] || INSTALLED=$'\n'$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' 2>/dev/null | sed -n 's/^ii *//p')$'\n'
    case "$INSTALLED" in *$'\n'"$1"$'\n'*) return 0;; *) return 1;; esac
}

may_write() {
    local thing
    for thing in . build data node_modules; do
        [ ! -e "$thing" ] || [ -w "$thing" ] || die "Kith is built and keeps its data in $ROOT, where $(id -un) may not write to \"$thing\". Start it as $(stat -c %U "$thing"), or clone it into a folder of your own."
    done
}

# room MEGABYTES [FOLDER]: there must be that much space there.
room() {
    local free folder=${2:-$ROOT}
    free=$(df -Pm "$folder" | awk 'NR==2 {print $4}')
    [ "$free" -ge "$1" ] || die "only $free MB are free on the disk that holds $folder; $1 MB are needed. Make room and run this again."
}

# npm packages exactly as in package-lock.json; nothing is done when they are there already.
node_packages() {
    cmp -s package-lock.json node_modules/.kith-lock && return
    node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' ||
        die "node $(node --version) is too old; 18 is needed. Remove it from PATH, and Debian's is installed."
    say "Fetching what styles and tests are built with (npm ci)"
    npm ci --no-audit --no-fund --loglevel=error --fetch-retries=1 >&2 ||
        die "npm ci failed (see above). Is this machine online, and can it reach $(npm config get registry)? Then run this again."
    cp package-lock.json node_modules/.kith-lock
}

# build DIR [meson options]: configures once, then builds what changed.
build() {
    local dir=$1; shift
    [ -f "$dir/build.ninja" ] || meson setup "$dir" "$@" >"$dir.log" 2>&1 || { rm -rf "$dir"; tail -20 "$dir.log" >&2; die "meson could not configure $dir"; }
    rm -f "$dir.log"
    ninja -C "$dir" >"$dir/ninja.log" 2>&1 || { tail -40 "$dir/ninja.log" >&2; die "the build failed in $dir (all of it: $dir/ninja.log)"; }
}
