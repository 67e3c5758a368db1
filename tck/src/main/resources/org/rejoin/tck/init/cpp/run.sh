#!/bin/sh
# Compiles the port if its source is newer, and starts it. Needs a compiler of C++17.
# Its standard output is the protocol's; logs belong on standard error.
cd "$(dirname "$0")" || exit
if [ ! -x build/port ] || [ port.cpp -nt build/port ] || [ json.hpp -nt build/port ]; then
  # Under a name of its own, and moved in one step: several may start at once.
  mkdir -p build
  "${CXX:-c++}" -std=c++17 -O1 -Wall -Wextra -o "build/port.$$" port.cpp >&2 || exit
  mv -f "build/port.$$" build/port
fi
exec build/port
