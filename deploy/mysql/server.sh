# Runs mysqld out of the private root. Sourced.

# in_root PROGRAM ARGUMENT…: runs a program of the private root with that root's loader and libraries.
in_root() {
    local program=$root/$1 loader libraries
    shift
    loader=$(find "$root" -name 'ld-linux*.so.*' | head -n 1)
    libraries=$(find "$root/usr" -name 'lib*.so.*' ! -path '*/plugin/*' -exec dirname {} + |
        sort -u | tr '\n' ':')
    [[ -n $loader ]] || broken "$root 不完整，请删除后重试。" "$root is incomplete: delete it and try again."
    "${unprivileged[@]}" "$loader" --library-path "$libraries" "$program" "$@"
}

# mysqld refuses to be root, and nothing here needs to be.
unprivileged=()
if ((EUID == 0)); then
    unprivileged=(setpriv "--reuid=$(id -u nobody)" "--regid=$(id -g nobody)" --clear-groups)
fi

free_port() {
    local port=$((20000 + RANDOM % 12000))
    while (: </dev/tcp/127.0.0.1/$port) 2>/dev/null; do ((port += 1)); done
    echo "$port"
}

# The password stays out of the process list.
client() {
    MYSQL_PWD=$(<"$run/password") in_root usr/bin/mysql --no-defaults --protocol=tcp --host=127.0.0.1 \
        --port="$(<"$run/port")" --user="$account" "$@"
}

mysqld() {
    in_root usr/sbin/mysqld --no-defaults --datadir="$run/data" --log-error="$run/error.log" --secure-file-priv=NULL \
        --lc-messages-dir="$root/usr/share/mysql" --character-sets-dir="$root/usr/share/mysql/charsets" \
        --plugin-dir="$(dirname "$(find "$root" -name group_replication.so | head -n 1)")" "$@"
}

prepare_run() {
    umask 077
    rm -rf "$run"
    mkdir "$run" "$run/data"
    free_port >"$run/port"
    head -c 12 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$run/password"
    cat >"$run/accounts.sql" <<END
CREATE USER '$account'@'localhost' IDENTIFIED BY '$(<"$run/password")';
GRANT ALL ON *.* TO '$account'@'localhost';
ALTER USER 'root'@'localhost' ACCOUNT LOCK;
END
    ((EUID != 0)) || chown -R nobody "$run"
}

# Data of tests need not survive a power cut, so commits are not flushed.
start_server() {
    ((EUID != 0)) || command -v setpriv >/dev/null ||
        impossible "以 root 运行时需要 setpriv（软件包 util-linux）。" "run by root it needs setpriv (package util-linux)."
    prepare_run
    mysqld --initialize-insecure || broken_server
    mysqld --port="$(<"$run/port")" --bind-address=127.0.0.1 --socket="$run/mysql.sock" --pid-file="$run/pid" \
        --init-file="$run/accounts.sql" --mysqlx=OFF --performance-schema=OFF --max-connections=300 \
        --innodb-flush-log-at-trx-commit=0 --innodb-buffer-pool-size=256M --default-time-zone=+00:00 \
        ${ZHISHENG_MYSQL_OPTIONS:---skip-log-bin} \
        </dev/null >"$run/output.log" 2>&1 &
    disown
    wait_for_server
}

wait_for_server() {
    local tries
    for ((tries = 0; tries < 120; tries++)); do
        ! running || return 0
        sleep 0.5
    done
    broken_server
}

broken_server() {
    grep -F '[ERROR]' "$run/error.log" | tail -n 5 >&2 || :
    broken "MySQL 没有启动，见 $run/error.log。" "MySQL did not start, see $run/error.log."
}

# A pid file outlives a reboot, and its number may by then be somebody else's.
alive() {
    [[ -s $run/pid ]] && grep -q -a -F "$run/data" "/proc/$(<"$run/pid")/cmdline" 2>/dev/null
}

running() {
    alive && client -e 'SELECT 1' >/dev/null 2>&1
}

stop_server() {
    local tries
    ! alive || kill "$(<"$run/pid")"
    for ((tries = 0; tries < 60; tries++)); do
        alive || break
        sleep 0.5
    done
    rm -rf "$run"
}
