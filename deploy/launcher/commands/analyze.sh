# summary: 按计划文件做统计分析 Analyse survey data as a plan says

. "$home/deploy/launcher/jdk.sh"
. "$home/deploy/launcher/build.sh"

usage() {
    cat <<'END'
./zhisheng analyze PLAN.json [OPTIONS]

  --format F     json（默认）或 table                  json (default) or table
  --out FILE     写入文件，而不是屏幕                   Write to a file instead of the screen
  --threads N    线程数                                How many threads
  --check        只检查计划，不计算                     Only check the plan
  -h, --help     显示本说明                            Show this

退出状态 Exit status: 0 done; 1 the work failed; 2 wrong use.
END
}

main() {
    case ${1-} in
        '')
            usage >&2
            exit 2
            ;;
        -h | --help)
            usage
            exit 0
            ;;
    esac
    use_jdk
    build survey-analytics >&2
    output=$home/survey-analytics/$lean
    exec "$JAVA_HOME/bin/java" -XX:+UseCompactObjectHeaders ${ZHISHENG_JAVA_OPTIONS-} \
        -cp "$output/survey-analytics.jar:$output/lib/*" org.zhisheng.analytics.cli.Main analyze "$@"
}
