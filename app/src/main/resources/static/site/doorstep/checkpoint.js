// The page of a checkpoint: a vehicle and those in it on one screen, vehicles that wait or pass through, the outbox.
"use strict";
(() => {
  const { text, of, moment, el } = Words;
  const { show, say, work, takeForm, toLogIn, find, noted } = Frame;
  const ROWS = 8;
  const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  /** What is being filled in, and the refused command that it mends; outlives every new drawing of the page. */
  let draft = { values: {}, rows: 1, mends: null };

  const plain = plate => (plate ?? "").replace(/[\s·.-]/g, "").toUpperCase();
  const named = place => place && (Words.language === "zh" || !place.en ? place.zh : place.en);

  async function choose() {
    show(el("h1", {}, text("title")), Frame.said(), toLogIn(), el("p", {}, text("choose")),
      takeForm("/api/checkpoint/packet"));
    say(null);
  }

  /** People of the packet whom nobody has dealt with here. */
  function expected(commands) {
    const dealt = new Set(commands.filter(each => each.number !== draft.mends?.number).flatMap(each =>
      Object.entries(each.fields).filter(([name]) => /^person\d$/.test(name)).map(([, id]) => id)));
    return (Frame.packet()?.expected ?? []).filter(person => !dealt.has(person.id));
  }

  function matching(people, values) {
    const asked = plain(values.find).toLowerCase();
    const plate = plain(values.plate);
    return people.filter(person => (plate && plain(person.plate) === plate)
      || (asked && (person.phoneEnd === asked || person.receipt === asked || plain(person.plate).toLowerCase() === asked))
      || (values.picked ?? []).includes(person.id));
  }

  const input = (name, label, attributes = {}) => el("p", { class: "field" }, el("label", { for: "f-" + name }, text(label)),
    el("input", { id: "f-" + name, name, autocomplete: "off", value: draft.values[name] ?? "", ...attributes }));

  const choice = (name, label, options, empty) => {
    const select = el("select", { id: "f-" + name, name }, el("option", { value: "" }, empty),
      options.map(option => el("option", { value: option.code }, named(option))));
    select.value = draft.values[name] ?? "";
    return el("p", { class: "field" }, el("label", { for: "f-" + name }, text(label)), select);
  };

  const tick = (name, value, checked, type, ...label) => el("label", { class: "pick" },
    el("input", { type, name, value, checked }), el("span", {}, ...label));

  const row = number => el("div", { class: "person", role: "group", "aria-label": text("person", number) },
    input("name-" + number, "field.name", { maxlength: "60" }),
    el("div", { class: "two" }, input("document-" + number, "field.document", { maxlength: "40" }),
      input("phone-" + number, "field.phone", { type: "tel", maxlength: "40" })),
    tick("doubt-" + number, "yes", draft.values["doubt-" + number] === "yes", "checkbox", text("doubt")));

  function register(commands) {
    const packet = Frame.packet();
    if (!packet) {
      return [];
    }
    const people = expected(commands);
    const found = el("fieldset", {});
    const rows = el("div", {});
    const wrong = el("p", { class: "wrong", role: "alert", hidden: true });
    const form = el("form", { class: "sheet-form", novalidate: true },
      input("find", "find", { type: "search" }),
      el("div", { class: "two" }, input("plate", "field.plate", { maxlength: "20", autocapitalize: "characters" }),
        input("occupants", "occupants", { inputmode: "numeric", maxlength: "2" })),
      el("fieldset", {}, el("legend", {}, text("class")),
        tick("class", "", draft.values.class !== "transit", "radio", text("stays")),
        tick("class", "transit", draft.values.class === "transit", "radio", text("transit"))),
      found,
      el("details", { open: draft.rows > 1 || Boolean(draft.values["name-1"]) }, el("summary", {}, text("others")),
        input("origin", "field.origin", { list: "origins", maxlength: "60" }),
        el("datalist", { id: "origins" }, packet.origins.map(place => el("option", { value: named(place) }))),
        choice("destination", "field.destination", packet.destinations, text("choose.place")),
        choice("risk", "risk", packet.levels, text("risk.list")), rows,
        el("button", { type: "button", onclick: () => { draft.rows += 1; fillRows(); } }, text("more"))),
      el("details", { open: Boolean(draft.mends) }, el("summary", {}, text("details")),
        el("div", { class: "two" }, input("waited", "waited", { inputmode: "numeric", maxlength: "4" }),
          input("sticker", "sticker", { maxlength: "40" })),
        choice("point", "point", packet.points, "—"),
        tick("twin", "yes", draft.values.twin === "yes", "checkbox", text("twin"))),
      wrong, el("button", { class: "big", type: "submit" }, text("register.do")),
      draft.mends && el("p", {}, el("button", { type: "button", class: "plain", onclick: () => { clear(); work(); } },
        text("cancel"))));

    function fillRows() {
      rows.replaceChildren(...Array.from({ length: Math.min(draft.rows, ROWS) }, (_, index) => row(index + 1)));
    }
    function fillFound() {
      const fitting = matching(people, draft.values).slice(0, ROWS);
      const left = draft.values.left ?? [];
      found.replaceChildren(...fitting.length === 0
        ? draft.values.find ? [el("p", { class: "quiet" }, text("nobody", draft.values.find))] : []
        : [el("legend", {}, text("declared")), ...fitting.map(person => tick("picked", person.id, !left.includes(person.id),
          "checkbox", el("b", {}, person.name), " ", named(person.origin), " → ", named(person.destination), " ",
          el("span", { class: "quiet" }, moment(person.at), " ", person.receipt)))]);
    }
    form.addEventListener("input", event => {
      draft.values = typed(form);
      if (event.target.name === "find" || event.target.name === "plate") {
        fillFound();
      }
    });
    form.addEventListener("submit", async event => {
      event.preventDefault();
      draft.values = typed(form);
      const fields = fieldsOf(draft.values);
      const problem = missing(fields);
      wrong.hidden = !problem;
      wrong.textContent = problem ?? "";
      const button = form.querySelector("button.big");
      if (problem || button.disabled) {
        return; // wrong, or a second tap
      }
      button.disabled = true;
      try {
        await save(fields);
      } catch (error) {
        button.disabled = false;
        wrong.textContent = text("failed", error.message);
        wrong.hidden = false;
      }
    });
    fillRows();
    fillFound();
    return [packetLine(packet), form];
  }

  const packetLine = packet => el("p", { class: "quiet" }, text("packet-of", moment(packet.madeAt)), " · ",
    text("kept-till", moment(packet.wipeAt)));

  function typed(form) {
    const values = { vehicle: draft.values.vehicle };
    for (const each of form.elements) {
      if (each.name && each.name !== "picked" && (!["checkbox", "radio"].includes(each.type) || each.checked)) {
        values[each.name] = each.value.trim();
      }
    }
    const picks = [...form.querySelectorAll("[name=picked]")];
    values.picked = picks.filter(each => each.checked).map(each => each.value);
    values.left = picks.filter(each => !each.checked).map(each => each.value);
    return values;
  }

  /** What the desk of the server takes: rows numbered through, those who declared first. */
  function fieldsOf(values) {
    const fields = {};
    for (const name of ["vehicle", "plate", "class", "occupants", "waited", "sticker", "risk", "point", "twin"]) {
      if (values[name]) {
        fields[name] = values[name];
      }
    }
    let number = 0;
    for (const id of values.picked) {
      fields["person" + ++number] = id;
    }
    for (let i = 1; i <= ROWS && number < ROWS; i++) {
      const [name, papers, phone] = [values["name-" + i], values["document-" + i], values["phone-" + i]];
      if (name || papers || phone) {
        number++;
        Object.assign(fields, name && { ["name" + number]: name }, papers && { ["document" + number]: papers },
          phone && { ["phone" + number]: phone }, values["doubt-" + i] && { ["doubt" + number]: "yes" });
      }
    }
    if (Object.keys(fields).some(name => /^(name|document|phone)\d/.test(name))) {
      const origin = Frame.packet().origins.find(place => place.zh === values.origin || place.en === values.origin);
      Object.assign(fields, values.origin && { origin: origin?.code ?? values.origin },
        values.destination && { destination: values.destination });
    }
    return fields;
  }

  /** What the desk would refuse and can be known without it. */
  function missing(fields) {
    const required = label => text("required", text(label));
    if (!/^[\p{Script=Han}A-Z0-9]{4,12}$/u.test(plain(fields.plate))) {
      return text("plate.rule");
    }
    if (fields.occupants && !/^\d{1,2}$/.test(fields.occupants)) {
      return text("number.rule", text("occupants"));
    }
    if (fields.waited && !/^\d{1,4}$/.test(fields.waited)) {
      return text("number.rule", text("waited"));
    }
    const rows = Array.from({ length: ROWS }, (_, index) => index + 1)
      .filter(number => ["name", "document", "phone"].some(name => fields[name + number]));
    const people = rows.length + Object.keys(fields).filter(name => name.startsWith("person")).length;
    if (fields.class === "transit" && people === 0) {
      return text("transit.rule");
    }
    for (const number of rows) {
      if (!fields["name" + number]) {
        return required("field.name");
      }
      if (fields["document" + number] && !isDocument(fields["document" + number])) {
        return text("document.rule", fields["document" + number]);
      }
    }
    if (rows.length > 0 && fields.class !== "transit") {
      return !fields.origin ? required("field.origin") : !fields.destination ? required("field.destination") : null;
    }
    return null;
  }

  /** A resident number has a right check character; of others the server knows more. */
  function isDocument(number) {
    const digits = number.replace(/\s/g, "").toUpperCase();
    return !/^\d{17}[\dX]$/.test(digits)
      || "10X98765432"[WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11] === digits[17];
  }

  async function save(fields) {
    const people = Object.keys(fields).filter(name => /^(person|name)\d$/.test(name)).length;
    const kind = of({ zh: text(fields.class === "transit" ? "transit" : "stays"),
      en: text(fields.class === "transit" ? "transit" : "stays") });
    const title = kind + " · " + text("registered", people, fields.occupants ?? people);
    const draftOf = draft.values;
    await Outbox.add("vehicle-stop", fields.vehicle ?? "new", fields,
      { who: plain(fields.plate), title: { zh: title, en: title }, draft: draftOf });
    if (draft.mends) {
      await Outbox.drop(draft.mends);
    }
    clear();
    await noted();
    window.scrollTo(0, 0);
  }

  function clear() {
    draft = { values: {}, rows: 1, mends: null };
  }

  function vehicles(commands) {
    const open = [...ownTransits(commands), ...known(commands)];
    return [find(), open.length === 0 ? el("p", { class: "note" }, text("none-open"))
      : el("ul", { class: "plain" }, open.map(stop => el("li", { class: "item", "data-find": stop.plate },
        el("div", {}, el("b", {}, stop.plate), text(stop.passes ? "passes" : "queues"), " ",
          el("span", { class: "quiet" }, moment(stop.since))),
        el("button", { class: "go", onclick: () => (stop.passes ? leave(stop) : take(stop)) },
          text(stop.passes ? "left" : "take")))))].filter(Boolean);
  }

  const sure = command => command.answer?.status !== "refused";
  const at = command => command.phoneAt + command.offsetMillis;

  /** Of the packet: what nothing was done about here, neither under the server's name nor under this phone's. */
  function known(commands) {
    const done = new Set(commands.map(each => each.target));
    const gone = commands.filter(each => each.action === "vehicle-left" && sure(each));
    return (Frame.packet()?.open ?? []).filter(stop => !done.has(stop.id)
      && !gone.some(each => plain(each.label.who) === plain(stop.plate) && at(each) >= Date.parse(stop.since)));
  }

  /** Vehicles that were registered here as passing through and that the packet does not know yet. */
  function ownTransits(commands) {
    const done = new Set(commands.filter(each => each.action === "vehicle-left" && sure(each)).map(each => each.target));
    const taken = Date.parse(Frame.packet()?.madeAt ?? 0);
    return commands.filter(each => each.action === "vehicle-stop" && each.fields.class === "transit" && sure(each)
        && !(each.answer && each.answer.answeredAt + each.offsetMillis <= taken))
      .map(each => ({ id: "c" + each.id.replaceAll("-", ""), plate: each.label.who, since: at(each), passes: true }))
      .filter(stop => !done.has(stop.id));
  }

  async function leave(stop) {
    const title = { zh: text("left"), en: text("left") };
    await Outbox.add("vehicle-left", stop.id, {}, { who: stop.plate, title });
    await noted();
  }

  function take(stop) {
    clear();
    draft.values = { vehicle: stop.id, plate: stop.plate };
    return Frame.to("register");
  }

  function mend(command) {
    const values = command.label.draft;
    draft = { values: { ...values }, rows: Math.max(1, ...Array.from({ length: ROWS }, (_, i) =>
      values["name-" + (i + 1)] ? i + 1 : 1)), mends: command };
    return Frame.to("register");
  }

  Frame.start({
    path: "/doorstep/checkpoint/",
    tabs: { register, vehicles },
    choose,
    forget: clear,
    address: () => "/api/checkpoint/packet",
    mend: command => command.action === "vehicle-stop" && (() => mend(command)),
  });
})();
