"""How gunicorn serves the hub; it reads this file by itself. WEB_CONCURRENCY sets the workers."""

import os

workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
# Loaded once and then forked: half the work at start, and memory shared.
preload_app = True
worker_class = "gthread"
threads = 4
timeout = 60
graceful_timeout = 10
accesslog = "-"
# Its control socket would lie in the home folder, shared by every hub of this user.
control_socket_disable = True
