# Resolve the pins anew: hashes, and no address of a registry.
set -eu
uv=$(command -v uv || echo .venv-tools/bin/uv)
compile() {
    "$uv" pip compile --quiet --python-version 3.11 --python-platform linux --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-annotate --no-header "$@"
}
compile pyproject.toml --group test --output-file requirements.lock
compile --group check --output-file requirements-check.lock
compile --group browser --output-file requirements-browser.lock
