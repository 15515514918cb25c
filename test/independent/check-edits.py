"""Checks edits of front matter with Python's own parsers.

Reads JSON lines from standard input, one edit each: {language, before, after, edit, pure?}. Writes one JSON line for each edit that
is wrong, {line, why, expected?, actual?}, and at the end {checked, unloadable_before, wrong}. Values are compared in a typed form, so that
the text `12` and the number 12 differ.
"""

import datetime
import json
import math
import sys

try:
    import yaml
except ImportError:
    yaml = None
try:
    import tomllib
except ImportError:
    tomllib = None


def load(language, source, pure):
    if language == "toml":
        return typed(tomllib.loads(source), 0)
    loader = yaml.SafeLoader if pure else yaml.CSafeLoader
    value = yaml.load(source, Loader=loader)
    # a block without keys is a map without entries to an edit
    return ("map", ()) if value is None else typed(value, 0)


def typed(value, depth):
    """A value as nested tuples: a list is ("list", items), a map ("map", ((key, value), ...)) in the order of the file."""
    if depth > 150:
        raise ValueError("too deep")
    if isinstance(value, dict):
        return ("map", tuple((typed(key, depth + 1), typed(item, depth + 1)) for key, item in value.items()))
    if isinstance(value, (list, tuple)):
        return ("list", tuple(typed(item, depth + 1) for item in value))
    if isinstance(value, set):
        return ("set", tuple(sorted((typed(item, depth + 1) for item in value), key=repr)))
    if isinstance(value, float):
        return ("float", "nan" if math.isnan(value) else repr(value))
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return (type(value).__name__, value.isoformat())
    return (type(value).__name__, repr(value))


def text(value):
    return ("str", repr(value))


class Meaningless(Exception):
    """The edit makes no sense for the values that were there: it should have been refused."""


class Meaning:
    """What a document should hold after an edit."""

    def __init__(self, language, pure):
        self.language = language
        self.pure = pure

    def added(self, value):
        kind = value["kind"]
        if kind == "text":
            return text(value["text"])
        if kind == "plain":
            return self.plain(value["source"])
        if kind == "list":
            return ("list", tuple(self.added(item) for item in value["items"]))
        return ("map", tuple((text(key), self.added(item)) for key, item in value["entries"]))

    def plain(self, source):
        assignment = f"key = {source}\n" if self.language == "toml" else f"key: {source}\n"
        return load(self.language, assignment, self.pure)[1][0][1]

    def after(self, tree, edit):
        kind, path = edit["kind"], edit["path"]
        if kind == "set":
            return self.change(tree, path, lambda old: self.added(edit["value"]))
        if kind == "clear":
            return self.change(tree, path, self.empty)
        if kind == "append":
            return self.change(tree, path, lambda old: self.appended(old, edit["value"]))
        if kind == "remove-item":
            return self.change(tree, path, lambda old: without(old, edit["index"]))
        if kind == "move-item":
            return self.change(tree, path, lambda old: moved(old, edit["from"], edit["to"]))
        if kind == "add-key":
            return self.change(tree, path, lambda old: self.with_key(old, edit["key"], edit["value"]))
        if kind == "remove-key":
            return self.change(tree, path[:-1], lambda old: self.without_key(old, path[-1]))
        return self.change(tree, path[:-1], lambda old: self.renamed(old, path[-1], edit["key"]))

    def change(self, tree, path, change):
        if not path:
            return change(tree)
        step, *rest = path
        if tree[0] == "list":
            index = int(step)
            if index >= len(tree[1]):
                raise Meaningless("no such item")
            return ("list", replaced(tree[1], index, self.change(tree[1][index], rest, change)))
        index = self.index_of(tree, step)
        key, value = tree[1][index]
        return ("map", replaced(tree[1], index, (key, self.change(value, rest, change))))

    def index_of(self, tree, step):
        if tree[0] != "map":
            raise Meaningless("no map")
        names = [key for key, _ in tree[1]]
        if text(str(step)) in names:
            return names.index(text(str(step)))
        # a path names a key as it is written, which in YAML may be a number or a yes
        if self.language == "yaml":
            try:
                return names.index(load("yaml", f"? {step}\n", self.pure)[1][0][0])
            except (yaml.YAMLError, ValueError, IndexError, TypeError):
                pass
        raise Meaningless("no such key")

    def empty(self, old):
        if self.language == "yaml":
            return ("NoneType", "None")
        return ("list", ()) if old[0] == "list" else ("map", ()) if old[0] == "map" else text("")

    def appended(self, old, value):
        if old[0] == "list":
            return ("list", old[1] + (self.added(value),))
        if old[0] == "map":
            raise Meaningless("a map is no list")
        is_empty = old in (("NoneType", "None"), text(""))
        return ("list", (self.added(value),) if is_empty else (old, self.added(value)))

    def with_key(self, old, key, value):
        if old == ("NoneType", "None"):
            old = ("map", ())
        if old[0] != "map" or any(name == text(key) for name, _ in old[1]):
            raise Meaningless("no place for a key")
        return ("map", old[1] + ((text(key), self.added(value)),))

    def without_key(self, old, key):
        index = self.index_of(old, key)
        return ("map", old[1][:index] + old[1][index + 1 :])

    def renamed(self, old, key, new):
        index = self.index_of(old, key)
        return ("map", replaced(old[1], index, (text(new), old[1][index][1])))


def replaced(items, index, item):
    return items[:index] + (item,) + items[index + 1 :]


def without(old, index):
    if old[0] != "list" or index >= len(old[1]):
        raise Meaningless("no such item")
    return ("list", old[1][:index] + old[1][index + 1 :])


def moved(old, start, to):
    if old[0] != "list" or max(start, to) >= len(old[1]):
        raise Meaningless("no such item")
    items = list(old[1])
    items.insert(to, items.pop(start))
    return ("list", tuple(items))


def unordered(tree):
    """The same tree with the entries of each map in a fixed order: where a key stands means nothing."""
    if tree[0] == "map":
        return ("map", tuple(sorted(((key, unordered(value)) for key, value in tree[1]), key=repr)))
    if tree[0] == "list":
        return ("list", tuple(unordered(item) for item in tree[1]))
    return tree


def node_at(source, path):
    """The YAML node that a path leads to, None when it leads nowhere."""
    node = yaml.compose(source, Loader=yaml.CSafeLoader)
    for step in path:
        if isinstance(node, yaml.SequenceNode):
            node = node.value[int(step)] if int(step) < len(node.value) else None
        elif isinstance(node, yaml.MappingNode):
            found = [value for key, value in node.value if key.value == str(step)]
            node = found[-1] if found else None
        else:
            return None
    return node


def with_block_ending(job):
    """The edit with the line breaks that a `|` or `>` value ends with: they belong to the way it is written, not to the text that a
    form shows and sets, unless that text has its own. None when the edit is not about such a value."""
    edit = job["edit"]
    if job["language"] != "yaml" or edit["kind"] != "set" or edit["value"]["kind"] != "text":
        return None
    before, after = (node_at(job[side], edit["path"]) for side in ("before", "after"))
    new = edit["value"]["text"]
    if not all(isinstance(node, yaml.ScalarNode) and node.style in ("|", ">") for node in (before, after)):
        return None
    if new.endswith("\n"):
        return None
    ending = before.value[len(before.value.rstrip("\n")) :]
    return {**edit, "value": {"kind": "text", "text": new + ending}}


parse_errors = (ValueError, RecursionError, OverflowError, TypeError) + ((yaml.YAMLError,) if yaml else ())


def check(job, cache):
    """None when the edit is right or the file could not be loaded before it either, else what is wrong."""
    language, pure = job["language"], job.get("pure", False)
    key = (language, job["before"], pure)
    if key not in cache:
        cache.clear()
        try:
            cache[key] = load(*key)
        except parse_errors:
            cache[key] = None
    before = cache[key]
    if before is None:
        return "unloadable before"
    try:
        after = load(language, job["after"], pure)
    except parse_errors as error:
        return {"why": f"unloadable: {error}"}
    try:
        expected = Meaning(language, pure).after(before, job["edit"])
        if unordered(expected) == unordered(after):
            return None
        with_ending = with_block_ending(job)
        if with_ending is not None:
            expected = Meaning(language, pure).after(before, with_ending)
    except (Meaningless, *parse_errors) as error:
        return {"why": f"not refused: {error}", "actual": repr(after)}
    if unordered(expected) != unordered(after):
        return {"why": "different", "expected": repr(expected), "actual": repr(after)}
    return None


def main():
    cache = {}
    checked = unloadable_before = wrong = 0
    for number, line in enumerate(sys.stdin):
        problem = check(json.loads(line), cache)
        if problem == "unloadable before":
            unloadable_before += 1
            continue
        checked += 1
        if problem is not None:
            wrong += 1
            print(json.dumps({"line": number, **problem}), flush=True)
    print(json.dumps({"checked": checked, "unloadable_before": unloadable_before, "wrong": wrong}), flush=True)


main()
