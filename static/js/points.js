// A button below a field of points that reads a CSV file or a workbook into it, on the server.
// What stands in the field stays: the file's points come below it.
{
  const { Controller } = window.StimulusModule;

  window.wagtail.app.register(
    "measures-points",
    class extends Controller {
      static values = { url: String, label: String };

      connect() {
        const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
        this.file = make("input", { type: "file", accept: ".csv,.txt,.xlsx", hidden: true });
        this.button = make("button", {
          type: "button",
          className: "button button-small button-secondary",
          textContent: this.labelValue,
          onclick: () => this.file.click(),
        });
        this.status = make("div", {});
        this.status.setAttribute("role", "alert");
        this.file.onchange = () => this.read(this.file.files[0]);
        this.element.after(this.button, this.file, this.status);
      }

      disconnect() {
        for (const part of [this.button, this.file, this.status]) part.remove();
      }

      async read(file) {
        if (!file) return;
        const body = new FormData();
        body.append("file", file);
        const headers = {
          [window.wagtailConfig.CSRF_HEADER_NAME]: window.wagtailConfig.CSRF_TOKEN,
        };
        this.file.value = "";
        try {
          const answer = await fetch(this.urlValue, { method: "POST", headers, body });
          this.take(await answer.json());
        } catch (error) {
          this.tell([error.message]);
        }
      }

      take({ text, errors = [] }) {
        this.tell(errors);
        if (!text) return;
        const before = this.element.value.trimEnd();
        this.element.value = before ? `${before}\n${text}` : text;
        for (const event of ["input", "change"]) {
          this.element.dispatchEvent(new Event(event, { bubbles: true }));
        }
        this.element.focus();
      }

      tell(errors) {
        this.status.replaceChildren(
          ...errors.map((line) =>
            Object.assign(document.createElement("div"), {
              className: "error-message",
              textContent: line,
            }),
          ),
        );
      }
    },
  );
}
