#!/usr/bin/env bash
# A private MySQL 9 for tests, from the packages of Debian's sid suite: nothing of the system is changed, no container is
# needed. apt keeps a state of its own, the packages are unpacked into a private root, and mysqld runs through that
# root's own loader as an unprivileged user on a free loopback port.
#
#   mysql.sh start    brings it up and prints ZHISHENG_TEST_DATABASE_URL, _USER and _PASSWORD of a fresh schema
#   mysql.sh schema   prints them for another fresh schema
#   mysql.sh status   says whether it runs
#   mysql.sh stop     stops it and deletes its data
#
# ZHISHENG_MYSQL_NAME names a further server beside the usual one, ZHISHENG_MYSQL_OPTIONS adds options of mysqld to it:
# tests of what a stolen data folder tells want a binary log, and a replica.
#
# Exit status: 0 done, 1 failed, 2 wrong use, 3 not running, 69 this machine cannot have it (the reason is printed).
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
cache=${XDG_CACHE_HOME:-${HOME:-/var/tmp}/.cache}/zhisheng/mysql
base=${ZHISHENG_MYSQL_FOLDER:-${TMPDIR:-/tmp}/zhisheng-mysql-$EUID}
root=$base/root
run=$base/${ZHISHENG_MYSQL_NAME:-run}
account=zhisheng

# complain ZH EN
complain() {
    printf '%s\n%s\n' "$1" "$2" >&2
}

# impossible ZH EN: this machine cannot have it.
impossible() {
    complain "本机不能启动 MySQL：$1" "MySQL cannot be had on this machine: $2"
    exit 69
}

# broken ZH EN: it should have worked.
broken() {
    complain "$1" "$2"
    exit 1
}

. "$here/packages.sh"
. "$here/server.sh"

# The folder is temporary and its name can be guessed, so it must be ours.
own_base_folder() {
    mkdir -p "$base"
    [[ -O $base ]] || broken "$base 属于别人，请用 ZHISHENG_MYSQL_FOLDER 指定另一个文件夹。" \
        "$base belongs to somebody else: name another folder by ZHISHENG_MYSQL_FOLDER."
    chmod 755 "$base"
}

# One schema a run, so that no run sees what another left.
print_schema() {
    local schema
    schema=test_$(od -An -N6 -tx1 /dev/urandom | tr -d ' \n')
    client -e "CREATE DATABASE $schema"
    printf "ZHISHENG_TEST_DATABASE_URL='jdbc:mysql://127.0.0.1:%s/%s?%s'\n" "$(<"$run/port")" "$schema" \
        'rewriteBatchedStatements=true&allowPublicKeyRetrieval=true&sslMode=DISABLED'
    printf "ZHISHENG_TEST_DATABASE_USER='%s'\nZHISHENG_TEST_DATABASE_PASSWORD='%s'\n" "$account" "$(<"$run/password")"
}

require_running() {
    running || {
        complain "MySQL 没有在运行。" "MySQL is not running."
        exit 3
    }
}

start() {
    if ! running; then
        own_base_folder
        have_packages
        start_server
    fi
    print_schema
}

status() {
    require_running
    printf 'MySQL %s · 127.0.0.1:%s · pid %s\n' "$(client -N -e 'SELECT VERSION()')" "$(<"$run/port")" "$(<"$run/pid")"
}

case ${1-} in
    start) start ;;
    schema)
        require_running
        print_schema
        ;;
    status) status ;;
    stop) stop_server ;;
    *)
        sed -n 's/^#   //p' "${BASH_SOURCE[0]}" >&2
        exit 2
        ;;
esac
