"""Microsoft's schema of SARIF 2.1.0, and the validator Ajv, as a judge: is a log well formed?"""

import json
import subprocess
from pathlib import Path

NODE_MODULES = Path(__file__).parents[2] / "node_modules"
SCHEMA = "@microsoft/jest-sarif/lib/schemas/*.json"
PROGRAM = """
const [, modules, schema, log] = process.argv;
const Ajv = require(modules + '/ajv');
const ajv = new Ajv({schemaId: 'auto', validateSchema: false, allErrors: true});
ajv.addMetaSchema(require(modules + '/ajv/lib/refs/json-schema-draft-04.json'));
const sound = ajv.compile(require(schema));
const text = require('fs').readFileSync(log, 'utf-8');
const found = sound(JSON.parse(text)) ? [] : sound.errors;
console.log(JSON.stringify(found.map(one => one.dataPath + ': ' + one.message)));
"""


def against_the_schema(log: Path) -> list[str]:
    """Return what in a SARIF log is against the schema; an empty list is a clean bill."""
    found = sorted(NODE_MODULES.glob(SCHEMA))
    if not found:
        raise FileNotFoundError("the schema of SARIF is not in node_modules; run `make test`")
    words = ["node", "-e", PROGRAM, str(NODE_MODULES), str(found[0]), str(log)]
    run = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=True)
    return json.loads(run.stdout)
