# How the launcher speaks: every sentence in Chinese and in English. Sourced by the other parts.

# Chinese paths and words need a UTF-8 locale, which a bare container does not set.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *UTF-8* | *utf-8* | *UTF8* | *utf8*) ;;
    *) [ "$(uname)" = Darwin ] && export LC_ALL=en_US.UTF-8 || export LC_ALL=C.UTF-8 ;;
esac

# complain ZH EN: one sentence to the error output.
complain() {
    printf '%s\n%s\n' "$1" "$2" >&2
}

# fail STATUS ZH EN: says why and ends; 1 the work failed, 2 wrong use.
fail() {
    complain "$2" "$3"
    exit "$1"
}

# unknown_option COMMAND OPTION
unknown_option() {
    fail 2 "$1 没有选项“$2”；可用的选项见 ./zhisheng $1 --help。" \
        "$1 has no option \"$2\"; ./zhisheng $1 --help lists its options."
}

# needs_value OPTION COUNT: fails unless the option is followed by something.
needs_value() {
    [ "$2" -gt 1 ] || fail 2 "选项 $1 后面要有一个值。" "The option $1 needs a value after it."
}
