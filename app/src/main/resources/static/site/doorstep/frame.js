// What every page without a network shares: the lock, the packet and its end, what waits, sending, the outbox. A page says
// with Frame.start(page) where it lies, how a packet is chosen, what its tabs show, and how what was refused is mended.
"use strict";
const Frame = (() => {
  const { text, of, moment, el } = Words;
  const screen = document.getElementById("screen");
  const headers = JSON.parse(document.body.dataset.headers || "{}");
  const DAY = 86400000;
  let page;
  let packet = null;
  let tab = "";
  let asked = "";
  let said = null;
  let reachable = navigator.onLine;
  let signedOut = false;
  let offset = 0;

  /** Shows other things; the focus of what is gone goes to the same field, the open tab, or the new heading. */
  function show(...children) {
    const at = screen.contains(document.activeElement) ? document.activeElement : null;
    screen.replaceChildren(...children.flat().filter(Boolean));
    if (at) {
      const next = (at.id && document.getElementById(at.id))
        || (at.type === "search" && screen.querySelector("[type=search]"))
        || screen.querySelector(".tabs [aria-current]") || screen.querySelector("h1");
      if (next?.matches("h1")) {
        next.tabIndex = -1;
      }
      next?.focus({ preventScroll: true });
    }
  }
  const note = (message, alarm = false) => el("p", { class: alarm ? "note alarm" : "note", role: "status" }, message);
  const say = (message, alarm) => { said = message ? note(message, alarm) : null; };
  const now = () => Date.now() + offset;

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
    el("a", { href: "/login?back=" + encodeURIComponent(page.path) }, text("log-in")));

  async function begin() {
    if (!window.isSecureContext || !crypto.subtle || !window.indexedDB) {
      show(note(text("insecure"), true));
      return;
    }
    keepPage();
    navigator.storage?.persist?.();
    await expire();
    if (!(await Vault.exists())) {
      await page.choose();
    } else if (!Vault.isOpen()) {
      locked();
    } else {
      await work();
    }
  }

  /** Wipes a packet that has run out, in a page that is opened as in one that was never closed. Resolves to whether it did. */
  async function expire() {
    const kept = await Vault.read("packet");
    if (!kept || kept.wipeAt >= Date.now() + ((await Vault.read("offset")) ?? 0)) {
      return false;
    }
    packet = null;
    await Vault.forget("packet");
    await Vault.keep("wiped", true);
    return true;
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
      if (!(await cache.match(page.path))) {
        await cache.add(page.path);
      }
      document.body.dataset.kept = "true";
    } catch (error) {
      console.warn("the page could not be kept", error);
    }
  }

  /** Asks for the PIN and takes a packet along. */
  function takeForm(address) {
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
        wrong.textContent = text("pin.short", value.length);
        form.elements.pin.focus();
        return;
      }
      if (value !== form.elements.again.value) {
        wrong.textContent = text("pin.differ");
        form.elements.again.focus();
        return;
      }
      await again(async () => {
        const fresh = await fetchPacket(address);
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

  const fetchPacket = address => reach(() => ask(address));

  async function take(fresh) {
    await Outbox.clock(fresh.madeAt);
    await Vault.keep("packet", { wipeAt: new Date(fresh.wipeAt).getTime(), sealed: await Vault.seal(fresh) });
    await Vault.forget("wiped");
    await Outbox.tidy(Date.now() - DAY);
    packet = fresh;
  }

  function locked(message) {
    packet = null;
    page.forget?.();
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
        await page.choose();
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
      say(text("forgotten"));
      await page.choose();
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
        await begin();
      }
    }
  }

  async function work() {
    offset = (await Vault.read("offset")) ?? 0;
    await expire();
    if (!packet) {
      const kept = await Vault.read("packet");
      packet = kept ? await Vault.unseal(kept.sealed) : null;
    }
    const commands = await Outbox.all();
    const waiting = commands.filter(each => !each.answer).length;
    show(head(waiting), el("h1", { class: "visually-hidden" }, text("title") + " · " + text(tab)), toLogIn(), said, !packet && note(text("wiped-packet"), true),
      packet && now() - new Date(packet.madeAt) > DAY && note(text("too-old"), true),
      tab === "outbox" ? outbox(commands) : page.tabs[tab](commands), tabs(waiting));
    say(null);
  }

  const head = waiting => el("header", { class: "bar" },
    el("div", {}, el("b", {}, packet?.place ?? text("title")),
      el("span", { class: reachable ? "net" : "net off" }, text(reachable ? "online" : "offline")),
      el("span", { class: "quiet", id: "waiting" }, waiting ? text("waiting", waiting) : text("nothing-waiting"))),
    el("button", { onclick: refresh }, text("refresh")),
    el("button", { onclick: () => { Vault.lock(); locked(); } }, text("lock")));

  const tabs = waiting => el("nav", { class: "tabs" }, [...Object.keys(page.tabs), "outbox"].map(name =>
    el("button", { "aria-current": tab === name ? "page" : null, onclick: () => { tab = name; asked = ""; work(); } },
      text(name) + (name === "outbox" && waiting ? " " + waiting : ""))));

  async function refresh() {
    await again(async () => {
      await trySend();
      if (!packet) {
        await page.choose();
        return;
      }
      const fresh = await fetchPacket(page.address(packet));
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

  const back = () => el("button", { class: "plain back", onclick: () => work() }, "← " + text("cancel"));

  function noted(message) {
    say(message ?? text("saved"));
    trySend().catch(error => say(text("failed", error.message), true)).finally(() => refreshHead());
    return work();
  }

  function outcome(command) {
    const answer = command.answer;
    if (!answer) {
      return el("span", { class: "quiet" }, "○ " + text("waiting-one"));
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
        el("div", {}, el("b", {}, command.label.who), command.action === "photo" && text("photo.of") + " · ",
          of(command.label.title), " ",
          el("span", { class: "quiet" }, moment(command.phoneAt + command.offsetMillis)), el("br"), outcome(command),
          command.answer?.status === "refused" && el("p", {},
            page.mend(command) && el("button", { onclick: () => page.mend(command)() }, text("mend")),
            " ", el("button", { onclick: () => dropIt(command) }, text("drop"))))))),
    el("p", {}, el("a", { href: "/" }, text("back")), " ",
      el("button", { class: "plain", onclick: wipe }, text("forget")))];
  }

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
  document.addEventListener("keydown", event => event.key === "Escape" && screen.querySelector("button.back")?.click());
  window.addEventListener("offline", () => { reachable = false; refreshHead(); });

  /** New state of network and outbox without taking away a form that somebody is filling in. */
  async function refreshHead() {
    if (!Vault.isOpen()) {
      return;
    }
    if (!screen.querySelector(".sheet-form")) {
      await work();
      return;
    }
    const waiting = (await Outbox.all()).filter(each => !each.answer).length;
    screen.querySelector("header.bar")?.replaceWith(head(waiting));
    screen.querySelector("nav.tabs")?.replaceWith(tabs(waiting));
  }

  /** Opens a tab. */
  function to(name) {
    tab = name;
    return work();
  }

  setInterval(() => { if (Vault.isOpen()) { again(async () => {
    if (await expire()) {
      await work();
    }
    const before = await Outbox.count();
    if (before > 0) {
      await trySend();
      await refreshHead();
    }
  }); } }, 30000);

  /**
   * @param of.path address of the page
   * @param of.tabs what each tab shows, by the key of its name
   * @param of.choose shows how a packet is chosen
   * @param of.address where a packet is asked for anew
   * @param of.forget what was not noted yet, when the page is locked
   * @param of.mend gives what shows the form of a refused command again, nothing when there is none
   */
  function start(of) {
    page = of;
    tab = Object.keys(page.tabs)[0];
    begin().catch(error => show(note(text("failed", error.message), true)));
  }

  return {
    start, to, show, note, say, ask, reach, again, work, takeForm, toLogIn, unanswered, find, back, noted, now, screen,
    packet: () => packet,
    said: () => said,
    isReachable: () => reachable,
    isSignedOut: () => signedOut,
  };
})();
