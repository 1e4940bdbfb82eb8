# shellcheck shell=bash
# The whole check, read by ./bihuan: what the tests need, build and tests of every module, code format, the count.

# Chinese pages are tested in Debian's Chromium, the database also on Debian's PostgreSQL.
install_what_tests_need() {
    local missing=()
    command -v chromium >/dev/null || missing+=(chromium)
    ls /usr/share/fonts/truetype/wqy/*microhei* /usr/share/fonts/*/noto/*CJK* >/dev/null 2>&1 ||
        missing+=(fonts-wqy-microhei)
    ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
    [ ${#missing[@]} -eq 0 ] && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "正在安装测试所需的 ${missing[*]}……  installing ${missing[*]} for the tests..."
        apt-get -qq update >&2 &&
            DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "${missing[@]}" >&2 &&
            return
    fi
    say "缺少 ${missing[*]},需要它们的测试将跳过。  Without ${missing[*]} the tests that need them are skipped."
}

# Sums the reports of all modules: tests, failed, skipped.
count() {
    find "$home" -path '*/target/surefire-reports*/TEST-*.xml' -exec cat {} + | awk '
        function attribute(name) {
            return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0
        }
        /<testsuite / {
            tests += attribute("tests")
            failed += attribute("failures") + attribute("errors")
            skipped += attribute("skipped")
        }
        END { print tests + 0, failed + 0, skipped + 0 }'
}

check() {
    local problems=0 tests failed skipped
    install_what_tests_need
    mkdir -p "$home/var/programs" && exec 9>"$home/var/programs/build.lock" || exit 1
    ! command -v flock >/dev/null || flock 9
    # Counts and proofs of an earlier run must not stand beside those of this one.
    find "$home" -type d \( -path '*/target/surefire-reports*' -o -path '*/target/clauses' \) -prune -exec rm -rf {} +
    # Two modules at a time: tracing and the command line do not wait for the server, whose tests take longest.
    maven --threads 2 --fail-at-end verify || problems=1
    maven --quiet --fail-at-end spotless:check || {
        problems=1
        say "代码格式不符,请运行 ./bihuan tidy。  The code is not formatted: run ./bihuan tidy."
    }
    read -r tests failed skipped < <(count)
    [ "$problems" -eq 0 ] || [ "$failed" -gt 0 ] || {
        failed=1
        tests=$((tests + 1))
        say "没有失败的测试,但检查未通过,见上文。  No test failed, yet the check did not pass: see above."
    }
    [ "$tests" -gt 0 ] || problems=1
    printf '%s passed, %s failed, %s skipped\n' "$((tests - failed - skipped))" "$failed" "$skipped"
    [ "$problems" -eq 0 ] && [ "$failed" -eq 0 ]
}

check
