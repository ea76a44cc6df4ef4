"""What readers ask is counted by day and language, and nothing is kept that tells who asked."""

import logging
import os
import subprocess
import sys
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from core.models import HubDocument
from search.models import QuestionCount
from search.query_log import QueryLog, log
from search.questions import Question, countable, folded

ROOT = Path(__file__).resolve().parents[2]
READER = {"User-Agent": "Mozilla/5.0 (Linux; Android 10)"}


@pytest.fixture
def engine(settings):
    """Counting does not depend on who knows the words."""
    settings.ELASTICSEARCH_URL = ""


@pytest.fixture(autouse=True)
def nothing_waits():
    """Leave no counts of this test for another one to write."""
    yield
    log.clear()


@pytest.fixture
def lasting_counts(django_db_setup, django_db_blocker):
    """Let counts be committed, as threads and processes need them; they go in the end.

    A test that is marked as transactional would empty all tables, the first pages' too.
    """
    with django_db_blocker.unblock():
        yield
        QuestionCount.objects.all().delete()


@pytest.fixture
def counted(db):
    """Return a function that gives what is counted of each question: asked, empty, opened."""

    def written():
        log.flush()
        rows = QuestionCount.objects.values_list("question", "asked", "empty", "opened")
        return {question: tuple(counts) for question, *counts in rows}

    return written


def ask(client, language="en", **parameters):
    headers = {**READER, **parameters.pop("headers", {})}
    return client.get(f"/{language}/search/", parameters, headers=headers)


def came_from(address):
    return {**READER, "Referer": f"http://testserver{address}"}


def count(question, asked, days_ago=0, language="en", **fields):
    day = timezone.localdate() - timedelta(days=days_ago)
    values = {"text": question, "found": True, **fields}
    return QuestionCount.objects.create(
        language=language, question=question, day=day, asked=asked, **values
    )


def test_a_question_is_counted_by_its_words_whatever_their_capitals_and_signs(
    library, client, counted
):
    library.guide("Kangaroo mother care")
    for typed in ("Kangaroo mother care", "kangaroo-mother  CARE?", "“kangaroo mother care”"):
        ask(client, q=typed)
    assert counted() == {"kangaroo mother care": (3, 0, 0)}


def test_a_question_that_finds_nothing_is_counted_as_empty(library, client, counted):
    ask(client, q="zeppelin")
    library.guide("A zeppelin")
    ask(client, q="zeppelin")
    assert counted() == {"zeppelin": (2, 1, 0)}
    assert QuestionCount.objects.get().found


def test_a_question_that_only_similar_words_answer_has_found_nothing(library, client, counted):
    library.guide("Breastfeeding")
    assert ask(client, q="brestfeeding").context["results"].total == 1
    assert counted() == {"brestfeeding": (1, 1, 0)}


def test_each_language_is_counted_apart(library, client, counted):
    library.guide("स्तनपान", language="hi")
    ask(client, "hi", q="स्तनपान")
    ask(client, "en", q="स्तनपान")
    counted()
    assert sorted(QuestionCount.objects.values_list("language", flat=True)) == ["en", "hi"]


def test_filters_and_further_pages_ask_nothing_new(library, client, counted):
    library.guide("A ward", topics=["infection"])
    ask(client, q="ward")
    same = came_from("/en/search/?q=Ward")
    ask(client, q="ward", topic="infection", headers=same)
    ask(client, q="ward", page="2", headers=same)
    ask(client, q="ward", headers=same)
    ask(client, q="ward", topic="nothing-is-filed-here")
    assert counted() == {"ward": (1, 0, 0)}


def test_another_question_from_the_search_page_is_a_new_one(library, client, counted):
    ask(client, q="first")
    ask(client, q="second", headers=came_from("/en/search/?q=first"))
    assert counted() == {"first": (1, 1, 0), "second": (1, 1, 0)}


def test_a_resource_opened_from_the_results_counts_for_the_question(library, client, counted):
    guide = library.guide("Apgar score")
    ask(client, q="Apgar")
    assert client.get(guide.url, headers=came_from("/en/search/?q=Apgar")).status_code == 200
    assert counted() == {"apgar": (1, 0, 1)}


def test_a_document_opened_from_the_results_counts_for_the_question(db, client, counted):
    document = HubDocument.objects.create(title="Chart", file=ContentFile(b"Apgar", "chart.txt"))
    response = client.get(document.url, headers=came_from("/hi/search/?q=Apgar"))
    assert b"".join(response.streaming_content) == b"Apgar"
    assert counted() == {"apgar": (0, 0, 1)}
    assert QuestionCount.objects.get().language == "hi"


@pytest.mark.parametrize(
    "address",
    ["/en/search/", "/en/guides/?q=apgar", "/xx/search/?q=apgar", "/en/search/?q=apgar%40x.org"],
)
def test_a_resource_reached_in_another_way_counts_for_nothing(library, client, counted, address):
    guide = library.guide("Apgar score")
    client.get(guide.url, headers=came_from(address))
    client.get(guide.url, headers=READER)
    assert counted() == {}


@pytest.mark.parametrize(
    "referer",
    [
        "http://elsewhere.org/en/search/?q=apgar",
        "http://[broken/en/search/?q=apgar",
        "http://testserver/en/search/?" + "&".join(f"a{n}=1" for n in range(3000)) + "&q=apgar",
        "http://testserver/en/search/?q=%00",
        "http://testserver/en/search/?q=%FF%ED%A0%80" + "a" * 5000,
    ],
)
def test_a_strange_referer_harms_nothing(library, client, counted, referer):
    guide = library.guide("Apgar score")
    assert client.get(guide.url, headers={**READER, "Referer": referer}).status_code == 200
    assert counted() == {}


def test_a_section_is_no_resource_that_was_opened(library, client, counted):
    section = library.guide("Apgar score").get_parent()
    client.get(section.url, headers=came_from("/en/search/?q=apgar"))
    assert counted() == {}


@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": "Mozilla/5.0 (compatible; SomeBot/2.1)"},
        {"User-Agent": ""},
        {"Cookie": "sessionid=anything"},
        {"Sec-Purpose": "prefetch;prerender"},
    ],
    ids=["a robot", "no browser", "somebody signed in", "a browser that looks ahead"],
)
def test_who_is_no_reader_is_not_counted(library, client, counted, headers):
    guide = library.guide("Apgar score")
    ask(client, q="apgar", headers=headers)
    client.get(guide.url, headers={**came_from("/en/search/?q=apgar"), **headers})
    assert counted() == {}


@pytest.mark.parametrize(
    "text",
    [
        "asha@example.org",
        "call 98765 43210",
        "+91 (987) 654-3210",
        "patient 123456",
        "रोगी १२३४५६",
        "born 12.03.1987",
        "https://hub.example.org/?token=abc",
        "10.1136/bmjqs-2015-004411",
        "doi:10.1000/x",
        "PMID 123",
        "my sister had her baby in your ward yesterday",
        "a" * 81,
        "การดูแลทารกแรกเกิดน้ำหนักน้อยที่บ้านหลังคลอดในชุมชนห่างไกลโดยอาสาสมัคร",
        "ward -infection",
        "?!",
        "",
    ],
)
def test_what_may_tell_of_somebody_is_never_kept(text):
    assert countable(text, "en") is None


@pytest.mark.parametrize(
    "text", ["kmc", "apgar at 5 minutes", "covid-19 in 2020", "نوزائیدہ بچے", "การดูแลทารก"]
)
def test_a_question_of_a_few_words_is_kept(text):
    assert countable(text, "en").text == text


def test_a_question_is_shown_without_signs_that_turn_the_line_round():
    assert countable("ward\u202eطفل", "en").text == "wardطفل"


def test_readers_wait_for_nothing_to_be_written(library, client, django_assert_num_queries):
    library.guide("Apgar score")
    ask(client, q="apgar")
    with django_assert_num_queries(0):
        log.asked(Question("en", "apgar", "apgar"), found=True)
        log.flush_when_due()
    assert not QuestionCount.objects.exists()


def test_many_questions_are_written_after_an_answer_was_sent(lasting_counts):
    own = QueryLog()
    for number in range(200):
        own.asked(Question("en", f"question {number}", f"question {number}"), found=True)
    own.flush_when_due()
    _wait_for_writers()
    assert QuestionCount.objects.count() == 200


def _wait_for_writers():
    for thread in threading.enumerate():
        if thread.name == log.thread_name:
            thread.join(30)


def test_processes_that_write_at_once_lose_no_count(lasting_counts):
    logs = [QueryLog() for _ in range(4)]

    def write(own, order):
        for _ in range(5):
            for number in order:
                own.asked(Question("en", f"question {number}", "text"), found=False)
                own.opened(Question("en", f"question {number}", "text"))
            own.flush()
        connection.close()

    orders = [range(20), range(19, -1, -1)] * 2
    threads = [threading.Thread(target=write, args=pair) for pair in zip(logs, orders, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    counts = QuestionCount.objects.values_list("asked", "empty", "opened")
    assert list(counts) == [(20, 20, 20)] * 20


def test_what_the_database_does_not_take_waits_and_is_logged_without_words(lasting_counts, caplog):
    own = QueryLog()
    own.asked(Question("en", "apgar", "apgar"), found=True)
    with caplog.at_level(logging.WARNING), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE search_questioncount RENAME TO search_away")
        try:
            own.flush()
        finally:
            cursor.execute("ALTER TABLE search_away RENAME TO search_questioncount")
    (record,) = caplog.records
    assert "1 counts of questions wait" in record.getMessage()
    assert "apgar" not in record.getMessage()
    own.asked(Question("en", "apgar", "apgar"), found=True)
    own.flush()
    assert QuestionCount.objects.get().asked == 2


def test_processes_that_end_at_once_write_what_waits(lasting_counts):
    program = (
        "import django; django.setup()\n"
        "from search.query_log import log\n"
        "from search.questions import Question\n"
        "for text in ('apgar', 'ward', 'kmc'):\n"
        "    log.asked(Question('en', text, text), found=True)\n"
    )
    environment = {**os.environ, "DATABASE_URL": _address_of_the_test_database()}
    environment |= {"DJANGO_SETTINGS_MODULE": "hub.settings.test"}
    processes = [
        subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, env=environment)
        for _ in range(2)
    ]
    assert [process.wait(120) for process in processes] == [0, 0]
    assert list(QuestionCount.objects.values_list("asked", flat=True)) == [2, 2, 2]


def _address_of_the_test_database():
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    user = f"{settings['USER']}:{settings['PASSWORD']}"
    return f"postgresql://{user}@{settings['HOST']}:{settings['PORT']}/{settings['NAME']}"


def test_questions_asked_too_seldom_are_forgotten_after_30_days(db):
    count("seldom", 2, days_ago=31)
    count("twice, far apart", 2, days_ago=100)
    count("twice, far apart", 2, days_ago=60)
    count("often", 1, days_ago=50)
    count("often", 1, days_ago=40)
    count("often", 1, days_ago=31)
    count("seldom of late", 1, days_ago=29)
    call_command("tidy_questions")
    assert set(QuestionCount.objects.values_list("question", flat=True)) == {
        "often",
        "seldom of late",
    }
    assert QuestionCount.objects.filter(question="often").count() == 3


def test_old_counts_go_however_often_a_question_was_asked(db):
    count("often", 50, days_ago=401)
    count("often", 50, days_ago=399)
    call_command("tidy_questions")
    assert QuestionCount.objects.get().day == timezone.localdate() - timedelta(days=399)


def test_an_empty_log_is_tidy(db):
    call_command("tidy_questions")
    with transaction.atomic():
        assert not QuestionCount.objects.exists()


def test_words_left_out_on_purpose_make_no_question():
    assert folded("ward -infection", "en") == ""
    assert folded("hand-washing ward", "en") == "hand washing ward"
