#!/usr/bin/env bash
# Rewrites the two lock files: names, versions and hashes, no addresses.
# requirements.lock runs trendechos; requirements-dev.lock adds every extra and the tools of the checks.
set -euo pipefail
cd "$(dirname "$0")/.."
common=(--universal --python-version 3.11 --generate-hashes
        --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet)
python -m uv pip compile pyproject.toml --group build "${common[@]}" "$@" -o requirements.lock
python -m uv pip compile pyproject.toml --all-extras --group dev -c requirements.lock "${common[@]}" "$@" -o requirements-dev.lock
