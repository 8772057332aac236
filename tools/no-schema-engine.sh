#!/bin/sh
# Must fail: a stand-in that succeeds would turn a missing migration into a success.
echo 'The native Prisma schema engine is not used here. Author SQL with "pnpm migration <name>".' >&2
echo 'To use the native engine anyway, set PRISMA_SCHEMA_ENGINE_BINARY to its path.' >&2
exit 1
