"""Whatever stands in passages comes back from a file as it went out."""

import re
import time
from uuid import uuid4

import polib
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from translate.storage.xliff import xlifffile
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.strings import StringValue

from translations.exchange import formats
from translations.exchange.intact import faults, normalised
from translations.exchange.passages import Passage

# What a database keeps: everything but the null character and halves of pairs.
LETTERS = st.characters(blacklist_characters="\0", blacklist_categories=["Cs"])
TEXT = st.text(LETTERS, min_size=1, max_size=12)
# Text as wagtail-localize finds it in fields, and within the tags of rich text.
PLAIN = TEXT.map(lambda text: StringValue.from_plaintext(text).data)
TAGGED = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["b", "i", "em", "code"]), inner).map(
            lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"
        ),
        inner.map(lambda html: f'<a href="/x">{html}</a>'),
        st.lists(inner, min_size=2, max_size=3).map("".join),
    ),
    max_leaves=5,
)
SOURCE = TAGGED.map(lambda html: StringValue.from_source_html(html)[0].data)
# What somebody typed into the editor on the screen, where nothing hinders them.
TYPED = st.one_of(SOURCE, TEXT, st.text("<>&;/b \"'=a1-!?[]{}", min_size=1, max_size=15))
PAIRS = st.lists(st.tuples(SOURCE, TYPED), min_size=1, max_size=4, unique_by=lambda pair: pair[0])


def passages(pairs):
    """Return passages of source texts and their translations."""
    return [
        Passage("body.x", source, 1, 1, StringTranslation(data=target), place="Body › Text")
        for source, target in pairs
    ]


def translation():
    """Return a translation into Hindi."""
    source = TranslationSource(locale=Locale(language_code="en"), object_repr="Wash & dry")
    return Translation(uuid=uuid4(), source=source, target_locale=Locale(language_code="hi"))


@given(PAIRS)
@example(
    [('a<a id="a1">b</a><a id="a2">c</a><br/>\x0b\r\n\t"\\', "<b><i></b></i><b/></p><a id='a1'>")]
)
@example([("x", "<a id=a1>1</a><a id=a1>2</a><script>&</script><!-- --><![CDATA[x]]><?x?>")])
def test_what_goes_out_comes_back(pairs):
    for file_format in (formats.PO, formats.XLIFF):
        reading = formats.read(file_format.write(translation(), passages(pairs)))
        assert [entry.source for entry in reading.entries] == [source for source, _typed in pairs]
        assert [entry.target for entry in reading.entries] == [
            reading.normal(target) for _source, target in pairs
        ]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PAIRS)
def test_other_readers_read_the_same(pairs):
    made, here = translation(), passages(pairs)
    # polib knows none of the rarer escapes, and more ends of lines than PO files have.
    common = [
        each
        for each in here
        if not re.search("[\x00-\x1f\x7f\x85\u2028\u2029]", each.source + each.target)
    ]
    text = formats.PO.write(made, common).decode()
    assert [(each.msgid, each.msgstr) for each in polib.pofile(text)] == [
        (each.source, each.target) for each in common
    ]
    units = xlifffile.parsestring(formats.XLIFF.write(made, here)).units
    assert [unit.xmlelement.get("id") for unit in units] == [
        f"body.x#{each.digest}" for each in here
    ]


@settings(max_examples=40)
@given(SOURCE)
def test_a_translation_with_the_tags_of_its_source_is_taken(source):
    assert faults(source, source) == []
    assert normalised(source) == source.strip()


@settings(max_examples=50, deadline=None)
@given(SOURCE, TYPED)
def test_whatever_is_taken_can_be_published(source, typed):
    if typed.strip() and not faults(source, typed):
        row = StringTranslation(translation_of=None, data=normalised(typed))
        assert StringValue.from_translated_html(row.data).data == row.data
        assert faults(source, row.data) == []


def test_what_other_programs_add_to_xliff_is_passed_over():
    text = formats.XLIFF.write(translation(), passages([("One. Two.", "एक। दो।")])).decode()
    segmented = '<mrk mtype="seg" mid="0">एक।</mrk> <mrk mtype="seg" mid="1">दो।</mrk>'
    text = text.replace(
        ">एक। दो।</target>",
        f">{segmented}</target><seg-source><mrk>One.</mrk></seg-source><alt-trans><source>x</source>"
        '<target>y</target></alt-trans><m:log xmlns:m="memoq"><source>z</source></m:log>',
    )
    (entry,) = formats.read(text.encode()).entries
    assert (entry.source, entry.target) == ("One. Two.", "एक। दो।")


def test_a_long_text_of_broken_tags_takes_no_time():
    for part in ("<!--a", "<a ", "<", "<![CDATA[", "&x", "a@", "a", "{{", "<b>"):
        began = time.process_time()
        faults("<b>x</b>", part * 100_000)
        assert time.process_time() - began < 5, part
