// The page itself: choosing the day's place, the lock, today's tasks, the doors, and the outbox.
"use strict";
(() => {
  const { text, of, moment, span, el } = Words;
  const screen = document.getElementById("screen");
  const headers = JSON.parse(document.body.dataset.headers || "{}");
  const DAY = 86400000;
  let packet = null;
  let tab = "today";
  let asked = "";
  let said = null;
  let reachable = navigator.onLine;
  let signedOut = false;

  const show = (...children) => screen.replaceChildren(...children.flat().filter(Boolean));
  const note = (message, alarm = false) => el("p", { class: alarm ? "note alarm" : "note", role: "status" }, message);
  const say = (message, alarm) => { said = message ? note(message, alarm) : null; };
  const now = () => Date.now() + offset;
  let offset = 0;

  async function ask(path) {
    const answer = await fetch(path, { headers });
    if (answer.status === 422 || answer.status === 400) {
      const wrong = await answer.json();
      throw new Error(Words.language === "zh" ? wrong.zh : wrong.en);
    }
    if (answer.status === 401) {
      throw new Outbox.SignedOut();
    }
    if (!answer.ok) {
      throw new Error("HTTP " + answer.status);
    }
    return answer.json();
  }

  /** Without a network this is no fault. */
  async function reach(action) {
    try {
      const result = await action();
      reachable = true;
      signedOut = false;
      return result;
    } catch (error) {
      if (error instanceof Outbox.SignedOut) { // the server is there, and what waits goes on waiting
        reachable = true;
        signedOut = true;
        return undefined;
      }
      if (error instanceof TypeError || error.name === "TimeoutError" || error.name === "AbortError") {
        reachable = false;
        return undefined;
      }
      throw error;
    }
  }

  const unanswered = () => text(signedOut ? "signed-out" : "no-server");

  /** Says that the session has ended, and where to begin another. */
  const toLogIn = () => signedOut && el("p", { class: "note alarm", role: "alert", id: "signed-out" }, text("signed-out"), " ",
    el("a", { href: "/login?back=%2Fdoorstep%2F" }, text("log-in")));

  async function start() {
    if (!window.isSecureContext || !crypto.subtle || !window.indexedDB) {
      show(note(text("insecure"), true));
      return;
    }
    keepPage();
    navigator.storage?.persist?.();
    const kept = await Vault.read("packet");
    if (kept && kept.wipeAt < Date.now() + ((await Vault.read("offset")) ?? 0)) {
      await Vault.forget("packet");
      await Vault.keep("wiped", true);
    }
    if (!(await Vault.exists())) {
      await choose();
    } else if (!Vault.isOpen()) {
      locked();
    } else {
      await work();
    }
  }

  /** Puts the page into the store that the service worker answers from. */
  async function keepPage() {
    if (!navigator.serviceWorker || !reachable) {
      return;
    }
    try {
      await navigator.serviceWorker.register("/doorstep/sw.js", { scope: "/doorstep/" });
      const cache = await caches.open("doorstep-page-1");
      const parts = [...document.querySelectorAll("script[src], link[href]")].map(it => it.src || it.href);
      for (const part of parts) {
        if (!(await cache.match(part))) {
          await cache.add(part);
        }
      }
      if (!(await cache.match("/doorstep/"))) {
        await cache.add("/doorstep/");
      }
      document.body.dataset.kept = "true";
    } catch (error) {
      console.warn("the page could not be kept", error);
    }
  }

  async function choose(within = null, path = []) {
    const list = el("div", { class: "places" });
    show(el("h1", {}, text("title")), said, el("p", {}, path.length ? path.map(it => it.name).join(" ") : text("choose")),
      path.length > 0 && el("button", { class: "plain", onclick: () => again(() =>
        choose(path.at(-2) ?? null, path.slice(0, -1))) }, text("cancel")),
      within && takeForm(within), list);
    say(null);
    const places = within && !within.hasParts ? [] : await reach(() => ask("/api/doorstep/places?in=" + (within?.code ?? "")));
    list.replaceChildren(...places
      ? places.map(place => el("button", { onclick: () => again(() => choose(place, [...path, place])) }, place.name))
      : [signedOut ? toLogIn() : note(unanswered(), true)]);
  }

  function takeForm(place) {
    const wrong = el("p", { class: "wrong", role: "alert" });
    const pin = (name, label) => el("p", { class: "field" }, el("label", { for: name }, text(label)),
      el("input", { id: name, name, class: "pin", type: "password", inputmode: "numeric", pattern: "[0-9]{6}",
        maxlength: "6", autocomplete: "off" }));
    const form = el("form", { class: "note", novalidate: true }, pin("pin", "pin"), pin("again", "pin.again"),
      el("p", { class: "quiet" }, text("pin.rule")), wrong,
      el("button", { class: "big", type: "submit" }, text("choose.take")));
    form.addEventListener("submit", async event => {
      event.preventDefault();
      const value = form.elements.pin.value;
      if (!/^[0-9]{6}$/.test(value)) {
        wrong.textContent = text("pin.rule");
        return;
      }
      if (value !== form.elements.again.value) {
        wrong.textContent = text("pin.differ");
        return;
      }
      await again(async () => {
        const fresh = await fetchPacket(place.code);
        if (fresh) {
          await Vault.create(value);
          await take(fresh);
          await work();
        } else {
          wrong.textContent = unanswered();
        }
      }, wrong);
    });
    return form;
  }

  const fetchPacket = code => reach(() => ask("/api/doorstep/packet?division=" + code));

  async function take(fresh) {
    await Outbox.clock(fresh.madeAt);
    await Vault.keep("packet", { wipeAt: new Date(fresh.wipeAt).getTime(), sealed: await Vault.seal(fresh) });
    await Vault.forget("wiped");
    await Outbox.tidy(Date.now() - DAY);
    packet = fresh;
  }

  function locked(message) {
    packet = null;
    const wrong = el("p", { class: "wrong", role: "alert" }, message ?? "");
    const input = el("input", { id: "pin", class: "pin", type: "password", inputmode: "numeric", maxlength: "6",
      autocomplete: "off" });
    const form = el("form", { novalidate: true }, el("p", { class: "field" }, el("label", { for: "pin" }, text("pin")), input),
      wrong, el("button", { class: "big", type: "submit" }, text("unlock")));
    form.addEventListener("submit", async event => {
      event.preventDefault();
      form.querySelector("button").disabled = true;
      const left = await Vault.unlock(input.value);
      if (left === null) {
        await work();
      } else if (left === 0) {
        say(text("pin.wiped"), true);
        await choose();
      } else {
        locked(text("pin.wrong", left));
      }
    });
    const count = el("p", { class: "quiet" });
    Outbox.count().then(number => { count.textContent = number ? text("waiting", number) : ""; });
    show(el("h1", {}, text("title")), form, count,
      el("p", {}, el("button", { class: "plain", onclick: wipe }, text("forget"))));
    input.focus();
  }

  async function wipe() {
    if (confirm(text("forget.sure", await Outbox.count()))) {
      await Vault.wipe();
      packet = null;
      await choose();
    }
  }

  /** Does it, and tells what went wrong instead of leaving a dead button. */
  async function again(action, place) {
    try {
      await action();
    } catch (error) {
      if (place) {
        place.textContent = text("failed", error.message);
      } else {
        say(text("failed", error.message), true);
        await start();
      }
    }
  }

  async function work() {
    offset = (await Vault.read("offset")) ?? 0;
    if (!packet) {
      const kept = await Vault.read("packet");
      packet = kept ? await Vault.unseal(kept.sealed) : null;
    }
    const commands = await Outbox.all();
    const waiting = commands.filter(each => !each.answer).length;
    const views = { today, doors, outbox };
    show(head(waiting), toLogIn(), said, !packet && note(text("wiped-packet"), true),
      packet && now() - new Date(packet.madeAt) > DAY && note(text("too-old"), true),
      views[tab](commands), tabs(waiting));
    say(null);
  }

  const head = waiting => el("header", { class: "bar" },
    el("b", {}, packet?.place ?? text("title")),
    el("span", { class: reachable ? "net" : "net off" }, text(reachable ? "online" : "offline")),
    el("button", { onclick: refresh }, text("refresh")),
    el("button", { onclick: () => { Vault.lock(); locked(); } }, text("lock")),
    el("span", { class: "quiet", id: "waiting" }, waiting ? text("waiting", waiting) : text("nothing-waiting")));

  const tabs = waiting => el("nav", { class: "tabs" }, ["today", "doors", "outbox"].map(name =>
    el("button", { "aria-current": tab === name ? "page" : null, onclick: () => { tab = name; asked = ""; work(); } },
      text(name) + (name === "outbox" && waiting ? " " + waiting : ""))));

  async function refresh() {
    await again(async () => {
      await trySend();
      if (!packet) {
        await choose();
        return;
      }
      const fresh = await fetchPacket(packet.division);
      if (fresh) {
        await take(fresh);
      } else {
        say(signedOut ? null : unanswered(), true);
      }
      await work();
    });
  }

  async function trySend() {
    if (Vault.isOpen()) {
      await reach(() => Outbox.send(headers));
    }
  }

  const find = () => el("p", {}, el("input", { type: "search", placeholder: text("find"), "aria-label": text("find"),
    value: asked, oninput: event => {
      asked = event.target.value.trim();
      for (const item of screen.querySelectorAll("[data-find]")) {
        item.hidden = !item.dataset.find.includes(asked);
      }
    } }));

  const clockOf = task => task.state === "scheduled"
    ? el("span", { class: "quiet" }, text("opens", moment(task.opensAt)))
    : new Date(task.dueAt) < now()
      ? el("span", { class: "late" }, "⚠ " + text("late", span(now() - new Date(task.dueAt))))
      : el("span", {}, "◷ " + text("due", span(new Date(task.dueAt) - now())));

  function taskLine(task, doneHere) {
    const door = task.household ?? text("elsewhere");
    return el("li", { class: "item", "data-find": task.who + " " + door },
      el("div", {}, el("b", {}, task.who), of(task.title), " ", el("span", { class: "quiet" }, door), el("br"),
        doneHere ? el("span", { class: "done" }, "✓ " + text("done-here")) : clockOf(task),
        task.attempts > 0 && el("span", { class: "quiet" }, " " + text("attempts", task.attempts, result(task.lastResult)))),
      !doneHere && task.state !== "scheduled"
        && el("button", { class: "go", onclick: () => taskSheet(task) }, text("do")));
  }

  const result = value => of(packet.attempt.fields.flatMap(field => field.choices)
    .find(choice => choice.value === value)?.label ?? { zh: value, en: value });

  function today(commands) {
    const done = new Set(commands.filter(each => each.action !== "photo").map(each => each.target));
    const tasks = packet?.tasks ?? [];
    return [find(), packet && el("p", { class: "quiet" }, text("packet-of", moment(packet.madeAt)), " · ",
      text("kept-till", moment(packet.wipeAt))),
    tasks.length === 0 ? packet && el("p", { class: "note" }, text("none-today"))
      : el("ul", { class: "plain" }, tasks.map(task => taskLine(task, done.has(task.id))))].filter(Boolean);
  }

  function doors() {
    const all = packet?.doors ?? [];
    return [find(), all.length === 0 ? packet && el("p", { class: "note" }, text("none-doors"))
      : el("ul", { class: "plain" }, all.map(door => el("li", { class: "item",
        "data-find": door.household + " " + door.people.map(it => it.name).join(" ") },
      el("div", {}, el("b", {}, door.household, " · ", text("people", door.people.length)),
        door.people.map(it => it.name).join("、"), el("br"),
        el("span", { class: "quiet" }, door.visitedAt ? text("last-visit", moment(door.visitedAt)) : text("never-visited"),
          door.needs ? " · " + text("needs") + ": " + door.needs : "")),
      el("button", { onclick: () => visitSheet(door) }, text("visit")))))].filter(Boolean);
  }

  const back = () => el("button", { class: "plain", onclick: () => work() }, "← " + text("cancel"));

  function noted(message) {
    say(message ?? text("saved"));
    trySend().catch(error => say(text("failed", error.message), true)).finally(() => work());
    return work();
  }

  function taskSheet(task, command) {
    const form = task.form && packet.forms[task.form];
    const photos = Pictures.field();
    const save = action => async fields => {
      await Outbox.add(action, task.id, fields, { who: task.who, title: task.title }, photos.bytes());
      if (command) {
        await Outbox.drop(command);
      }
      await noted();
    };
    show(back(), el("h1", {}, task.who), el("p", {}, of(task.title), " ", clockOf(task)),
      reachable && el("p", {}, el("a", { href: "/duties/" + task.id + "/photos?back=%2Fdoorstep%2F" }, text("photo"))),
      photos.element,
      form && el("section", {}, el("h2", {}, of(form.title)),
        Sheets.form(form, text("do"), command?.action === "evidence" ? command.fields : null, save("evidence"))),
      el("details", { open: !form || command?.action === "attempt" }, el("summary", {}, text("not-done")),
        Sheets.form(packet.attempt, text("save"), command?.action === "attempt" ? command.fields : null, save("attempt"))));
    window.scrollTo(0, 0);
  }

  function visitSheet(door) {
    const photos = Pictures.field();
    show(back(), el("h1", {}, door.household), el("p", {}, door.people.map(it =>
      it.name + (it.bornYear ? " (" + text("born", it.bornYear) + ")" : "")).join("、")),
    photos.element,
    Sheets.form(packet.visit, text("save"), null, async fields => {
      await Outbox.add("visit", door.household, fields, { who: door.household, title: packet.visit.title },
        photos.bytes());
      door.visitedAt = new Date(now()).toISOString();
      door.needs = fields.needs ?? door.needs;
      await noted();
    }));
    window.scrollTo(0, 0);
  }

  function outcome(command) {
    const answer = command.answer;
    if (!answer) {
      return el("span", { class: "quiet" }, "○ " + text("waiting", 1));
    }
    const words = { recorded: "sent", repeated: "repeated", conflict: "conflict", refused: "refused", held: "held" };
    return [el("span", { class: answer.status === "refused" || answer.status === "conflict" ? "late" : "done" },
      text(words[answer.status])),
    answer.metAt && el("p", { class: "note" }, text("already-met", moment(answer.metAt))),
    answer.clockDoubt && el("p", { class: "quiet" }, text("clock-doubt")),
    answer.errors.length > 0 && el("p", { class: "wrong" }, answer.errors.map(error =>
      `${error.field}${error.value ? " " + error.value : ""}: ${Words.language === "zh" ? error.zh : error.en}`).join("; "))];
  }

  function outbox(commands) {
    return [el("p", {}, el("button", { onclick: () => again(async () => {
      await trySend();
      say(reachable ? null : text("no-server"), !reachable);
      await work();
    }) }, text("send"))),
    commands.length === 0 ? el("p", { class: "note" }, text("nothing-waiting"))
      : el("ul", { class: "plain" }, commands.toReversed().map(command => el("li", { class: "item" },
        el("div", {}, el("b", {}, command.label.who), command.action === "photo" && text("photo.of") + " · ", of(command.label.title), " ",
          el("span", { class: "quiet" }, moment(command.phoneAt + command.offsetMillis)), el("br"), outcome(command),
          command.answer?.status === "refused" && el("p", {},
            mendable(command) && el("button", { onclick: () => taskSheet(mendable(command), command) }, text("mend")),
            " ", el("button", { onclick: () => dropIt(command) }, text("drop"))))))),
    el("p", {}, el("a", { href: "/" }, text("back")), " ",
      el("button", { class: "plain", onclick: wipe }, text("forget")))];
  }

  const mendable = command => command.action !== "photo" && packet?.tasks.find(task => task.id === command.target);

  async function dropIt(command) {
    if (confirm(text("drop.sure"))) {
      await Outbox.drop(command);
      await work();
    }
  }

  window.addEventListener("online", async () => {
    reachable = true;
    if (Vault.isOpen()) {
      await again(async () => { await trySend(); await refreshHead(); });
    }
  });
  window.addEventListener("offline", () => { reachable = false; refreshHead(); });

  /** New state of network and outbox without taking away a form that somebody is filling in. */
  async function refreshHead() {
    if (Vault.isOpen() && !screen.querySelector(".sheet-form")) {
      await work();
    }
  }

  setInterval(() => { if (Vault.isOpen()) { again(async () => {
    const before = await Outbox.count();
    if (before > 0) {
      await trySend();
      await refreshHead();
    }
  }); } }, 30000);

  start().catch(error => show(note(text("failed", error.message), true)));
})();
