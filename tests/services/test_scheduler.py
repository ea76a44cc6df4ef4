"""The scheduler publishes what is due, outlives failures, and ends when it is told to."""

import logging
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from wagtail.models import Page

from hub.management.commands.scheduler import run_due

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.django_db
def test_a_page_whose_time_has_come_is_published():
    page = Page.get_first_root_node().add_child(instance=Page(title="Later", live=False))
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    run_due({})
    page.refresh_from_db()
    assert page.live


@pytest.mark.django_db
def test_a_sign_in_that_has_expired_is_cleared():
    for key, days in (("old", -1), ("new", 1)):
        ends = timezone.now() + timedelta(days=days)
        Session.objects.create(session_key=key, session_data="", expire_date=ends)
    run_due({})
    assert [session.session_key for session in Session.objects.all()] == ["new"]


@pytest.mark.django_db
def test_a_failing_job_is_logged_and_the_others_go_on(caplog):
    jobs = {"no_such_command": 60, "publish_scheduled": 60, "nor_this": 60}
    with caplog.at_level(logging.ERROR):
        run_due({}, jobs)
    failed = [record.args[0] for record in caplog.records if "tried again later" in record.msg]
    assert failed == ["no_such_command", "nor_this"]


@pytest.mark.django_db
def test_a_job_waits_until_it_is_due_again(caplog):
    due = {}
    with caplog.at_level(logging.ERROR):
        for _ in range(2):
            run_due(due, {"no_such_command": 3600})
    assert len(caplog.records) == 1


def test_it_ends_cleanly_when_told_to(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "manage.py", "scheduler"],
        cwd=ROOT,
        env={
            **os.environ,
            "SECRET_KEY": "only-for-this-test",
            # Without tables every job fails, and saying so tells that the scheduler is at work.
            "DATABASE_URL": f"sqlite:///{tmp_path / 'empty.sqlite3'}",
        },
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        assert any("tried again later" in line for line in process.stderr)
        process.terminate()
        process.communicate(timeout=30)
    assert process.returncode == 0
