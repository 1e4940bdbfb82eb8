// What was done and is not sent yet. A command is on the disk before the page says that it is noted; it leaves only
// when the server has said what became of it. Its id is made here, so that sending it twice records it once.
"use strict";
const Outbox = (() => {
  const MOST = 200;

  /** The server answers, but knows nobody any more. */
  class SignedOut extends Error {}

  let sending = null;

  async function all() {
    const rows = await Vault.done((await Vault.store("queue", "readonly")).getAll());
    const commands = [];
    for (const row of rows) {
      commands.push({ number: row.number, answer: row.answer, ...await Vault.unseal(row.sealed) });
    }
    return commands;
  }

  /** How many wait; can be told while the phone is locked. */
  async function count() {
    const rows = await Vault.done((await Vault.store("queue", "readonly")).getAll());
    return rows.filter(row => !row.answer || row.answer.status === "refused").length;
  }

  async function add(action, target, fields, label) {
    const offset = (await Vault.read("offset")) ?? 0;
    const command = { id: crypto.randomUUID(), action, target, fields, label, phoneAt: Date.now(), offsetMillis: offset };
    const sealed = await Vault.seal(command);
    await Vault.write("queue", it => it.add({ sealed }));
    return command;
  }

  const drop = number => Vault.write("queue", it => it.delete(number));

  async function answered(number, answer) {
    const row = await Vault.done((await Vault.store("queue", "readonly")).get(number));
    if (row) {
      await Vault.write("queue", it => it.put({ ...row, answer }));
    }
  }

  /** Sends what waits; one sending at a time. Resolves to whether the server answered. */
  function send(headers) {
    sending ??= sendAll(headers).finally(() => { sending = null; });
    return sending;
  }

  async function sendAll(headers) {
    for (;;) {
      const waiting = (await all()).filter(each => !each.answer).slice(0, MOST);
      if (waiting.length === 0) {
        return true;
      }
      const answer = await fetch("/api/doorstep/sync", {
        method: "POST",
        headers: { "Content-Type": "application/json", ...headers },
        body: JSON.stringify({
          device: await Vault.read("device"),
          phoneAt: Date.now(),
          commands: waiting.map(({ id, action, target, fields, phoneAt, offsetMillis }) =>
            ({ id, action, target, fields, phoneAt, offsetMillis })),
        }),
      });
      if (answer.status === 401) {
        throw new SignedOut();
      }
      if (!answer.ok) {
        throw new Error("HTTP " + answer.status);
      }
      const body = await answer.json();
      await clock(body.serverAt);
      let moved = false;
      for (const outcome of body.outcomes) {
        const command = waiting.find(each => each.id === outcome.id);
        if (command) {
          await answered(command.number, { ...outcome, answeredAt: Date.now() });
          moved = true;
        }
      }
      if (!moved) {
        throw new Error("no answer to what was sent");
      }
    }
  }

  /** How far the server's clock is ahead of this phone's. */
  const clock = serverAt => Vault.keep("offset", new Date(serverAt).getTime() - Date.now());

  /** Takes away what the server has and nobody needs to look at any more. */
  async function tidy(before) {
    for (const each of await all()) {
      if (each.answer && each.answer.status !== "refused" && each.answer.answeredAt < before) {
        await drop(each.number);
      }
    }
  }

  return { SignedOut, all, add, count, drop, send, clock, tidy };
})();
