#!/usr/bin/env bash
# What a command costs on the shipped registry, in instructions: valgrind counts them, so that other work on the machine
# changes nothing. The empty program is what any Rust program costs.
set -euo pipefail

if ! command -v valgrind >/dev/null; then
    echo "valgrind is missing: your system's packages have it under this name" >&2
    exit 1
fi
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cargo build --profile dist --quiet
cp "${CARGO_TARGET_DIR:-target}/dist/roles" "$folder/"
echo 'fn main() {}' >"$folder/empty.rs"
rustc -O -C lto=fat -C codegen-units=1 -C panic=abort -C strip=symbols -o "$folder/empty" "$folder/empty.rs"

count() {
    # shellcheck disable=SC2086
    env -i valgrind --tool=callgrind --callgrind-out-file=/dev/null $1 2>&1 >/dev/null | awk '/Collected/ { print $4 }'
}

cd "$folder"
for command in "list" "assign --sme" "compare" "who answers comments" "who pays the bills" "who brand montioring"; do
    printf '%-28s %9d\n' "roles $command" "$(count "./roles $command")"
done
printf '%-28s %9d\n' "an empty program" "$(count ./empty)"
