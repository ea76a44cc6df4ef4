#!/bin/sh
# Make .venv with the locked packages of requirements/$1.txt, and a stamp that says so.
set -eu

fail() {
    echo "Error: $1" >&2
    exit 1
}

find_python() {
    for name in python3.11 python3; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    fail "Python 3.11 or later is needed and not on the path: apt-get install python3 python3-venv as root."
}

require_space() {
    free=$(df -Pk . | awk 'NR == 2 { print int($4 / 1024) }')
    [ "$free" -ge 1000 ] ||
        fail "The disk is nearly full: the hub's packages need 1000 MB and $free MB are free."
}

make_venv() {
    python=$(find_python)
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "Python's venv module is missing: apt-get install python3-venv as root."
    echo "Making the virtual environment .venv"
    "$python" -m venv --clear .venv >>"$log" 2>&1 ||
        fail "The virtual environment could not be made: $(tail -n 1 "$log")"
}

log=var/log/packages.log
mkdir -p var/log 2>/dev/null || fail "This folder cannot be written: $(pwd)"
require_space
.venv/bin/python -c '' 2>/dev/null || make_venv
echo "Installing the packages of requirements/$1.txt (a minute the first time)…"
if ! .venv/bin/python -m pip install --quiet --require-hashes -r "requirements/$1.txt" >"$log" 2>&1
then
    reason=$(grep '^ERROR' "$log" | tail -n 1)
    fail "The packages could not be installed: ${reason:-$(tail -n 1 "$log")} (all of it: $log)"
fi
touch ".venv/$1.stamp"
