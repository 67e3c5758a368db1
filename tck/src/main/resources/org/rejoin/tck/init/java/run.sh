#!/bin/sh
# Compiles the port if its source is newer, and starts it. Needs a JDK 17 or newer.
# Its standard output is the protocol's; logs belong on standard error.
cd "$(dirname "$0")" || exit
if [ ! -f build/port.jar ] || [ Port.java -nt build/port.jar ] || [ Json.java -nt build/port.jar ]; then
  # In a folder of its own, and moved in one step: several may start at once.
  work=build/$$
  javac -encoding UTF-8 -d "$work/classes" ./*.java >&2 || exit
  jar --create --file "$work/port.jar" -C "$work/classes" . >&2 || exit
  mv -f "$work/port.jar" build/port.jar && rm -rf "$work"
fi
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 -cp build/port.jar Port
