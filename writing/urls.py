"""Addresses below /<language>/write/."""

from django.urls import path

from .views import delete, form, send, start, team, word

urlpatterns = [
    path("", start.index, name="writing"),
    path("join/<str:token>/", team.join, name="writing_join"),
    path("<uuid:key>/", form.form, name="writing_form"),
    path("<uuid:key>/save/", form.save_changes, name="writing_save"),
    path("<uuid:key>/team/", team.team, name="writing_team"),
    path("<uuid:key>/team/<int:number>/", team.remove, name="writing_remove"),
    path("<uuid:key>/leave/", team.leave, name="writing_leave"),
    path("<uuid:key>/delete/", delete.delete, name="writing_delete"),
    path("<uuid:key>/send/", send.send, name="writing_send"),
    path("<uuid:key>/word/", word.word, name="writing_word"),
]
