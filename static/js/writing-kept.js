// What this browser keeps of records that its person does not write any more: it is shown until
// they put it away. Storage is written by writing.js, a key for each person, record, field and
// sitting.
(() => {
  const place = document.getElementById("_kept");
  const template = place.querySelector("template");
  const { person, draft, forget } = place.dataset;
  const prefix = `writing/${person}/`;
  const recordOf = (key) => key.slice(prefix.length).split("/")[0];

  const keysOf = (record) =>
    Object.keys(localStorage).filter(
      (key) => key.startsWith(prefix) && (!record || recordOf(key) === record),
    );

  const putAway = (record) => {
    for (const key of keysOf(record)) localStorage.removeItem(key);
  };

  const show = (fill) => {
    const copy = template.content.firstElementChild.cloneNode(true);
    fill(copy);
    template.before(copy);
    place.hidden = false;
    return copy;
  };

  const read = (key) => {
    const kept = localStorage.getItem(key);
    try {
      const { text, at } = JSON.parse(kept);
      return { text, at };
    } catch {
      return { text: kept, at: 0 }; // Damaged: what is left of it is all that there is.
    }
  };

  const showTexts = () => {
    const isEmptyWithout = place.hidden;
    const shown = keysOf(draft)
      .map(read)
      .filter(({ text }) => text)
      .sort((one, other) => one.at - other.at)
      .map(({ text }) => show((copy) => (copy.querySelector("textarea").value = text)));
    const button = place.querySelector("button");
    button.parentElement.hidden = !shown.length;
    button.addEventListener("click", () => {
      putAway(draft);
      for (const each of [...shown, button.parentElement]) each.remove();
      place.hidden = isEmptyWithout;
    });
  };

  const showRecords = () => {
    const isListed = (record) => document.getElementById(`record-${record}`);
    for (const record of new Set(keysOf().map(recordOf))) {
      if (!isListed(record)) show((copy) => (copy.querySelector("a").href += `${record}/`));
    }
  };

  try {
    if (forget) putAway(forget);
    if (draft) showTexts();
    else showRecords();
  } catch {
    // Storage is switched off: there is nothing in it.
  }
})();
