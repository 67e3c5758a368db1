#!/bin/sh
# Serves the port on standard input and output: run.sh [TIME_SCALE [CONCURRENCY]]
# Build it first: mvn -q package -Dmaven.test.skip=true, in the project's root.
set -eu
unset CDPATH
here=$(cd "$(dirname "$0")" && pwd -P)
classes=$here/target/classes
kit=$here/../target/rejoin.jar
if [ ! -d "$classes" ] || [ ! -f "$kit" ]; then
  echo "run.sh: $classes or $kit is not built; run mvn -q package -Dmaven.test.skip=true in the project's root" >&2
  exit 1
fi
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto \
  -cp "$classes:$kit" org.rejoin.example.udp.Main "$@"
