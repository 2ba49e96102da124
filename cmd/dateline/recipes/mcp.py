#!/usr/bin/env python3
"""A server for the model context protocol, on standard input and output, that lets a
language model read an archive: DATELINE_ARCHIVE=~/news ./mcp.py. It changes nothing."""

import json
import re
import subprocess
import sys
import tempfile

STORY = {"story": ("string", "the ID of a story")}
COUNT = {"limit": ("integer", "at most this many, 20 if not given")}
QUERY = {"query": ("string", "words, phrases and fields, such as place:seoul after:2024-08")}
TOOLS = {  # what each does, its arguments, those that it needs
    "search": ("The stories that match a query, best first.", QUERY | COUNT, ["query"]),
    "list": ("The newest headlines.", COUNT, []),
    "show": ("A whole story.", STORY, ["story"]),
    "related": ("The stories that a story lists, and those that list it.", STORY, ["story"]),
    "takes": ("The takes of a story, oldest first.", STORY, ["story"]),
    "timeline": ("The stories of the same course of events.", STORY, ["story"]),
}


def schema(arguments, needed):
    properties = {n: {"type": t, "description": d} for n, (t, d) in arguments.items()}
    return {"type": "object", "properties": properties, "required": needed}


def tools(_):
    return {"tools": [{"name": n, "description": d, "inputSchema": schema(a, needed)} for n, (d, a, needed) in TOOLS.items()]}


def call(params):
    name, given = params["name"], params.get("arguments") or {}
    _, arguments, needed = TOOLS[name]
    command = ["dateline", name, "--json"]
    if "limit" in arguments:
        command += ["--limit", str(int(given.get("limit", 20)))]
    if "story" in needed and not re.fullmatch("[a-z2-7]{4,}", given["story"]):
        raise ValueError("story is not an ID")  # else show would read any file
    command += ["--"] + [given[n] for n in needed]
    with tempfile.TemporaryDirectory() as empty:  # where no file has a name like an ID
        done = subprocess.run(command, cwd=empty, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return {"content": [{"type": "text", "text": done.stdout or done.stderr}], "isError": done.returncode != 0}


def initialize(params):
    return {"protocolVersion": params["protocolVersion"], "capabilities": {"tools": {}},
            "serverInfo": {"name": "dateline", "version": "1"}}


METHODS = {"initialize": initialize, "ping": lambda _: {}, "tools/list": tools, "tools/call": call}
for line in sys.stdin:
    request = json.loads(line)
    if "id" in request:  # others are notifications, which have no answer
        answer = {"jsonrpc": "2.0", "id": request["id"]}
        try:
            answer["result"] = METHODS[request["method"]](request.get("params") or {})
        except (KeyError, TypeError, ValueError) as wrong:
            answer["error"] = {"code": -32602, "message": f"missing, unknown or wrong: {wrong}"}
        print(json.dumps(answer), flush=True)
