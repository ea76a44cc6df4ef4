"""Starting the hub: settings made once, steps done when due, processes kept and ended."""

import os
import select
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import env_file
from scripts.ports import free_port
from scripts.preparation import STEPS, Preparation
from scripts.problem import Problem
from scripts.run import require_port, settings_environment
from scripts.supervisor import MAX_LOG_BYTES, MAX_RESTARTS, Child, Supervisor

ROOT = Path(__file__).resolve().parents[2]
# Stands for manage.py: notes each command, and fails at the one that a file names.
NOTING = """\
import pathlib, sys
with open("called", "a") as called:
    called.write(sys.argv[1] + "\\n")
failing = pathlib.Path("failing")
if failing.exists() and failing.read_text() == sys.argv[1]:
    sys.exit("The reason of " + sys.argv[1])
if sys.argv[1] == "migrate":
    pathlib.Path("var/db.sqlite3").touch()
"""


@pytest.fixture
def clone(tmp_path):
    (tmp_path / "manage.py").write_text(NOTING)
    (tmp_path / "hub" / "demo").mkdir(parents=True)
    (tmp_path / "hub" / "demo" / "pages.py").touch()
    return tmp_path


def prepare(clone):
    """Prepare the clone, on the database of its own, and return the commands that this took."""
    (clone / "called").write_text("")
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    Preparation(clone, environment).run()
    return (clone / "called").read_text().split()


def has_ended(pid_handle, seconds=20):
    """Whether the process ends in time; a process handle becomes readable when it has."""
    return bool(select.select([pid_handle], [], [], seconds)[0])


def test_a_taken_port_is_said_in_one_sentence():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        result = subprocess.run(
            [sys.executable, "-m", "scripts.run"],
            cwd=ROOT,
            env={**os.environ, "PORT": port},
            capture_output=True,
            text=True,
        )
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert f"Port {port} is taken" in result.stderr


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "80a"])
def test_a_port_that_is_none_is_refused(port):
    with pytest.raises(Problem, match="number from 1 to 65535"):
        require_port(port)


def test_secrets_are_made_once_and_for_the_owner_only(tmp_path):
    path = tmp_path / ".env"
    assert env_file.create(path, 8000)
    written = path.read_text()
    assert not env_file.create(path, 8000)
    assert path.read_text() == written
    assert path.stat().st_mode & 0o777 == 0o600
    settings = env_file.read(path)
    assert len(settings["SECRET_KEY"]) > 50
    assert settings["DEBUG"] == "false"


def test_two_hubs_have_different_secrets(tmp_path):
    for name in ("a", "b"):
        env_file.create(tmp_path / name, 8000)
    first, second = (env_file.read(tmp_path / name) for name in ("a", "b"))
    assert first["SECRET_KEY"] != second["SECRET_KEY"]
    assert first["DEMO_PASSWORD"] != second["DEMO_PASSWORD"]


def test_another_port_changes_a_local_address_only():
    assert env_file.for_port({"SITE_URL": "http://localhost:8000"}, 8010) == {
        "SITE_URL": "http://localhost:8010"
    }
    public = {"SITE_URL": "https://hub.example.org"}
    assert env_file.for_port(public, 8010) == public


def test_the_process_environment_wins_over_the_file(tmp_path, monkeypatch):
    monkeypatch.setenv("SITE_URL", "http://hub.example.org")
    assert settings_environment(tmp_path / ".env", 8000)["SITE_URL"] == "http://hub.example.org"


def test_every_step_is_done_once(clone):
    assert prepare(clone) == [step.command[0] for step in STEPS]
    assert prepare(clone) == []


def test_a_changed_demo_is_loaded_and_indexed_again(clone):
    prepare(clone)
    (clone / "hub" / "demo" / "pages.py").write_text("changed")
    assert prepare(clone) == ["load_demo", "update_index"]


def test_a_deleted_database_is_made_again(clone):
    prepare(clone)
    (clone / "var" / "db.sqlite3").unlink()
    assert prepare(clone) == [step.command[0] for step in STEPS]


def test_an_interrupted_migration_is_gone_on_with(clone):
    (clone / "failing").write_text("migrate")
    with pytest.raises(Problem, match=r"Migrating the database failed: The reason of migrate"):
        prepare(clone)
    (clone / "failing").unlink()
    assert prepare(clone) == [step.command[0] for step in STEPS]


def test_the_hub_starts_without_a_search_index_and_builds_it_next_time(clone, capfd):
    (clone / "failing").write_text("update_index")
    prepare(clone)
    assert "The reason of update_index" in capfd.readouterr().out
    (clone / "failing").unlink()
    assert prepare(clone) == ["update_index"]


def test_a_process_that_died_is_started_again(tmp_path):
    child = Child("worker", ["sleep", "600"], tmp_path / "log")
    supervisor = Supervisor(dict(os.environ), tmp_path)
    supervisor.start(child)
    try:
        first = child.process
        first.kill()
        first.wait()
        supervisor.check()
        assert child.process.pid != first.pid
        assert child.process.poll() is None
    finally:
        supervisor.stop()
    assert child.process.poll() is not None


def test_a_process_that_keeps_dying_is_given_up_with_its_reason(tmp_path):
    child = Child("worker", ["sh", "-c", "echo the reason; exit 3"], tmp_path / "log")
    supervisor = Supervisor(dict(os.environ), tmp_path)
    supervisor.start(child)
    for _ in range(MAX_RESTARTS):
        child.process.wait()
        supervisor.check()
    child.process.wait()
    with pytest.raises(Problem, match="The worker keeps stopping: the reason"):
        supervisor.check()


def test_a_full_log_is_put_aside_while_its_process_writes_on(tmp_path):
    full, go_on = tmp_path / "full", tmp_path / "go-on"
    for fifo in (full, go_on):
        os.mkfifo(fifo)
    fill = f"head -c {MAX_LOG_BYTES + 1} /dev/zero | tr '\\0' x"
    script = f"{fill}; echo > full; read _ < go-on; echo later"
    child = Child("worker", ["sh", "-c", script], tmp_path / "log")
    supervisor = Supervisor(dict(os.environ), tmp_path)
    supervisor.start(child)
    try:
        full.read_text()
        supervisor.check()
        assert (tmp_path / "log.1").stat().st_size == MAX_LOG_BYTES + 1
        go_on.write_text("\n")
        child.process.wait(20)
    finally:
        supervisor.stop()
    assert (tmp_path / "log").read_text() == "later\n"


def test_children_end_with_a_parent_that_is_killed(tmp_path):
    parent = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from scripts import processes\n"
            f"child = processes.start(['sleep', '600'], log={str(tmp_path / 'log')!r})\n"
            "print(child.pid, flush=True)\n"
            "child.wait()\n",
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    with parent:
        child = os.pidfd_open(int(parent.stdout.readline()))
        parent.send_signal(signal.SIGKILL)
        assert has_ended(child)
        os.close(child)


def test_a_free_port_can_be_used():
    assert require_port(str(free_port()))
