#!/bin/sh
# Compiles the port if its source is newer, and starts it. Needs a JDK 17 or newer.
# Its standard output is the protocol's; logs belong on standard error.
cd "$(dirname "$0")" || exit
if [ ! -f build/Port.class ] || [ -n "$(find . -name '*.java' -newer build/Port.class)" ]; then
  javac -encoding UTF-8 -d build ./*.java >&2 || exit
fi
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 -cp build Port
