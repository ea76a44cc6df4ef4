"""Asking a hub as a proxy does that took the question by HTTPS."""

import http.client
import re
from urllib.parse import urlencode


class Browser:
    """Keeps cookies between the questions to the hub that answers to `host` on a local port."""

    def __init__(self, port, host):
        self.port = port
        self.host = host
        self.cookies = {}

    def get(self, path):
        """Return the status, the headers and the text of the answer."""
        return self._ask("GET", path)

    def sign_in(self, name, password):
        """Fill in the admin's form; return whether the hub lets us in."""
        _status, _headers, form = self.get("/admin/login/")
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)[1]
        fields = {"username": name, "password": password, "csrfmiddlewaretoken": token}
        self._ask("POST", "/admin/login/", urlencode(fields))
        return self.get("/admin/")[0] == 200

    def _ask(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {
            "Host": self.host,
            "X-Forwarded-Proto": "https",
            "Referer": f"https://{self.host}/admin/login/",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        text = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, answer.headers, text
