# summary: 启动服务器 Start the server (it builds itself first)

. "$home/deploy/launcher/jdk.sh"
. "$home/deploy/launcher/build.sh"

usage() {
    cat <<'END'
./zhisheng start [OPTIONS]

  --port N       监听端口，默认 8080                    Port to listen on, 8080 by default
  --data DIR     数据文件夹，默认 ./data                Data folder, ./data by default
  --url URL      印在二维码里的公开地址 https://…       Public address printed in QR codes, https://…
  --demo         装入示例数据，并允许局域网地址          Load sample data, and allow local addresses
  --role ROLE    本进程承担的角色：all（默认）、issuer 发卡、collector 收卷
                 What this process does: all (default), issuer or collector
  --issuer URL   收卷方连接的发卡方地址                 Where a collector reaches its issuer
  --token-file F 发卡方和收卷方共用的密钥文件           File with the secret that issuer and collector share
  -h, --help     显示本说明                            Show this

按 Ctrl-C 停止。再次启动时，同一数据文件夹里的一切都还在。
Ctrl-C stops it. Started again on the same data folder, everything is still there.
退出状态 Exit status: 130 after Ctrl-C, 143 after SIGTERM (clean stops); 1 start failed; 2 wrong use.
END
}

main() {
    role=${ZHISHENG_ROLE:-all} issuer=${ZHISHENG_ISSUER-} token_file=${ZHISHENG_TOKEN_FILE-}
    port=${ZHISHENG_PORT:-8080} data=${ZHISHENG_DATA:-$home/data} url=${ZHISHENG_URL-} demo=${ZHISHENG_DEMO:-false}
    while [ $# -gt 0 ]; do
        case $1 in
            --port=* | --data=* | --url=* | --role=* | --issuer=* | --token-file=*)
                option=${1%%=*} value=${1#*=}
                shift
                set -- "$option" "$value" "$@"
                ;;
        esac
        case $1 in
            --port) needs_value "$1" $#; port=$2; shift ;;
            --data) needs_value "$1" $#; data=$2; shift ;;
            --url) needs_value "$1" $#; url=$2; shift ;;
            --role) needs_value "$1" $#; role=$2; shift ;;
            --issuer) needs_value "$1" $#; issuer=$2; shift ;;
            --token-file) needs_value "$1" $#; token_file=$2; shift ;;
            --demo) demo=true ;;
            -h | --help) usage; exit 0 ;;
            *) unknown_option start "$1" ;;
        esac
        shift
    done
    check_port
    check_url
    check_role
    [ -n "$data" ] || fail 2 "选项 --data 后面要有一个文件夹。" "The option --data needs a folder after it."
    case $data in /*) ;; *) data=$PWD/$data ;; esac
    use_jdk
    build survey-server
    run_server
}

check_port() {
    case $port in
        '' | *[!0-9]* | ??????*) ;;
        *) [ "$port" -lt 1 ] || [ "$port" -gt 65535 ] || return 0 ;;
    esac
    fail 2 "端口“$port”不对：应是 1 到 65535 之间的整数。" "\"$port\" is no port: give a whole number from 1 to 65535."
}

# The server looks closer; this spares a build when the address cannot be right.
check_url() {
    case $url in
        '' | https://?* | http://?*) ;;
        *) fail 2 "地址“$url”不对：应以 https:// 开头，例如 https://survey.example.org。" \
            "\"$url\" is no address: it starts with https://, for example https://survey.example.org." ;;
    esac
}

check_role() {
    case $role in
        all | issuer | collector) ;;
        *) fail 2 "角色“$role”不存在：可选 all、issuer（发卡）、collector（收卷）。" \
            "There is no role \"$role\": choose all, issuer or collector." ;;
    esac
}

# Replaces this shell, so that Ctrl-C and SIGTERM reach the server itself.
run_server() {
    set -- -XX:+UseCompactObjectHeaders -XX:+UseSerialGC -Xmx1g -XX:TieredStopAtLevel=4 \
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
        -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
        "-Dzhisheng.port=$port" "-Dzhisheng.data=$data" "-Dzhisheng.demo=$demo"
    [ -z "$url" ] || set -- "$@" "-Dzhisheng.url=$url"
    set -- "$@" "-Dzhisheng.role=$role"
    [ -z "$issuer" ] || set -- "$@" "-Dzhisheng.issuer=$issuer"
    [ -z "$token_file" ] || set -- "$@" "-Dzhisheng.token_file=$token_file"
    exec "$JAVA_HOME/bin/java" "$@" ${ZHISHENG_JAVA_OPTIONS-} -jar "$home/survey-server/$lean/survey-server.jar"
}
