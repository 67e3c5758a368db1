#!/bin/sh
# Starts the port. Its standard output is the protocol's; logs belong on standard error.
exec python3 "$(dirname "$0")/port.py"
