"""Validates YAML files against a JSON Schema: validate.py SCHEMA FILE…

Prints a line for each mistake, and ends with 1 if there is one.
"""

import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """Reads dates as texts, as the core schema of YAML 1.2 and editors do."""


Loader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def main(schema_name, names):
    with open(schema_name, encoding="utf-8") as file:
        schema = yaml.safe_load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    mistakes = 0
    for name in names:
        with open(name, encoding="utf-8-sig") as file:
            content = yaml.load(file, Loader)
        for mistake in validator.iter_errors(content):
            mistakes += 1
            place = "/".join(str(part) for part in mistake.absolute_path)
            print(f"{name}: {place}: {mistake.message[:300]}")
    print(f"{len(names)} files, {mistakes} mistakes")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
