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
    const copy = template.content.cloneNode(true);
    fill(copy);
    template.before(copy);
    place.hidden = false;
  };

  const showTexts = () => {
    const kept = keysOf(draft).map((key) => JSON.parse(localStorage.getItem(key)));
    for (const { text } of kept.sort((one, other) => one.at - other.at)) {
      if (text) show((copy) => (copy.querySelector("textarea").value = text));
    }
    const button = place.querySelector("button");
    button.parentElement.hidden = place.hidden;
    button.addEventListener("click", () => {
      putAway(draft);
      place.remove();
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
