#!/usr/bin/env bash
# A build without analyzers must not hide from a later build with them: the second one has to compile again and fail.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$root/artifacts/check
rm -rf "$folder"
mkdir -p "$folder"
cat >"$folder/Check.csproj" <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <RestorePackagesWithLockFile>false</RestorePackagesWithLockFile>
    <RestoreLockedMode>false</RestoreLockedMode>
  </PropertyGroup>
</Project>
PROJECT
cat >"$folder/Check.cs" <<'SOURCE'
namespace Check;

/// <summary>Takes its time from where nobody may.</summary>
public static class Hasty
{
    /// <summary>A banned symbol.</summary>
    public static readonly System.DateTime Now = System.DateTime.UtcNow;
}
SOURCE
cd "$folder"
dotnet build -c Release -v quiet -nodeReuse:false -p:RunAnalyzers=false
if dotnet build -c Release -v quiet -nodeReuse:false >with.log 2>&1; then
  echo "The build with analyzers took what was compiled without them."
  exit 1
fi
grep -q RS0030 with.log || { cat with.log; exit 1; }
