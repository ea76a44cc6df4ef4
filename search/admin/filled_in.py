"""Forms of the admin that a link fills in."""

from wagtail.snippets.views.snippets import CreateView


class FilledInCreateView(CreateView):
    """Adds an object whose fields named in `filled_in` take what the address says of them."""

    filled_in = ()

    def get_initial_form_instance(self):
        """Return the new object with what the address says."""
        given = {
            name: self.request.GET[name] for name in self.filled_in if name in self.request.GET
        }
        return self.model(**given)
