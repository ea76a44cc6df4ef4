// Suggestions below the search field, by the combobox pattern of the ARIA Authoring Practices
// Guide: list autocomplete with manual selection. The form does all its work without them.
(() => {
  if (navigator.connection?.saveData) return;
  const PAUSE = 200; // Milliseconds without a key before the hub is asked.

  const input = document.getElementById("_q");
  const { form } = input;
  const list = document.createElement("ul");
  const status = document.createElement("span");
  let options = [];
  let active = -1;
  let timer;
  let request;

  const set = (element, attributes) => {
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    return element;
  };

  const typed = () => input.value.trim();

  const mark = (index) => {
    options[active]?.removeAttribute("aria-selected");
    active = index;
    const option = options[index];
    set(input, { "aria-activedescendant": option?.id ?? "" });
    if (option) {
      set(option, { "aria-selected": true });
      option.scrollIntoView({ block: "nearest" });
    }
  };

  const show = (open) => {
    mark(-1);
    list.hidden = !open;
    set(input, { "aria-expanded": open });
    const count = options.length.toLocaleString(document.documentElement.lang);
    status.textContent = open ? `${form.dataset.label}: ${count}` : "";
  };

  const stop = () => {
    clearTimeout(timer);
    request?.abort();
  };

  const rest = () => {
    stop();
    show(false);
  };

  const choose = (option) => {
    rest();
    input.value = option.textContent;
    form.submit();
  };

  const offer = (suggestions) => {
    options = suggestions.map(({ text, language }, index) => {
      const dir = new Intl.Locale(language).getTextInfo?.().direction ?? "auto";
      const words = set(document.createElement("bdi"), { dir });
      const option = set(document.createElement("li"), {
        id: `_s${index}`,
        role: "option",
        lang: language,
      });
      words.textContent = text;
      option.append(words);
      return option;
    });
    list.replaceChildren(...options);
    show(options.length > 0);
  };

  const ask = async () => {
    const q = typed();
    request = new AbortController();
    try {
      const address = `${form.dataset.suggest}?${new URLSearchParams({ q })}`;
      const answer = await fetch(address, { signal: request.signal });
      const { suggestions } = await answer.json();
      // What has been typed meanwhile is asked for next.
      if (q === typed() && document.activeElement === input) offer(suggestions);
    } catch {
      // Given up for the next question, or the network is away: the form works all the same.
    }
  };

  // Telephones compose every word, so what is being composed is asked for like all else.
  input.addEventListener("input", () => {
    stop();
    if ([...typed()].length < 2) offer([]);
    else {
      mark(-1);
      timer = setTimeout(ask, PAUSE);
    }
  });

  input.addEventListener("keydown", (event) => {
    const { key } = event;
    const last = options.length - 1;
    const down = key === "ArrowDown";
    if (event.isComposing) return; // The key chooses what an input method offers.
    if (last >= 0 && (down || key === "ArrowUp")) {
      if (list.hidden) show(true);
      if (down) mark(active < last ? active + 1 : 0);
      else mark(active > 0 ? active - 1 : last);
    } else if (key === "Enter" && active >= 0) {
      choose(options[active]);
    } else if (key === "Escape") {
      if (list.hidden) input.value = "";
      rest();
    } else {
      if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(key)) mark(-1);
      return;
    }
    event.preventDefault();
  });

  input.addEventListener("blur", rest);
  form.addEventListener("submit", rest);
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => choose(event.target.closest("li")));

  set(list, { id: "_s", role: "listbox", "aria-label": form.dataset.label, hidden: "" });
  set(status, { role: "status", class: "unseen" });
  form.append(list, status);
  // A search field of HTML may take no other role than its own.
  set(input, {
    type: "text",
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": false,
  });
})();
