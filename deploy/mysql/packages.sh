# Fetches MySQL's packages from the mirror that the system already uses, suite sid, and unpacks them. Sourced.

# The mirror, the keyring and the protocol options are those of the system's own Debian sources.
mirror() {
    apt-get indextargets --format '$(ORIGIN) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
        sed -n 's/^Debian \(.*\/debian\/\{0,1\}\)$/\1/p' | head -n 1
}

private_apt() {
    apt-get -q \
        -o Dir::Etc::sourcelist="$cache/apt/sources.list" -o Dir::Etc::sourceparts=- \
        -o Dir::Etc::preferences=/dev/null -o Dir::Etc::preferencesparts=/dev/null \
        -o Dir::State="$cache/apt/state" -o Dir::State::Lists="$cache/apt/lists" -o Dir::State::status="$cache/apt/status" \
        -o Dir::Cache="$cache/apt" -o Dir::Cache::archives="$cache/debs" \
        -o APT::Sandbox::User="$(id -un)" -o APT::Install-Recommends=false -o Debug::NoLocking=true \
        -o Acquire::Retries=3 -o Acquire::http::Timeout=60 "$@"
}

fetch_packages() {
    local tool from
    for tool in apt-get dpkg-deb; do
        command -v $tool >/dev/null || impossible "没有 $tool（只支持 Debian）。" "there is no $tool (Debian only)."
    done
    from=$(mirror)
    [[ -n $from ]] || impossible "系统的软件源里没有 Debian 镜像，或还没有 apt-get update。" \
        "the system's sources name no Debian mirror, or apt-get update never ran."
    mkdir -p "$cache/debs/partial" "$cache/apt/lists/partial" "$cache/apt/state"
    : >"$cache/apt/status"
    printf 'deb [signed-by=%s] %s sid main\n' /usr/share/keyrings/debian-archive-keyring.gpg "$from" >"$cache/apt/sources.list"
    complain "正在下载 MySQL（Debian sid，约 60 MB）…" "Downloading MySQL (Debian sid, about 60 MB) ..."
    private_apt update >"$cache/apt.log" 2>&1 &&
        private_apt install --yes --download-only mysql-server-core mysql-client-core >>"$cache/apt.log" 2>&1 ||
        impossible "下载失败，见 $cache/apt.log。" "the download failed, see $cache/apt.log."
    : >"$cache/debs/complete"
}

# The packages are kept, since sid moves on; the root is unpacked anew where the temporary folder was emptied.
have_packages() {
    [[ ! -f $root/complete ]] || return 0
    [[ -f $cache/debs/complete ]] || fetch_packages
    local package
    rm -rf "$root"
    mkdir -p "$root"
    for package in "$cache"/debs/*.deb; do
        dpkg-deb --fsys-tarfile "$package" | tar -x -C "$root" --no-same-owner \
            --exclude=./usr/share/doc --exclude=./usr/share/man --exclude=./usr/share/locale --exclude=./dev
    done
    : >"$root/complete"
}
