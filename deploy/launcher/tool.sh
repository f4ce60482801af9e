# Runs a command of the statistics: what analyze, score and their like share.

. "$home/deploy/launcher/jdk.sh"
. "$home/deploy/launcher/build.sh"

# needs_arguments "$@": shows the caller's usage and ends, unless there is something to do.
needs_arguments() {
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
}

# plan_options CHECK_ZH CHECK_EN: the options that every command with a plan has.
plan_options() {
    cat <<END
  --format F     json（默认）或 table                  json (default) or table
  --out FILE     写入文件，而不是屏幕                   Write to a file instead of the screen
  --threads N    线程数                                How many threads
  --check        $1  $2
  --schema       打印计划的 JSON Schema                 Print the JSON Schema of plans
  -h, --help     显示本说明                            Show this
END
}

# run_java OPTION…: the JDK with the settings that all tools use.
run_java() {
    exec "$JAVA_HOME/bin/java" -XX:+UseCompactObjectHeaders ${ZHISHENG_JAVA_OPTIONS-} "$@"
}

# run_analytics COMMAND ARGUMENT…: builds the statistics where needed and hands over to them.
run_analytics() {
    use_jdk
    build survey-analytics >&2
    output=$home/survey-analytics/$lean
    run_java -cp "$output/survey-analytics.jar:$output/lib/*" org.zhisheng.analytics.cli.Main "$@"
}
