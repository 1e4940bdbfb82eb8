// Forms: what is asked when something is done, could not be done, or when a visit is noted.
"use strict";
const Sheets = (() => {
  const { text, of, el } = Words;

  function input(field) {
    const common = { name: field.name, id: "f-" + field.name, required: field.required };
    if (field.type === "choice") {
      return el("select", common, el("option", { value: "" }, "—"),
        field.choices.map(choice => el("option", { value: choice.value }, of(choice.label))));
    }
    const types = { time: "datetime-local", date: "date", number: "number", text: "text", division: "text" };
    return el("input", { ...common, type: types[field.type] ?? "text", step: field.type === "number" ? "any" : null,
      autocomplete: "off" });
  }

  function values(form, fields) {
    const found = {};
    for (const field of fields) {
      const value = form.elements[field.name].value.trim();
      if (value !== "") {
        found[field.name] = field.type === "time" ? new Date(value).toISOString() : value;
      }
    }
    return found;
  }

  /** A form that calls save with what was filled in; what was typed stays when something is missing. */
  function form(definition, button, known, save) {
    const wrong = el("p", { class: "wrong", role: "alert", hidden: true });
    const element = el("form", { class: "sheet-form", novalidate: true },
      definition.fields.map(field => el("p", { class: "field" },
        el("label", { for: "f-" + field.name }, of(field.label), field.required ? " *" : ""), input(field))),
      wrong, el("button", { class: "big", type: "submit" }, button));
    for (const [name, value] of Object.entries(known ?? {})) {
      if (element.elements[name]) {
        element.elements[name].value = value;
      }
    }
    element.addEventListener("submit", async event => {
      event.preventDefault();
      const missing = definition.fields.find(field => field.required && element.elements[field.name].value.trim() === "");
      if (missing) {
        wrong.textContent = text("required", of(missing.label));
        wrong.hidden = false;
        element.elements[missing.name].focus();
        return;
      }
      const submit = element.querySelector("button");
      if (submit.disabled) {
        return; // a second tap
      }
      submit.disabled = true;
      try {
        await save(values(element, definition.fields));
      } catch (error) {
        submit.disabled = false;
        wrong.textContent = text("failed", error.message);
        wrong.hidden = false;
      }
    });
    return element;
  }

  return { form };
})();
