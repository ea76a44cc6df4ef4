"""A server that speaks LibreTranslate's API and does to each text what the test asks for."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Service:
    """What was asked, and how to answer: `translate` takes a text and returns another.

    `reply` is what to send in place of an answer, `hang` an event to wait for before.
    """

    def __init__(self):
        self.asked = []
        self.translate = lambda text: text
        self.status = 200
        self.reply = None
        self.hang = None


@contextmanager
def serving():
    """Serve on a free port; yield the service, with its `url`."""
    service = Service()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            service.asked.append(question)
            if service.hang:
                service.hang.wait()
            answer = {"translatedText": [service.translate(text) for text in question["q"]]}
            body = json.dumps(answer).encode() if service.reply is None else service.reply
            self.send_response(service.status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        service.url = f"http://127.0.0.1:{server.server_port}"
        try:
            yield service
        finally:
            if service.hang:
                service.hang.set()
            server.shutdown()
