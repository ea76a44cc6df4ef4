"""The words that entries have, and the keys under which they are found when spelt otherwise."""

from django.db import models


class VocabularyWord(models.Model):
    """A word of some entry: its folded form, and the form in which engines rank it.

    Withdrawn entries leave their words here until the next rebuild, so no word may be shown to
    readers before an entry has been found that they may see and that has it.
    """

    exact = models.CharField(max_length=64)
    stem = models.CharField(max_length=72)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["exact", "stem"], name="search_word_known_once")
        ]

    def __str__(self):
        return self.exact


class VocabularyKey(models.Model):
    """What a word has in common with words that resemble it."""

    pk = models.CompositePrimaryKey("key", "word_id")
    key = models.CharField(max_length=72)
    # Looked for by key only, and written hundreds of thousands at a time.
    word = models.ForeignKey(
        VocabularyWord, models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )

    def __str__(self):
        return self.key
