# Install a lock into an environment: install.sh PYTHON ENVIRONMENT LOCK
set -eu
python=$1 environment=$2 lock=$3
if [ -z "$python" ] || ! "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 12))' 2>/dev/null; then
    echo "The Kidney Cancer Guide needs Python 3.11 or 3.12; install one, or name it: make run PYTHON=/path/to/python3.11" >&2
    exit 1
fi
if command -v uv >/dev/null 2>&1; then
    uv=uv
else
    uv=.venv-tools/bin/uv
    if [ ! -x "$uv" ]; then
        echo "Fetching uv, the installer …"
        "$python" -m venv .venv-tools
        .venv-tools/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-uv.lock
    fi
fi
echo "Installing into $environment (about a minute the first time) …"
[ -x "$environment/bin/python" ] || "$uv" venv --quiet --python "$python" "$environment"
"$uv" pip sync --quiet --require-hashes --python "$environment/bin/python" "$lock"
site=$("$environment/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
# The libraries' own tests, 36 MB that nothing imports.
for library in matplotlib networkx numpy scipy sklearn spacy thinc; do
    [ ! -d "$site/$library" ] || find "$site/$library" -type d -name tests -prune -exec rm -rf {} +
done
if [ "$lock" = requirements.lock ]; then
    # The project itself, and the stand-in for TensorFlow, for every Python of this environment:
    # the plain `rasa` commands need them too.
    printf '%s\nimport assistant.tensorflow_standin\n' "$(pwd)" > "$site/kidney_cancer_guide.pth"
fi
touch "$environment/.installed"
