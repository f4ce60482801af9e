# Finds a JDK that is new enough, without asking for one to be on the PATH.

jdk_minimum=${ZHISHENG_JDK_MINIMUM:-25}

# Major version of the JDK in a folder; fails where there is no JDK (a JRE cannot build).
jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
    found=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
    [ -n "$found" ] || found=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p')
    [ -n "$found" ] && printf '%s\n' "$found"
}

# The folder of the java on the PATH, wherever its links lead.
jdk_on_path() {
    command -v java >/dev/null 2>&1 || return 0
    java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

# Every folder that may hold a JDK, one a line, the most deliberate choice first.
jdk_folders() {
    [ -z "${JAVA_HOME-}" ] || printf '%s\n' "$JAVA_HOME"
    jdk_on_path
    sed -n 's:.*<jdkHome>\(.*\)</jdkHome>.*:\1:p' "${HOME-}/.m2/toolchains.xml" 2>/dev/null || :
    for folder in /usr/lib/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/*jdk* \
        "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.gradle/jdks/* \
        "${HOME-}"/.asdf/installs/java/* "${HOME-}"/.local/share/mise/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        [ ! -d "$folder" ] || printf '%s\n' "$folder"
    done
}

# The first folder with a JDK that is new enough; nothing where there is none.
find_jdk() {
    jdk_folders | while IFS= read -r folder; do
        version=$(jdk_version "$folder") || continue
        if [ "$version" -ge "$jdk_minimum" ]; then
            printf '%s\n' "$folder"
            break
        fi
    done
}

# Sets JAVA_HOME for everything that follows, or says what to install.
use_jdk() {
    JAVA_HOME=$(find_jdk)
    [ -n "$JAVA_HOME" ] || fail 1 \
        "没有找到 JDK $jdk_minimum：请安装 JDK $jdk_minimum 或更新的版本（例如 adoptium.net 的 Temurin），或让 JAVA_HOME 指向它。" \
        "No JDK $jdk_minimum was found: install JDK $jdk_minimum or newer (for example Temurin from adoptium.net), or point JAVA_HOME to one."
    export JAVA_HOME
}
