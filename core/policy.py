"""The content security policy, with what a page adds to it."""

from csp.middleware import CSPMiddleware


class PolicyMiddleware(CSPMiddleware):
    """Admits, beside the design's own sheets, the very style that a page was given.

    A page that carries a style of the installation's own leaves its hash on the request.
    """

    def get_policy_parts(self, request, response, report_only=False):
        """Return django-csp's parts of the policy of one answer."""
        parts = super().get_policy_parts(request, response, report_only)
        source = getattr(request, "own_style_hash", None)
        if source:
            parts.update = {**(parts.update or {}), "style-src": [source]}
        return parts
