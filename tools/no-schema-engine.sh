#!/bin/sh
# Must fail: a stand-in that succeeds would turn a missing migration into a success. One that merely ends is not enough,
# because Prisma then sometimes ends with success too: so every question is answered with an error, as JSON-RPC.
hint='The native Prisma schema engine is not used here. Author SQL with: pnpm migration <name>. To use the native engine, set PRISMA_SCHEMA_ENGINE_BINARY to its path.'

case " $* " in
  *" cli "*)
    echo "$hint" >&2
    exit 1
    ;;
esac

while read -r question; do
  id=$(printf '%s' "$question" | sed -n 's/.*"id":\([0-9][0-9]*\).*/\1/p')
  printf '{"jsonrpc":"2.0","id":%s,"error":{"code":4466,"message":"%s","data":{"is_panic":false,"message":"%s","meta":null,"error_code":null}}}\n' \
    "${id:-1}" "$hint" "$hint"
done
exit 1
