# summary: 性能基准 Measure speed

. "$home/deploy/launcher/tool.sh"

usage() {
    cat <<'END'
./zhisheng bench NAME [OPTIONS]

  statistics [--sizes 1e5,1e6,1e7]
                 统计：与朴素计数循环、DuckDB 同机比较     Statistics, beside a plain counting loop and DuckDB
  disclosure     保护大企业和一个城市所需时间             Protecting large enterprises and a city
  score [--units 360000]
                 计分与一千次抽样的排名区间              Scores, and rank intervals of a thousand draws
  credentials    凭证：签名与验签，与同机的 openssl speed rsa2048 比较
                 Credentials: signing and verifying, beside openssl speed rsa2048 in the same run

每行一个 JSON 对象。One JSON object a line.
退出状态 Exit status: 0 done; 1 the work failed; 2 wrong use.
END
}

main() {
    needs_arguments "$@"
    use_jdk
    if [ "$1" = credentials ]; then
        build survey-server >&2
        run_java --enable-native-access=ALL-UNNAMED \
            -cp "$home/survey-server/$lean/survey-server.jar" org.zhisheng.server.credential.CredentialBench
    fi
    module=$home/survey-analytics
    maven "$home/target/bench.log" -pl survey-analytics test-compile \
        dependency:build-classpath -Dmdep.outputFile="$module/target/bench.classpath" >&2 || {
        show_errors "$home/target/bench.log"
        fail 1 "构建失败，完整记录在 $home/target/bench.log。" "The build failed; its full log is $home/target/bench.log."
    }
    run_java --enable-native-access=ALL-UNNAMED \
        -cp "$module/target/test-classes:$module/target/classes:$(cat "$module/target/bench.classpath")" \
        org.zhisheng.analytics.cli.Main bench "$@"
}
