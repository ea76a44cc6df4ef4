// A reader's setting is stated once and kept in this browser only. It goes along with questions
// whose answers depend on it; without scripts it stands in addresses alone.
(() => {
  const KEY = "setting";
  const OURS = "here_";

  const kept = () => {
    try {
      return localStorage.getItem(KEY) ?? "";
    } catch {
      return ""; // The browser keeps nothing for this site.
    }
  };

  const keep = (setting) => {
    try {
      if (setting) localStorage.setItem(KEY, setting);
      else localStorage.removeItem(KEY);
    } catch {
      // It stands in the address all the same.
    }
  };

  const ours = (pairs) => [...pairs].filter(([name, value]) => name.startsWith(OURS) && value);

  // The form: filled in with what is kept, unless the address says otherwise.
  const form = document.getElementById("_setting");
  if (form) {
    const fields = [...form.elements].filter(({ name }) => name.startsWith(OURS));
    const forget = form.querySelector("[data-forget]");

    const fill = (pairs) => {
      for (const field of fields) {
        const values = pairs.filter(([name]) => name === field.name).map(([, value]) => value);
        if (field.type === "checkbox") field.checked = values.includes(field.value);
        else field.value = values[0] ?? "";
      }
    };

    if (!ours(new URLSearchParams(location.search)).length) {
      fill(ours(new URLSearchParams(kept())));
    }
    forget.hidden = !kept();
    forget.addEventListener("click", () => {
      keep("");
      fill([]);
      forget.hidden = true;
    });
    form.addEventListener("change", ({ target }) => {
      if (target.type !== "checkbox" || !target.checked) return;
      const none = target.value === "none";
      for (const field of fields) {
        if (field.name === target.name && (field.value === "none") !== none) field.checked = false;
      }
    });
    form.addEventListener("submit", () => {
      keep(new URLSearchParams(ours(new FormData(form))).toString());
    });
  }

  if (!kept()) return;

  // A resource's page: how it stands to the setting.
  const place = document.getElementById("_fit");
  if (place) {
    fetch(`${place.dataset.reasons}?${kept()}`)
      .then(async (answer) => {
        if (answer.ok) place.innerHTML = await answer.text();
      })
      .catch(() => {}); // The network is away: the way to the form is there all the same.
  }

  // A list: the way to its order by fit need not lead over the form.
  const sort = document.getElementById("_sort");
  if (sort) {
    const there = new URL(location.href);
    for (const [name, value] of new URLSearchParams(kept())) there.searchParams.append(name, value);
    there.searchParams.set("sort", "fit");
    there.searchParams.delete("page");
    sort.href = there.search;
  }
})();
