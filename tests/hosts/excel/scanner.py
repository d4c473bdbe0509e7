"""Two programs that schools' scanners build on: they read the VBA of a file, and judge it.

Both warn of the parser that they use themselves; that is not ours to mend.
"""

import warnings

with warnings.catch_warnings(action="ignore"):
    from oletools.mraptor import MacroRaptor
    from oletools.olevba import VBA_Parser


def modules(path):
    """Return the text of each module by its name, as olevba reads it."""
    with warnings.catch_warnings(action="ignore"):
        parser = VBA_Parser(str(path))
        held = {name: text for _, _, name, text in parser.extract_macros()}
        parser.close()
    return held


def verdict(texts):
    """Return MacroRaptor's flags (starts itself, writes, executes), and whether that is bad."""
    raptor = MacroRaptor("\n".join(texts))
    raptor.scan()
    return raptor.get_flags(), raptor.suspicious
