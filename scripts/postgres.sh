# Sourced: starts a throw-away PostgreSQL on a socket of its own, exports TRENDECHOS_TEST_POSTGRES and
# stops it when the shell ends. Needs Debian's package postgresql.
pg_bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
pg_dir=$(mktemp -d)
pg_as=()
if [ "$(id -u)" = 0 ]; then  # initdb refuses to run as root
  chown postgres "$pg_dir"
  pg_as=(runuser -u postgres --)
fi
(cd "$pg_dir" && "${pg_as[@]}" "$pg_bin/initdb" -D "$pg_dir/data" -A trust -U trendechos -E UTF8 --locale=C >/dev/null &&
  "${pg_as[@]}" "$pg_bin/pg_ctl" -D "$pg_dir/data" -l "$pg_dir/log" -w \
    -o "-k $pg_dir -c listen_addresses='' -c fsync=off" start >/dev/null)
trap '(cd "$pg_dir" && "${pg_as[@]}" "$pg_bin/pg_ctl" -D "$pg_dir/data" -m immediate stop >/dev/null); rm -rf "$pg_dir"' EXIT
export TRENDECHOS_TEST_POSTGRES="postgresql://trendechos@/postgres?host=$pg_dir"
