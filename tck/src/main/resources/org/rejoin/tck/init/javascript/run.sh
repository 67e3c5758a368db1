#!/bin/sh
# Starts the port. Its standard output is the protocol's; logs belong on standard error.
exec node "$(dirname "$0")/port.mjs"
