#!/usr/bin/env bash
# Brings this machine to where the tool runs (tools/setup.sh demo) or where every test and
# judge runs (tools/setup.sh test). Quick and silent when nothing is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly oldest_python=3.11 oldest_office=25.2
readonly package_stamp=.venv/.xlbudget-installed node_stamp=node_modules/.xlbudget-installed

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
at_least() { printf '%s\n%s\n' "$1" "${2:-0}" | sort -V -C; }

# --- Debian -----------------------------------------------------------------------------------
os_release() { (. /etc/os-release 2>/dev/null && printf '%s' "${!1:-}") || true; }
is_debian() { [ "$(os_release ID)" = debian ] && command -v apt-get >/dev/null; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
apt_get() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" </dev/null; }
apt_install() {
  say "installing $*"
  apt_get -y --no-install-recommends -o Dpkg::Use-Pty=0 install "$@" >/dev/null
}

offered_office() { apt-cache policy libreoffice-calc | sed -nE 's/^ *Candidate: ([0-9]+:)?([0-9.]+).*/\2/p'; }

# The backports suite of the very mirror that this machine already uses.
add_backports() {
  local suite=$1 folder=/etc/apt/sources.list.d
  if apt-cache policy | grep "n=$suite," >/dev/null; then return; fi
  say "adding the suite $suite of the mirror already configured"
  if [ -f "$folder/debian.sources" ]; then
    sed -e '/^$/,$d' -e "s/^Suites:.*/Suites: $suite/" "$folder/debian.sources" |
      as_root tee "$folder/backports.sources" >/dev/null
  else
    sed -nE "/^(deb( \[[^]]*\])? [^ ]+) ${suite%-backports} .*/{s//\1 $suite main/p;q}" \
      /etc/apt/sources.list | as_root tee "$folder/backports.list" >/dev/null
  fi
  apt_get update
}

install_office() {
  local suite
  suite="$(os_release VERSION_CODENAME)-backports"
  if at_least "$oldest_office" "$(offered_office)"; then
    apt_install libreoffice-calc libreoffice-script-provider-python python3-uno
  else
    add_backports "$suite"
    apt_install -t "$suite" libreoffice-calc libreoffice-script-provider-python python3-uno
  fi
}

# --- What the judges need ---------------------------------------------------------------------
office_version() { soffice --version 2>/dev/null | sed -nE 's/^LibreOffice ([0-9.]+).*/\1/p' || true; }
has_office() { at_least "$oldest_office" "$(office_version)" && /usr/bin/python3 -c 'import uno' 2>/dev/null; }
has_font() { [ -n "$(fc-list Carlito family 2>/dev/null)" ]; }
has_poppler() { command -v pdftoppm && command -v pdftotext; } >/dev/null
has_postgres() { command -v initdb || ls /usr/lib/postgresql/*/bin/initdb; } >/dev/null 2>&1
has_chromium() { command -v chromium; } >/dev/null
has_npm() { command -v node && command -v npm; } >/dev/null

missing_judges() {
  has_office || echo "LibreOffice $oldest_office or newer, with its Python bridge for /usr/bin/python3 (libreoffice.org)"
  has_font || echo "the font Carlito (fonts.google.com/specimen/Carlito)"
  has_poppler || echo "pdftoppm and pdftotext (poppler.freedesktop.org)"
  has_postgres || echo "PostgreSQL's server programs (postgresql.org)"
  has_chromium || echo "Chromium (chromium.org)"
  has_npm || echo "Node.js with npm (nodejs.org)"
}

install_judges() {
  [ -n "$(missing_judges)" ] || return 0
  if is_debian; then
    apt_get update
    has_office || install_office
    has_font || apt_install fonts-crosextra-carlito fontconfig
    has_poppler || apt_install poppler-utils
    has_postgres || apt_install postgresql
    has_chromium || apt_install chromium
    has_npm || apt_install nodejs npm
  fi
  [ -z "$(missing_judges)" ] || fail "the tests need what is not here; please install by hand:
$(missing_judges | sed 's/^/  - /')"
}

install_node_modules() {
  local wanted
  wanted=$(cksum <package.json)
  [ "$(cat "$node_stamp" 2>/dev/null)" = "$wanted" ] && return
  say "installing the judges that come from npm"
  npm install --no-package-lock --no-audit --no-fund --loglevel=error </dev/null >&2
  printf '%s\n' "$wanted" >"$node_stamp"
}

# --- Python -----------------------------------------------------------------------------------
is_recent_python() { "$1" -c "import sys; sys.exit(sys.version_info < (${oldest_python/./, }))" 2>/dev/null; }

create_venv() {
  local python
  is_recent_python .venv/bin/python && return
  for python in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
    [ -n "$python" ] && is_recent_python "$python" && break
  done
  is_recent_python "$python" || fail "Python $oldest_python or newer is needed; name it with PYTHON=..."
  if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    is_debian || fail "$python cannot create virtual environments; install its venv module"
    apt_get update
    apt_install python3-venv
  fi
  "$python" -m venv --clear .venv
}

# $1: "" for the tool alone, "[dev]" with what the tests need; the latter serves for both.
install_project() {
  local wanted
  wanted="$(cksum <pyproject.toml)$1"
  case "$(cat "$package_stamp" 2>/dev/null)" in "$wanted" | "$wanted[dev]") return ;; esac
  say "installing xlbudget$1 into .venv"
  .venv/bin/python -m pip --disable-pip-version-check --quiet install --editable ".$1" </dev/null
  printf '%s\n' "$wanted" >"$package_stamp"
}

case "${1:-}" in
  demo)
    create_venv
    install_project ""
    ;;
  test)
    create_venv
    install_project "[dev]"
    install_judges
    install_node_modules
    ;;
  *) fail "say what for: demo or test" ;;
esac
