# Builds what a command runs, and only when a source is newer than what was built. The lean build has an output folder
# of its own, so that tests may run beside a server without taking its jar away.

lean=target/lean

# built_from STAMP FOLDER…: whether nothing in the folders changed since the stamp; a deletion changes its folder.
built_from() {
    stamp=$1
    shift
    [ -f "$stamp" ] || return 1
    changed=$(find "$@" -name target -prune -o -newer "$stamp" -print 2>/dev/null | head -n 1)
    [ -z "$changed" ]
}

# Counts what Maven downloads while its log goes to a file: one line that is rewritten on a terminal, one at the end.
follow_maven() {
    awk -v log_file="$1" -v terminal="$2" '
        function now() { srand(); return srand() }
        function line() { return sprintf("下载依赖 Downloading: %d 个文件 files, %.1f MB, %d s", files, bytes / 1e6, last - first) }
        { print > log_file }
        /Downloaded from .*\([0-9.]+ [kMG]?B at / {
            if (!files++) first = now()
            last = now()
            match($0, /\([0-9.]+ [kMG]?B at /)
            split(substr($0, RSTART + 1, RLENGTH), size, " ")
            bytes += size[1] * (size[2] == "B" ? 1 : size[2] == "kB" ? 1e3 : size[2] == "MB" ? 1e6 : 1e9)
            if (terminal) { printf "\r%s", line(); fflush() }
        }
        END { if (files) printf "%s%s\n", terminal ? "\r" : "", line() }'
}

# maven LOG ARGUMENT…: runs Maven quietly with the progress line above; its status is the result.
maven() {
    log=$1
    shift
    mkdir -p "$(dirname "$log")"
    terminal=0
    [ ! -t 1 ] || terminal=1
    (cd "$home" && ./mvnw -B ${ZHISHENG_MAVEN_OPTIONS-} "$@" 2>&1; echo $? >"$log.status") | follow_maven "$log" "$terminal"
    status=$(cat "$log.status")
    rm -f "$log.status"
    return "$status"
}

# The first errors of a Maven log, without its advice on how to rerun it.
show_errors() {
    grep -E '^\[ERROR\]|^Error' "$1" | grep -v -E 'Re-run Maven|re-run Maven|Help 1|^\[ERROR\] *$|For more information|SLF4J|After correcting|mvn <args>' | head -n 12 >&2 || :
    [ -s "$1" ] && grep -q -E '^\[ERROR\]' "$1" || tail -n 5 "$1" >&2
}

# build MODULE: makes MODULE's lean jar and its libraries unless they are fresh.
build() {
    output=$home/$1/$lean
    stamp=$output/built
    if built_from "$stamp" "$home/pom.xml" "$home/.mvn" "$home"/templates/* "$home"/survey-*/pom.xml \
        "$home"/survey-*/src/main; then
        return 0
    fi
    printf '%s\n' "正在构建 Building (JDK: $JAVA_HOME) …"
    began=$(date +%s)
    mkdir -p "$output"
    : >"$output/begun"
    maven "$home/target/build.log" -Dlean -pl "$1" -am package || {
        show_errors "$home/target/build.log"
        fail 1 "构建失败，完整记录在 $home/target/build.log。" "The build failed; its full log is $home/target/build.log."
    }
    mv "$output/begun" "$stamp"
    printf '%s\n' "构建完成 Built in $(($(date +%s) - began)) s"
}
