"""Node.js as a judge: runs our scripts, and Microsoft's own tools for add-ins."""

import json
import subprocess
from pathlib import Path

NODE_MODULES = Path(__file__).parents[2] / "node_modules"

MANIFEST = """
const judge = require(process.argv[1] + '/office-addin-manifest');
judge.validateManifest(process.argv[2]).then((found) => {
  const report = found.report ?? {};
  const told = [...(report.errors ?? []), ...(report.warnings ?? [])];
  const words = told.map((one) => JSON.stringify(one));
  console.log(JSON.stringify({ valid: found.isValid, told: words }));
});
"""

METADATA = """
const metadata = require(process.argv[1] + '/custom-functions-metadata');
const made = metadata.generateCustomFunctionsMetadata(process.argv[2]);
made.then((found) => console.log(JSON.stringify(
  { errors: found.errors, metadata: JSON.parse(found.metadataJson || '{}') })));
"""


def package(name: str) -> Path:
    """Return the folder of a package from npm; `make test` installs it."""
    folder = NODE_MODULES / name
    if not folder.is_dir():
        raise FileNotFoundError(f"{name} is not in node_modules; `make test` installs it")
    return folder


def run(*words: str | Path) -> object:
    """Return what a program of Node.js says on its standard output, read as JSON."""
    done = subprocess.run(
        ["node", *map(str, words)], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    return json.loads(done.stdout)


def manifest_verdict(path: Path) -> dict:
    """Return Microsoft's verdict on a unified manifest; nothing goes over the network."""
    package("office-addin-manifest")
    return run("-e", MANIFEST, NODE_MODULES, path)


def metadata_of(source: Path) -> dict:
    """Return the metadata that Microsoft's generator makes from commented functions."""
    package("custom-functions-metadata")
    return run("-e", METADATA, NODE_MODULES, source)


def types_found_wrong(*scripts: Path) -> list[str]:
    """Return what the compiler of TypeScript finds in scripts with JSDoc types."""
    options = ("--checkJs", "--allowJs", "--noEmit", "--strict", "--skipLibCheck")
    target = ("--target", "es2022", "--module", "es2022", "--moduleResolution", "bundler")
    tsc = package("typescript") / "bin" / "tsc"
    words = ["node", tsc, *options, *target, "--lib", "es2022,dom,dom.iterable", *scripts]
    done = subprocess.run(
        list(map(str, words)), capture_output=True, text=True, encoding="utf-8", check=False
    )
    return [line for line in done.stdout.splitlines() if line.strip()]
