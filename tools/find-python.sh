# Print the first Python on the path that is 3.11 or 3.12.
for name in python3.11 python3.12 python3 python; do
    if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 12))' 2>/dev/null; then
        command -v "$name"
        exit 0
    fi
done
