# summary: 核对一次调查的公布 Verify what a survey published

. "$home/deploy/launcher/jdk.sh"
. "$home/deploy/launcher/build.sh"

usage() {
    cat <<'END'
./zhisheng verify THING [OPTIONS]
./zhisheng verify --audit CODE [--data DIR] [OPTIONS]

  THING           调查的网址 https://host/s/CODE，或以前保存的文件或文件夹
                  Address of a survey, or a file or folder saved before
  --words "W W W W"    卡片或海报上的四个核对词           Check words on the card or poster
  --fingerprint HEX    说明书指纹的开头                   Beginning of the manifest's fingerprint
  --receipt "W W W W"  回执：四个词或 10 位以上字母数字，可多次
                       A receipt: four words or ten and more digits; may be repeated
  --save DIR      把下载的文件保存到文件夹               Keep what was downloaded in a folder
  --audit CODE    授权审计：在收集方的数据上，由回答重算根指纹和结果表；不取出任何一行
                  For an accredited auditor on the collector: recompute root and tables from the answers; no row leaves
  --data DIR      收集方的数据文件夹，默认 ./data        The collector's data folder, ./data by default
  --json          结果写成 JSON                          Print the findings as JSON
  -h, --help      显示本说明                             Show this

内嵌数据库一次只许一个进程：审计前先停服务器。MySQL 由 ZHISHENG_DATABASE_URL、_USER、_PASSWORD 指明。
The embedded database lets in one process: stop the server before an audit. A MySQL is named by ZHISHENG_DATABASE_URL,
_USER and _PASSWORD.
退出状态 Exit status: 0 no check failed; 1 one failed, or the evidence cannot be had; 2 wrong use.
END
}

main() {
    case ${1-} in
        '')
            usage >&2
            exit 2
            ;;
    esac
    for argument in "$@"; do
        case $argument in
            -h | --help)
                usage
                exit 0
                ;;
        esac
    done
    use_jdk
    build survey-server >&2
    output=$home/survey-server/$lean
    exec "$JAVA_HOME/bin/java" -XX:+UseCompactObjectHeaders -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
        -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ${ZHISHENG_JAVA_OPTIONS-} \
        -cp "$output/survey-server.jar" org.zhisheng.server.Verify "$@"
}
