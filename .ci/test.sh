# shellcheck shell=bash
# Read by the launcher for './footfall test': the whole gate of every module, and a short summary.
# With --faults: the fault tests alone, at full size, and their figures (docs/reliability.md).

# Packages that tests use when they are there: a check, the Debian package, what is skipped without.
readonly -a test_packages=(
  "has_postgres|postgresql|the tests against a real PostgreSQL server"
  "has_sshd|openssh-server|the tests of SFTP against OpenSSH's own server"
  "has_gpg|gnupg|the tests of encrypted files against the real gpg"
  "has_strace|strace|the test of a loss of power"
)

has_postgres() { command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }
has_sshd() { [ -x /usr/sbin/sshd ] && command -v ssh-keygen >/dev/null 2>&1; }
has_gpg() { command -v gpg >/dev/null 2>&1; }
has_strace() { command -v strace >/dev/null 2>&1; }

prepare_tests() {
  local line check package skipped
  for line in "${test_packages[@]}"; do
    IFS='|' read -r check package skipped <<<"$line"
    if "$check"; then continue; fi
    if can_install && DEBIAN_FRONTEND=noninteractive install_packages "$package" && "$check"; then continue; fi
    say "SKIPPED without the Debian package $package: $skipped."
  done
}

# Module by module: what Maven works on, each module's sum, and whatever failed.
follow() {
  awk '
    /^\[INFO\] Building / { sub(/^\[INFO\] Building /, ""); sub(/ +\[[0-9\/]+\]$/, ""); print "· " $0; fflush() }
    /Tests run:.*Time elapsed.*<<< (FAILURE|ERROR)/ { print; fflush() }
    /^\[ERROR\]   / { print; fflush() }
    /^figure: / { sub(/^figure: /, "    "); print; fflush() }
    /^\[(INFO|WARNING|ERROR)\] Tests run: [0-9]+, Failures: [0-9]+, Errors: [0-9]+, Skipped: [0-9]+ *$/ {
      sub(/^\[[A-Z]+\] /, ""); print "  " $0; fflush()
      gsub(/[^0-9,]/, ""); split($0, n, ",")
      run += n[1]; failures += n[2]; errors += n[3]; skipped += n[4]
    }
    END { printf "\nTests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", run, failures, errors, skipped }
  '
}

run_tests() {
  local log="$root/target/test.log" status=0 work=(verify) passed="The whole gate passed"
  if [ "${1:-}" = --faults ]; then
    shift
    work=(test -pl app -am -Djacoco.skip -Dfootfall.faults=full
      '-Dtest=dev.footfall.app.faults.*Test' -Dsurefire.failIfNoSpecifiedTests=false)
    passed="The fault tests passed at full size"
  fi
  need_maven
  prepare_tests
  mkdir -p "$root/target"
  set +e
  maven "${work[@]}" "$@" 2>&1 | tee "$log" | follow
  status="${PIPESTATUS[0]}"
  set -e
  if [ "$status" -ne 0 ]; then
    grep -E '^\[(ERROR|WARNING)\] .*(\.java|Failed|Could not|violations|declared)' "$log" | head -n 30 >&2
    say "Failed; the whole log is in $log"
    return 1
  fi
  say "$passed; the log is in $log"
}
