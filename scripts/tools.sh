# Sourced by run and test, with $root set: finds or installs what they need, and builds quietly.

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Shows a command's output only when it fails.
quietly() {
  local log
  log=$(mktemp)
  if "$@" >"$log" 2>&1 </dev/null; then
    rm -f "$log"
  else
    cut -c1-300 "$log" | awk '!seen[$0]++' | tail -n 60 >&2
    rm -f "$log"
    return 1
  fi
}

need_dotnet() {
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
  command -v dotnet >/dev/null ||
    fail "The .NET SDK is missing: install .NET 10 (https://dotnet.microsoft.com/download) and start again."
}

need_node() {
  command -v npm >/dev/null || fail "Node.js with npm is missing: install Node 20 or newer and start again."
}

is_root() { [[ $(id -u) == 0 ]]; }

# Real names for PACKAGE…: the newest libicu72 for libicu#. Without lists of packages its -dev stands in, which brings the library.
debian_names() {
  local package found
  for package; do
    found=$package
    if [[ $package == *# ]]; then
      found=$({ apt-cache search --names-only "^${package/%#/[0-9]+}\$" 2>/dev/null || true; } | cut -d' ' -f1 | sort -V | tail -n 1)
    fi
    printf '%s\n' "${found:-${package%#}-dev}"
  done
}

# need_debian PACKAGE…: installs those that are missing. A name ending in # stands for a version number (libicu#).
need_debian() {
  if ! command -v dpkg-query >/dev/null; then
    say "This is not Debian, so nothing is installed here; these must be present: ${*%#}"
    return 0
  fi

  local installed package missing=()
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p')
  for package; do
    grep -qE "^${package/%#/[0-9]+}\$" <<<"$installed" || missing+=("$package")
  done
  ((${#missing[@]})) || return 0

  local names=()
  mapfile -t names < <(debian_names "${missing[@]}")
  is_root || fail "Debian packages are missing and only root can install them: sudo apt-get install ${names[*]}"
  command -v apt-get >/dev/null || fail "Debian packages are missing and there is no apt-get: ${missing[*]%#}"
  say "Installing Debian packages: ${missing[*]%#}"
  export DEBIAN_FRONTEND=noninteractive
  quietly apt-get -o DPkg::Lock::Timeout=300 update || say "apt-get update failed; trying with the lists that are there."
  mapfile -t names < <(debian_names "${missing[@]}")
  quietly apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "${names[@]}" ||
    fail "apt-get could not install: ${names[*]}"
}

# need_npm FOLDER: npm ci when the lock file is another one than at the last time.
need_npm() {
  local folder=$1 stamp=$1/node_modules/.lock.sha256 now
  now=$(sha256sum <"$folder/package-lock.json")
  [[ -f $stamp && $(<"$stamp") == "$now" ]] && return 0
  need_node
  quietly npm ci --prefix "$folder" --no-audit --no-fund || fail "npm ci failed in $folder"
  printf '%s\n' "$now" >"$stamp"
}

# Where ./run and ./test quick build, without analyzers: apart from ./test, which must not find their output and take it for checked.
unchecked=artifacts/run

# built NAME: the assembly of that project, from the root of the repository.
built() { printf '%s' "$unchecked/bin/$1/release/$1.dll"; }

# build_unchecked PROJECT [ARGUMENT…]: only what is stale, and says what it is at.
build_unchecked() {
  local project=$1 start=$SECONDS
  shift
  rm -f "$root/$unchecked"/*.sha256 # what ./run believed to be built
  say "Restoring packages …"
  (cd "$root" && quietly dotnet restore "$project" --artifacts-path "$unchecked" -v quiet) || fail "The packages could not be restored."
  say "Compiling ${project%/*} …"
  (cd "$root" && quietly dotnet build "$project" --no-restore -c Release --artifacts-path "$unchecked" -v quiet -nodeReuse:false \
    -p:RunAnalyzers=false "$@") || fail "The build failed."
  say "Built in $((SECONDS - start)) s."
}

# Hash of everything that the application is built from, by content: copies and checkouts carry times of any kind.
sources_hash() {
  cd "$root"
  {
    find functions reporting demo \( -name bin -o -name obj \) -prune -o -type f -print0
    printf '%s\0' Directory.* global.json BannedSymbols.txt .editorconfig
  } | sort -z | xargs -0 sha256sum | sha256sum
}
