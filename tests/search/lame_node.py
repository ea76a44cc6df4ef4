"""What stands where a node of Elasticsearch should, and fails in the ways that nodes do."""

import json
import socketserver
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PRODUCT = {"X-Elastic-Product": "Elasticsearch"}
IN_PART = {"timed_out": False, "_shards": {"failed": 1}, "hits": {"hits": []}}
WELL = {"timed_out": False, "_shards": {"failed": 0}, "hits": {"hits": []}}


class LameNode:
    """Answers every request with `status` and `answer`, counts them, and says where it is."""

    def __init__(self, status, answer):
        self.status, self.answer = status, answer
        self.asked = 0
        self.url = ""


@contextmanager
def lame_node(status=200, answer=WELL):
    """Give a LameNode that may be told to answer otherwise."""
    node = LameNode(status, answer)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            node.asked += 1
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            body = json.dumps(node.answer).encode()
            self.send_response(node.status)
            for name, value in {**PRODUCT, "Content-Type": "application/json"}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        node.url = f"http://127.0.0.1:{server.server_port}"
        yield node
        server.shutdown()


@contextmanager
def silent_node():
    """Give the address of something that takes every request and never answers."""
    over = threading.Event()

    class Handler(socketserver.BaseRequestHandler):
        def handle(self):
            over.wait()

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        over.set()
        server.shutdown()
