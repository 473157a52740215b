# Sourced by test, with $root set: the loop of whoever is writing code.

# Test classes that start a browser, another program, a process, or a whole demo: found by what they name, so none has to say so.
slow_classes() {
  local starters='Chromium |ServerProcess\.|StandIn\.Start|PublishedFolder|CosmosStores|BlobStore|'
  starters+='CosmosServer|AzuriteServer|NodeTool|Tool\.|Workshop |BicepCompiler|DemoRun |RecordedDay |RecordedServer|RevealingDay'
  grep -rlE "$starters" tests/Functions.Tests --include='*Tests.cs' | xargs -n 1 basename | sed 's/\.cs$//' | sort
}

# quick [CLASS]: compiles what is stale, without analyzers, and runs one class, or those that start nothing but the application itself.
quick() {
  local chosen=() class
  # The compiler stays for ten minutes after the last build: it starts slower than it compiles.
  build_unchecked tests/Functions.Tests/CddFunctions.Tests.csproj -p:UseSharedCompilation=true
  if (($#)); then
    chosen=(-class "*${1#\*}")
  else
    for class in $(slow_classes); do chosen+=(-class- "*.$class"); done
  fi
  run_tests "$root/$(built CddFunctions.Tests)" in-process ${chosen[@]+"${chosen[@]}"}
  ((passed + failed + skipped)) || { say "No test class is called $1."; failed=1; }
}
