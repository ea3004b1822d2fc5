# Read by flume-ng and stocktrend: where the home is, and which Java runs it.

fail() {
  printf '%s: %s\n' "${0##*/}" "$1" >&2
  exit "${2:-1}"
}

# Prints the folder that holds this distribution, through any chain of symbolic links.
find_home() {
  local file=$1 target
  while [[ -L $file ]]; do
    target=$(readlink "$file")
    [[ $target == /* ]] || target=$(dirname "$file")/$target
    file=$target
  done
  (cd -P "$(dirname "$file")/.." && pwd)
}

# Prints the major version of the Java whose executable is given: from its release file, because a
# trial run costs a tenth of a second at every start.
java_major() {
  local java=$1 home version
  home=$(find_home "$java")
  version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$home/release" 2>/dev/null)
  if [[ -z $version ]]; then
    version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
  fi
  version=${version#1.}
  printf '%s\n' "${version%%[!0-9]*}"
}

# Sets java to the executable to run: that of JAVA_HOME, else the first one on the PATH.
choose_java() {
  if [[ -n ${JAVA_HOME:-} ]]; then
    java=$JAVA_HOME/bin/java
    [[ -x $java ]] || fail "JAVA_HOME is $JAVA_HOME, which has no bin/java: correct or unset it"
  else
    java=$(command -v java) || fail "there is no java: install a JDK 17 or newer, or set JAVA_HOME"
  fi
  local major
  major=$(java_major "$java")
  [[ -n $major ]] || fail "$java does not tell its version: set JAVA_HOME to a JDK 17 or newer"
  ((major >= 17)) || fail "$java is version $major: set JAVA_HOME to a JDK 17 or newer"
}

# A dump of the memory would hold keys in the clear: none of a heap or a core unless asked for in
# JAVA_OPTS or flume-env.sh, which come later and win.
ulimit -S -c 0
undumped_java=(-XX:-HeapDumpOnOutOfMemoryError)

# What silences JDK 24 and newer about native code and Unsafe; JDK 17 skips what it does not know.
quiet_java=(
  -XX:+IgnoreUnrecognizedVMOptions
  --enable-native-access=ALL-UNNAMED
  --sun-misc-unsafe-memory-access=allow
)
