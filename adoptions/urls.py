"""Addresses below /<language>/adoptions/."""

urlpatterns = []
