"""What stands in a folder, so that a test can say that nothing of it changed."""

from hashlib import sha256


def tree_of(folder):
    """Return every path of a folder with its mode, its time of change and its content."""
    return {
        str(path.relative_to(folder)): (
            path.lstat().st_mode,
            path.lstat().st_mtime_ns,
            sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        )
        for path in sorted(folder.rglob("*"))
    }
