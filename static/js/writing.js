// Saves a form as it is written: in the browser at every keystroke, on the hub as soon as it
// answers. Every change is sent until the hub has confirmed it; writing/saving.py holds the other
// half of the protocol. Without scripts the form is sent whole.
(() => {
  const PAUSE = 1000; // Milliseconds without a key before the hub is asked,
  const LONGEST_PAUSE = 5000; // and the longest that a key waits for such a pause.
  const FIRST_RETRY = 2000;
  const LAST_RETRY = 60000;
  const PATIENCE = 20000;
  const PLACEHOLDER = /__entry__/g;

  const form = document.getElementById("_answers");
  const { dataset } = form;
  const shown = form.querySelector(".state span");
  const told = form.querySelector("[role=status]");
  const signIn = form.querySelector(".state a");
  const prefix = `writing/${dataset.person}/${dataset.draft}/`;
  const hex = (bytes) =>
    [...crypto.getRandomValues(new Uint8Array(bytes))]
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join("");
  const sitting = hex(16);
  const fields = new Map();
  let left = []; // What older sittings left behind, sent as they would have sent it.
  let busy = false;
  let timer;
  let waitingSince;
  let retry = FIRST_RETRY;

  const find = (node) => fields.get(node.closest?.(".answer")?.dataset.name);
  const read = ({ control }) =>
    control.type === "checkbox" ? (control.checked ? control.value : "") : control.value;
  const write = ({ control }, text) => {
    if (control.type === "checkbox") control.checked = text === control.value;
    else control.value = text;
  };

  const register = (root) => {
    for (const box of root.querySelectorAll(".answer[data-name]")) {
      const { name, version } = box.dataset;
      const control = document.getElementById(`answer-${name}`);
      const last = { sitting: "", seq: 0 };
      fields.set(name, { name, box, control, last, base: +version, lineage: {}, settles: [] });
    }
  };

  const addEntry = (group, key) => {
    const template = group.querySelector("template");
    const html = template.innerHTML.replace(PLACEHOLDER, key);
    template.previousElementSibling.insertAdjacentHTML("beforebegin", html);
    const entry = group.querySelector(`[data-entry="${key}"]`);
    register(entry);
    return entry;
  };

  // The field of a name; an entry that somebody else has begun is added.
  const fieldOf = (name) => {
    const [groupName, key] = name.split(".");
    const group = key && form.querySelector(`[data-group="${groupName}"]`);
    if (!fields.has(name) && group && /^[0-9a-f]{15}$/.test(key)) addEntry(group, key);
    return fields.get(name);
  };

  // What the writer is told
  const say = (state) => {
    const quiet = state === "saved" || state === "saving";
    const before = form.dataset.state;
    if (!quiet || !["saved", "saving", undefined].includes(before)) {
      told.textContent = state === "saving" ? told.textContent : dataset[state];
    }
    if (before === state) return;
    form.dataset.state = state;
    shown.textContent = dataset[state];
    signIn.hidden = state !== "signedOut";
  };

  // The browser's storage
  const keyOf = (name, owner) => `${prefix}${name}/${owner}`;

  const forget = (name, owner, seq) => {
    try {
      const kept = JSON.parse(localStorage.getItem(keyOf(name, owner)));
      if (kept && kept.seq <= seq) localStorage.removeItem(keyOf(name, owner));
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  };

  const store = (field) => {
    const { name, last, base, lineage, settles } = field;
    const kept = { text: read(field), seq: last.seq, base, lineage, settles, at: Date.now() };
    try {
      localStorage.setItem(keyOf(name, last.sitting), JSON.stringify(kept));
      field.isStored = true;
    } catch {
      field.isStored = false;
    }
  };

  const keptEntries = () => {
    const found = [];
    try {
      for (const key of Object.keys(localStorage)) {
        if (!key.startsWith(prefix)) continue;
        const [name, owner] = key.slice(prefix.length).split("/");
        found.push({ ...JSON.parse(localStorage.getItem(key)), name, sitting: owner });
      }
    } catch {
      // Storage is switched off: there is nothing in it.
    }
    return found.sort((one, other) => one.at - other.at);
  };

  // What was not confirmed when the form was closed stands in its field again. Of several sittings
  // the last one does, and the hub gets the others too.
  const restore = () => {
    for (const kept of keptEntries()) {
      const field = fieldOf(kept.name);
      if (!field) continue;
      const { sitting: owner, seq } = field.last;
      if (field.dirty && (kept.lineage[owner] ?? -1) >= seq) forget(kept.name, owner, seq);
      else if (field.dirty) left.push(changeOf(field));
      write(field, kept.text);
      field.last = { sitting: kept.sitting, seq: kept.seq };
      Object.assign(field, { base: kept.base, lineage: kept.lineage, settles: kept.settles });
      Object.assign(field, { dirty: true, isStored: true });
    }
  };

  // Changes
  const changeOf = (field) => ({
    name: field.name,
    text: read(field),
    base: field.base,
    sitting: field.last.sitting,
    seq: field.last.seq,
    lineage: field.lineage,
    settles: field.settles,
  });

  const dirty = () => [...fields.values()].filter((field) => field.dirty);

  const touch = (field) => {
    const { sitting: owner, seq } = field.last;
    if (owner === sitting) field.last.seq += 1;
    else {
      if (owner) field.lineage = { ...field.lineage, [owner]: seq };
      field.last = { sitting, seq: 1 };
    }
    field.dirty = true;
    store(field);
    if (owner && owner !== sitting && field.isStored) forget(field.name, owner, seq);
    say(field.isStored ? "saving" : "full");
    schedule(field.isStored ? PAUSE : 0);
  };

  const schedule = (pause) => {
    waitingSince ??= Date.now();
    clearTimeout(timer);
    timer = setTimeout(send, Math.min(pause, waitingSince + LONGEST_PAUSE - Date.now()));
  };

  // Two texts for one answer
  const showRival = (field, { version, text, by }) => {
    field.rival?.box.remove();
    const box = document.getElementById("_rival").content.firstElementChild.cloneNode(true);
    const quote = box.querySelector("blockquote");
    box.querySelector(".by").textContent = by;
    quote.dataset.text = text;
    const option = [...(field.control.options ?? [])].find((each) => each.value === text);
    quote.textContent = option?.label ?? text;
    field.box.append(box);
    field.rival = { box, version };
  };

  const settle = (button) => {
    const field = find(button);
    const box = button.closest(".rival");
    const mine = read(field);
    const theirs = box.querySelector("blockquote").dataset.text;
    const both = mine.trim() ? `${mine.trimEnd()}\n\n${theirs.trimStart()}` : theirs;
    if (box.dataset.rival) field.settles = [...field.settles, +box.dataset.rival];
    else {
      field.base = field.rival.version;
      field.rival = undefined;
    }
    if (button.value !== "keep") write(field, button.value === "take" ? theirs : both);
    box.remove();
    field.control.focus();
    touch(field);
  };

  // Answers of the hub
  const confirm = (field) => {
    Object.assign(field, { dirty: false, isStored: false, settles: [] });
    forget(field.name, field.last.sitting, field.last.seq);
  };

  const takeOutcome = (outcome) => {
    const { name, state, version, seq } = outcome;
    const field = fields.get(name);
    if (field.last.sitting !== outcome.sitting) {
      forget(name, outcome.sitting, seq);
      return;
    }
    const isLast = field.last.seq === seq;
    if (state === "rival") {
      if (version > field.base) showRival(field, outcome);
    } else if (state === "saved") {
      field.base = version;
      if (!isLast) store(field);
    } else if (isLast) {
      write(field, outcome.text);
      field.base = version;
    }
    if (isLast) confirm(field);
  };

  const takeNewer = (newer) => {
    const field = fieldOf(newer.name);
    if (!field || field.dirty) return;
    if (field.rival) showRival(field, newer);
    else if (document.activeElement === field.control) field.isBehind = true;
    else {
      write(field, newer.text);
      field.base = newer.version;
    }
  };

  const post = async (changes, keepalive) => {
    const known = Object.fromEntries([...fields].map(([name, { base }]) => [name, base]));
    const token = document.cookie.match(/(?:^|; )csrftoken=([^;]*)/)?.[1] ?? "";
    const control = new AbortController();
    const patience = setTimeout(() => control.abort(), PATIENCE);
    try {
      const answer = await fetch(dataset.save, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": token },
        body: JSON.stringify({ person: +dataset.person, changes, known }),
        signal: control.signal,
        keepalive,
      });
      if (answer.status === 401 || answer.status === 403) return "signedOut";
      if (answer.status === 404) return (await answer.json()).error ? "gone" : "waiting";
      if (!answer.ok) return "waiting";
      const { outcomes, newer } = await answer.json();
      left = left.filter((each) => !changes.includes(each));
      outcomes.forEach(takeOutcome);
      newer.forEach(takeNewer);
      return "saved";
    } catch {
      return "waiting"; // No network, or something on the way that is not the hub.
    } finally {
      clearTimeout(patience);
    }
  };

  const send = async () => {
    if (busy) return;
    clearTimeout(timer);
    waitingSince = undefined;
    busy = true;
    const state = await post([...left, ...dirty().map(changeOf)], false);
    busy = false;
    const rest = dirty();
    if (state === "saved") {
      retry = FIRST_RETRY;
      say(rest.length ? "saving" : "saved");
      if (rest.length || left.length) schedule(PAUSE);
      return;
    }
    say(rest.some((field) => !field.isStored) ? "full" : state);
    clearTimeout(timer);
    timer = setTimeout(send, retry);
    retry = Math.min(2 * retry, LAST_RETRY);
  };

  // Network, tab or person is back: no need to wait for the next attempt.
  const sendNow = () => {
    retry = FIRST_RETRY;
    return send();
  };

  form.addEventListener("input", (event) => {
    const field = find(event.target);
    if (field) touch(field);
  });

  form.addEventListener("focusout", (event) => {
    const field = find(event.target);
    if (!field?.isBehind) return;
    field.isBehind = false;
    send();
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { name, value } = event.submitter ?? {};
    if (name === "add") {
      const group = form.querySelector(`[data-group="${value}"]`);
      const entry = addEntry(group, Date.now().toString(16).padStart(11, "0") + hex(2));
      entry.querySelector(".answer input, .answer textarea").focus();
    } else if (name?.startsWith("rival-")) settle(event.submitter);
    else sendNow();
  });

  document.querySelector(".mast nav").addEventListener("click", async (event) => {
    const link = event.target.closest("a");
    if (!link || !dirty().length) return;
    event.preventDefault();
    await sendNow();
    location.assign(link.href);
  });

  addEventListener("online", sendNow);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) sendNow();
  });
  addEventListener("pagehide", () => {
    const changes = dirty().map(changeOf);
    if (changes.length) post(changes, true);
  });
  addEventListener("beforeunload", (event) => {
    if (dirty().some((field) => !field.isStored)) event.preventDefault();
  });

  register(form);
  restore();
  if (dirty().length) {
    say("saving");
    send();
  } else say("saved");
})();
