"""What may be done to several rows of the board at once."""

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.bulk_action import BulkAction

from core.languages import direction_of
from translations import teams
from translations.differences.word_diff import word_diff
from translations.freshness.confirming import confirm_all, unconfirmed
from translations.models import Status, TranslationState

from .assigning import assign, members
from .links import address_of
from .rows import page_types, rows
from .starting import NotReady, start


class BoardAction(BulkAction):
    """Acts on rows that the user may see, if `check_perm` says so; all of them or none."""

    models = [TranslationState]
    template_name = "translations/board/confirm.html"

    @cached_property
    def _ticked(self):
        keys = [key for key in self.request.GET.getlist("id") if key.isdecimal()]
        states = rows(self.request.user).filter(pk__in=keys)
        return list(
            states.select_related("source__content_type", "source__locale", "locale")
            .defer("marks")
            .order_by("-urgency", "-visits", "pk")
        )

    def get_actionable_objects(self):
        """Return the ticked rows to act on, and in a dictionary those that are left out."""
        allowed = [state for state in self._ticked if self.check_perm(state)]
        left_out = [state for state in self._ticked if state not in allowed]
        return allowed, {"items_with_no_access": left_out}

    def get_execution_context(self):
        """Return what `execute_action` gets beside the rows."""
        return {"user": self.request.user, "data": self.cleaned_form.cleaned_data}

    def get_context_data(self, **kwargs):
        """Return Wagtail's context, with the action itself."""
        return {**super().get_context_data(**kwargs), "action": self}

    def object_context(self, state):
        """Return what the page that asks for a confirmation shows of a row."""
        source = state.source.locale.language_code
        target = state.locale.language_code
        return {
            "item": state,
            "source_direction": direction_of(source),
            "direction": direction_of(target),
        }


class StartAction(BoardAction):
    """Begins translations, and those of the sections that they stand in."""

    display_name = _("Start translation")
    action_type = "translate"
    aria_label = _("Start the selected translations")
    action_priority = 10

    def check_perm(self, state):
        """Tell whether nothing is there yet; a term is public as soon as it is there."""
        if state.status != Status.NOT_STARTED:
            return False
        is_page = state.source.content_type in page_types()
        return is_page or teams.may_publish(self.request.user, state.locale)

    def form_valid(self, form):
        """Begin them all, and lead to the desk of a single one; where one cannot be, begin none."""
        try:
            response = super().form_valid(form)
        except NotReady as problem:
            messages.error(
                self.request,
                _("Nothing was started: “%(title)s” cannot be translated yet.")
                % {"title": problem},
            )
            return redirect(self.next_url)
        begun = self.actionable_objects
        return redirect(address_of(begun[0], self.request.user)) if len(begun) == 1 else response

    @classmethod
    def execute_action(cls, objects, user=None, **kwargs):
        """Begin the translations; return how many."""
        start(objects, user)
        return len(objects), 0

    def get_success_message(self, count, children):
        """Return what to tell the user."""
        return ngettext(
            "%(count)d translation started.", "%(count)d translations started.", count
        ) % {"count": count}


class _PersonField(forms.ModelChoiceField):
    def label_from_instance(self, person):
        """Return the name that the admin shows for a person."""
        return get_user_display_name(person)


class AssignForm(forms.Form):
    """Asks who is to translate; offers who may do so in all `languages`, and the `user`."""

    person = _PersonField(
        label=_("Assigned to"),
        queryset=get_user_model().objects.none(),
        required=False,
        empty_label=_("Nobody"),
    )

    def __init__(self, *args, user, languages, **kwargs):
        super().__init__(*args, **kwargs)
        able = Q(is_active=True)
        for code in languages:
            able &= Q(pk__in=members(code).order_by().values("pk"))
        people = get_user_model().objects.filter(able | Q(pk=user.pk))
        self.fields["person"].queryset = people.order_by("first_name", "last_name", "username")
        self.fields["person"].initial = user.pk


class AssignAction(BoardAction):
    """Says who translates."""

    display_name = _("Assign")
    action_type = "assign"
    aria_label = _("Assign the selected translations")
    action_priority = 20
    form_class = AssignForm

    def get_form_kwargs(self):
        """Return the form's arguments, with whose languages count."""
        states, _left_out = self.get_actionable_objects()
        languages = {state.locale.language_code for state in states}
        return {**super().get_form_kwargs(), "user": self.request.user, "languages": languages}

    @classmethod
    def execute_action(cls, objects, data=None, **kwargs):
        """Assign them; return how many."""
        assign(objects, data["person"])
        return len(objects), 0

    def get_success_message(self, count, children):
        """Return what to tell the user."""
        return ngettext(
            "%(count)d translation assigned.", "%(count)d translations assigned.", count
        ) % {"count": count}


class CheckedForm(forms.Form):
    """Carries which passages were shown, so that none is confirmed that changed meanwhile."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_seen(self):
        """Return the keys of the `StringTranslation` rows that were shown."""
        return [int(key) for key in self.cleaned_data["seen"].split(",") if key.isdecimal()]


class CheckedAction(BoardAction):
    """Confirms that translations fit what their sources say now."""

    display_name = _("Checked, no change needed")
    action_type = "checked"
    aria_label = _("Confirm that the selected translations need no change")
    action_priority = 30
    form_class = CheckedForm

    @cached_property
    def _passages(self):
        """The passages to check of each row, by its key."""
        return {
            state.pk: list(unconfirmed(state.source.translation_key, state.locale))
            for state in self._ticked
            if state.changed and teams.may_publish(self.request.user, state.locale)
        }

    def check_perm(self, state):
        """Tell whether there is something to check, and the user may say so to readers."""
        return bool(self._passages.get(state.pk))

    def get_initial(self):
        """Return what the form holds when it is shown."""
        return {"seen": ",".join(str(row.pk) for some in self._passages.values() for row in some)}

    def object_context(self, state):
        """Return what is shown of a row, with the passages to be checked and what changed."""
        language = state.source.locale.language_code
        passages = [
            (row, word_diff(row.carried_over.source_text, row.translation_of.data, language))
            for row in self._passages[state.pk]
        ]
        return {**super().object_context(state), "passages": passages}

    def get_execution_context(self):
        """Return what `execute_action` gets: the passages that were shown and still wait."""
        context = super().get_execution_context()
        seen = set(context["data"]["seen"])
        waiting = [row for some in self._passages.values() for row in some if row.pk in seen]
        return {**context, "passages": waiting}

    @classmethod
    def execute_action(cls, objects, passages=(), **kwargs):
        """Confirm the passages; return how many."""
        confirm_all(passages)
        return len(passages), 0

    def get_success_message(self, count, children):
        """Return what to tell the user."""
        return ngettext("%(count)d passage checked.", "%(count)d passages checked.", count) % {
            "count": count
        }
