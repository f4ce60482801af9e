# summary: 按指标方案计分或复算 Score by a scheme, or recompute a published score

. "$home/deploy/launcher/jdk.sh"
. "$home/deploy/launcher/build.sh"

usage() {
    cat <<'END'
./zhisheng score PLAN.json [OPTIONS]

  --format F     json（默认）或 table                  json (default) or table
  --out FILE     写入文件，而不是屏幕                   Write to a file instead of the screen
  --threads N    线程数                                How many threads
  --check        只检查计划与方案，不计算               Only check plan and scheme
  -h, --help     显示本说明                            Show this

退出状态 Exit status: 0 done; 1 the work failed, or a published number was not computed again; 2 wrong use.
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
        -cp "$output/survey-analytics.jar:$output/lib/*" org.zhisheng.analytics.cli.Main score "$@"
}
