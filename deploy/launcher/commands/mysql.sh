# summary: 测试用的私有 MySQL A private MySQL for tests

usage() {
    cat <<'END'
./zhisheng mysql start | stop | status

  start         启动，并输出一个新库的连接变量         Bring it up and print the variables of a fresh schema
  stop          停止并删除其数据                       Stop it and delete its data
  status        是否在运行                             Whether it runs

来自 Debian sid 的软件包，不改动系统。From the packages of Debian sid; the system is not changed.
退出状态 Exit status: 0 done; 1 failed; 2 wrong use; 3 not running; 69 this machine cannot have it.
END
}

main() {
    case ${1-} in
        start | stop | status) exec "$home/deploy/mysql/mysql.sh" "$1" ;;
        -h | --help) usage ;;
        *) usage >&2; exit 2 ;;
    esac
}
