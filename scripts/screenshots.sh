#!/usr/bin/env bash
# Saves a picture of every page, in both languages, light and dark, phone and desktop, for people to look at.
#   scripts/screenshots.sh            into artifacts/screenshots, which git ignores
#   scripts/screenshots.sh --guide    instead: makes the pictures of the guides anew, in docs/th/images
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/scripts/tools.sh"
cd "$root"

folder=$root/artifacts/screenshots
runner=tests/Functions.Tests/bin/Release/net10.0/CddFunctions.Tests.dll

guide=
case ${1-} in
  '') ;;
  --guide) guide=1 ;;
  *) fail "Usage: scripts/screenshots.sh [--guide]" ;;
esac

# Classes that save a picture, themselves or through a helper that does.
classes() {
  local saves='Screens\.SaveAsync|RosterBrowser\.CheckAsync|using static .*RosterBrowser'
  grep -rlE "$saves" tests/Functions.Tests --include='*Tests.cs' | xargs -n 1 basename | sed 's/\.cs$//' | sort
}

need_dotnet
need_debian 'libicu#' ffmpeg chromium fonts-thai-tlwg
need_npm tests/npm # what stands in for Blob storage
say "Building …"
quietly dotnet build tests/Functions.Tests -c Release -v quiet -nodeReuse:false || fail "The build failed."

if [[ $guide ]]; then
  dotnet "$runner" -noLogo -noColor -explicit only -class '*.GuidePicturesTests' -class '*.VotePicturesTests'
  say "Look at each: docs/th/images"
  exit
fi

rm -rf "$folder"
mkdir -p "$folder"
arguments=()
for class in $(classes); do arguments+=(-class "*.$class"); done
code=0
SCREENSHOTS=$folder dotnet "$runner" -noLogo -noColor "${arguments[@]}" || code=$?
say "$(find "$folder" -type f | wc -l) pictures in artifacts/screenshots"
exit "$code"
