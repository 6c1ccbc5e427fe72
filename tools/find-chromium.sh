# Print the path of a Chromium; where none is, install Debian's if that is allowed, or say in one line what is needed.
set -u
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    [ -z "$name" ] || ! command -v "$name" >/dev/null 2>&1 || { command -v "$name"; exit 0; }
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Debian's Chromium …" >&2
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; } >/dev/null 2>&1
    ! command -v chromium >/dev/null 2>&1 || { command -v chromium; exit 0; }
fi
echo "The browser tests need Chromium: install it (apt-get install chromium) or name it (make test-browser CHROMIUM=/path)." >&2
exit 1
