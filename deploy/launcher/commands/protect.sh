# summary: 保护并审计表格 Protect tables and audit them

. "$home/deploy/launcher/tool.sh"

usage() {
    cat <<'END'
./zhisheng protect PLAN.json [OPTIONS]

  --out FILE      受保护的表格（CSV）写入文件            Write the protected table (CSV) to a file
  --release FILE  完整发布文本，含协方差                 Write the whole release, with covariances
  --report FILE   审计报告（不公开）                     Write the audit report; not for publication
  --schema        输出计划的 JSON Schema                Print the JSON Schema of plans
  -h, --help      显示本说明                            Show this

退出状态 Exit status: 0 done; 1 the work failed; 2 wrong use.
END
}

main() {
    needs_arguments "$@"
    run_analytics protect "$@"
}
