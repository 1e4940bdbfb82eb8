// Words, moments and pieces of page.
"use strict";
const Words = (() => {
  const language = document.body.dataset.language;
  const texts = JSON.parse(document.body.dataset.texts)[language];
  const locale = language === "zh" ? "zh-CN" : "en-GB";

  const text = (key, ...values) => texts[key].replace(/\{(\d)\}/g, (_, index) => values[Number(index)]);

  /** The wording of a pack in this language. */
  const of = wording => language === "zh" ? wording.zh : wording.en;

  const moment = value => new Intl.DateTimeFormat(locale,
    { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(value));

  /** A length of time, its two largest units. */
  function span(millis) {
    const minutes = Math.floor(Math.abs(millis) / 60000);
    const hours = Math.floor(minutes / 60);
    const unit = (number, name) => new Intl.NumberFormat(locale,
      { style: "unit", unit: name, unitDisplay: language === "zh" ? "short" : "narrow" }).format(number);
    if (hours >= 48) {
      return unit(Math.floor(hours / 24), "day") + " " + unit(hours % 24, "hour");
    }
    return hours > 0 ? unit(hours, "hour") + " " + unit(minutes % 60, "minute") : unit(minutes, "minute");
  }

  /** An element; children may be text, which never becomes markup. */
  function el(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) {
        element.addEventListener(key.slice(2), value);
      } else if (value === true) {
        element.setAttribute(key, "");
      } else if (value !== false && value !== null && value !== undefined) {
        element.setAttribute(key, value);
      }
    }
    element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
    return element;
  }

  return { language, text, of, moment, span, el };
})();
