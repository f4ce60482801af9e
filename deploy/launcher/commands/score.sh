# summary: 按指标方案计分或复算 Score by a scheme, or recompute a published score

. "$home/deploy/launcher/tool.sh"

usage() {
    printf '%s\n\n' './zhisheng score PLAN.json|FILES.zip|FOLDER [OPTIONS]'
    plan_options '只检查计划与方案，不计算               ' 'Only check plan and scheme'
    cat <<'END'

退出状态 Exit status: 0 done; 1 the work failed, or a published number was not computed again; 2 wrong use.
END
}

main() {
    needs_arguments "$@"
    run_analytics score "$@"
}
