# summary: 按计划文件做统计分析 Analyse survey data as a plan says

. "$home/deploy/launcher/tool.sh"

usage() {
    printf '%s\n\n' './zhisheng analyze PLAN.json [OPTIONS]'
    plan_options '只检查计划，不计算                     ' 'Only check the plan'
    cat <<'END'

退出状态 Exit status: 0 done; 1 the work failed; 2 wrong use.
END
}

main() {
    needs_arguments "$@"
    run_analytics analyze "$@"
}
