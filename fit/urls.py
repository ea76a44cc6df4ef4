"""Addresses below /<language>/fit/."""

urlpatterns = []
