# summary: 运行测试 Run the tests

. "$home/deploy/launcher/jdk.sh"
. "$home/deploy/launcher/build.sh"

usage() {
    cat <<'END'
./zhisheng test [GROUP]

  (无 none)     全部测试：先用内嵌的 H2，再用真正的 MySQL 跑存储测试
                Everything, on the embedded H2, then the store tests again on a real MySQL
  unit          不用数据库和浏览器的测试               Tests without database and browser
  store         存储测试（H2 与 MySQL）                Store tests (H2 and MySQL)
  server        启动整个应用、与存储无关的测试          Tests with the whole application, not of storage
  browser       真实浏览器（Chromium）里的测试          Tests in a real browser (Chromium)
  simulation    模拟检验与攻击检验                     Simulations and attacks
  long          全部测试，包括耗时很长的               Everything, with what takes very long

跳过的测试都列出原因。退出状态：0 全部通过，1 有失败，2 用法不对。
What is skipped is listed with its reason. Exit status: 0 all passed, 1 something failed, 2 wrong use.
END
}

main() {
    group=${1-}
    [ $# -lt 2 ] || unknown_option test "$2"
    with_mysql=false
    case $group in
        '') set -- ; with_mysql=true ;;
        long) set -- -Dzhisheng.long=true; with_mysql=true ;;
        unit) set -- '-Dzhisheng.groups=none()' ;;
        store) set -- -Dzhisheng.groups=store; with_mysql=true ;;
        server | browser | simulation) set -- "-Dzhisheng.groups=$group" ;;
        -h | --help) usage; exit 0 ;;
        -*) unknown_option test "$group" ;;
        *) fail 2 "没有“$group”这一组测试；见 ./zhisheng test --help。" \
            "There is no group of tests \"$group\"; see ./zhisheng test --help." ;;
    esac
    use_jdk
    not_run= built=true
    rm -rf "$home"/*/target/surefire-reports "$home"/*/target/surefire-reports-mysql
    if $with_mysql; then
        start_mysql
        [ -z "${ZHISHENG_TEST_DATABASE_URL-}" ] || set -- "$@" "-Dzhisheng.mysql.url=$ZHISHENG_TEST_DATABASE_URL" \
            "-Dzhisheng.mysql.user=$ZHISHENG_TEST_DATABASE_USER" "-Dzhisheng.mysql.password=$ZHISHENG_TEST_DATABASE_PASSWORD"
    fi
    run_maven "$@" || built=false
    summarize
}

# Sets the variables of a fresh schema; where the machine cannot have MySQL, the reason is told and listed.
start_mysql() {
    unset ZHISHENG_TEST_DATABASE_URL
    reasons=$home/target/mysql.log
    mkdir -p "$home/target"
    "$home/deploy/mysql/mysql.sh" status >/dev/null 2>&1 || trap '"$home/deploy/mysql/mysql.sh" stop' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    if variables=$("$home/deploy/mysql/mysql.sh" start 2>"$reasons"); then
        eval "$variables"
        "$home/deploy/mysql/mysql.sh" status
    elif [ $? -eq 69 ]; then
        not_run="MySQL: $(tr '\n' ' ' <"$reasons")"
        complain "!! 跳过 MySQL 上的存储测试" "!! The store tests on MySQL are skipped"
        cat "$reasons" >&2
    else
        cat "$reasons" >&2
        exit 1
    fi
}

# One line for each class of tests while Maven runs, and the figures that tests print after "‣"; failures do not stop it, so
# that the summary is whole.
run_maven() {
    log=$home/target/test.log
    (cd "$home" && ./mvnw -B -ntp ${ZHISHENG_MAVEN_OPTIONS-} -Dmaven.test.failure.ignore=true "$@" verify 2>&1
    echo $? >"$log.status") | tee "$log" | awk '
        /--- surefire.*:test \(/ { print "· " $(NF - 1) (/\(mysql\)/ ? " · MySQL" : ""); fflush() }
        /^‣ / { print "    " $0; fflush() }
        /Tests run: .* -- in / {
            sub(/ <<< [A-Z]+!/, "")
            split($0, part, /Tests run: |, Failures: |, Errors: |, Skipped: |, Time elapsed:| s -- in /)
            sub(/.*[.]/, "", part[7])
            printf "  %s %s · %d · %s s%s\n", (part[3] + part[4] > 0 ? "✗" : "✓"), part[7], part[2], part[6],
                (part[5] > 0 ? " · skipped " part[5] : "")
            fflush()
        }'
    status=$(cat "$log.status")
    rm -f "$log.status"
    return "$status"
}

summarize() {
    set -- "$home"
    [ -z "$not_run" ] || set -- "$@" "$not_run"
    passed=true
    "$JAVA_HOME/bin/java" -Dstdout.encoding=UTF-8 "$home/deploy/launcher/TestSummary.java" "$@" || passed=false
    if ! $built; then
        show_errors "$home/target/test.log"
        fail 1 "构建没有完成，完整记录在 $home/target/test.log。" "The build did not finish; its full log is $home/target/test.log."
    fi
    $passed || fail 1 "有测试失败或没有测试运行，报告在各模块的 target/surefire-reports。" \
        "Some tests failed or none ran; reports are in target/surefire-reports of each module."
}
