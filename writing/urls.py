"""Addresses below /<language>/write/."""

urlpatterns = []
