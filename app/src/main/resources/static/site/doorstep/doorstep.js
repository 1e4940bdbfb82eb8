// The page of grid workers: choosing the day's place, today's tasks and the doors.
"use strict";
(() => {
  const { text, of, moment, span, el } = Words;
  const { show, note, say, ask, reach, again, work, takeForm, toLogIn, unanswered, find, back, noted, now } = Frame;

  async function choose(within = null, path = []) {
    const list = el("div", { class: "places" });
    show(el("h1", {}, text("title")), Frame.said(), el("p", {}, path.length ? path.map(it => it.name).join(" ") : text("choose")),
      path.length > 0 && el("button", { class: "plain", onclick: () => again(() =>
        choose(path.at(-2) ?? null, path.slice(0, -1))) }, text("cancel")),
      within && takeForm("/api/doorstep/packet?division=" + within.code), list);
    say(null);
    const places = within && !within.hasParts ? [] : await reach(() => ask("/api/doorstep/places?in=" + (within?.code ?? "")));
    list.replaceChildren(...places
      ? places.map(place => el("button", { onclick: () => again(() => choose(place, [...path, place])) }, place.name))
      : [Frame.isSignedOut() ? toLogIn() : note(unanswered(), true)]);
  }

  const clockOf = task => task.state === "scheduled"
    ? el("span", { class: "quiet" }, text("opens", moment(task.opensAt)))
    : new Date(task.dueAt) < now()
      ? el("span", { class: "late" }, "⚠ " + text("late", span(now() - new Date(task.dueAt))))
      : el("span", {}, "◷ " + text("due", span(new Date(task.dueAt) - now())));

  function taskLine(task, doneHere) {
    const door = task.household ?? text("elsewhere");
    return el("li", { class: "item", "data-find": task.who + " " + door },
      el("div", {}, el("b", {}, task.who), of(task.title), " ", el("span", { class: "quiet" }, door), el("br"),
        doneHere === "evidence" ? el("span", { class: "done" }, "✓ " + text("done-here")) : clockOf(task),
        doneHere === "attempt" && el("span", {}, " ↻ " + text("tried-here")),
        task.attempts > 0 && el("span", { class: "quiet" }, " " + text("attempts", task.attempts, result(task.lastResult)))),
      doneHere !== "evidence" && task.state !== "scheduled"
        && el("button", { class: "go", onclick: () => taskSheet(task) }, text("do")));
  }

  const result = value => of(Frame.packet().attempt.fields.flatMap(field => field.choices)
    .find(choice => choice.value === value)?.label ?? { zh: value, en: value });

  function today(commands) {
    const done = new Map(commands.filter(each => each.action !== "photo").map(each => [each.target, each.action]));
    const packet = Frame.packet();
    const tasks = packet?.tasks ?? [];
    return [find(), packet && el("p", { class: "quiet" }, text("packet-of", moment(packet.madeAt)), " · ",
      text("kept-till", moment(packet.wipeAt))),
    tasks.length === 0 ? packet && el("p", { class: "note" }, text("none-today"))
      : el("ul", { class: "plain" }, tasks.map(task => taskLine(task, done.get(task.id))))].filter(Boolean);
  }

  function doors() {
    const all = Frame.packet()?.doors ?? [];
    return [find(), all.length === 0 ? Frame.packet() && el("p", { class: "note" }, text("none-doors"))
      : el("ul", { class: "plain" }, all.map(door => el("li", { class: "item",
        "data-find": door.household + " " + door.people.map(it => it.name).join(" ") },
      el("div", {}, el("b", {}, door.household, " · ", text("people", door.people.length)),
        door.people.map(it => it.name).join("、"), el("br"),
        el("span", { class: "quiet" }, door.visitedAt ? text("last-visit", moment(door.visitedAt)) : text("never-visited"),
          door.needs ? " · " + text("needs") + ": " + door.needs : "")),
      el("button", { onclick: () => visitSheet(door) }, text("visit")))))].filter(Boolean);
  }

  function taskSheet(task, command) {
    const packet = Frame.packet();
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
      Frame.isReachable() && el("p", {}, el("a", { href: "/duties/" + task.id + "/photos?back=%2Fdoorstep%2F" }, text("photo"))),
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
    Sheets.form(Frame.packet().visit, text("save"), null, async fields => {
      await Outbox.add("visit", door.household, { ...fields, division: door.division || undefined }, { who: door.household, title: Frame.packet().visit.title },
        photos.bytes());
      door.visitedAt = new Date(now()).toISOString();
      door.needs = fields.needs ?? door.needs;
      await noted();
    }));
    window.scrollTo(0, 0);
  }

  const mendable = command => command.action !== "photo" && Frame.packet()?.tasks.find(task => task.id === command.target);

  Frame.start({
    path: "/doorstep/",
    tabs: { today, doors },
    choose,
    address: packet => "/api/doorstep/packet?division=" + packet.division,
    mend: command => mendable(command) && (() => taskSheet(mendable(command), command)),
  });
})();
