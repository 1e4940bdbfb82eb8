// What was done and is not sent yet. A command is on the disk before the page says that it is noted; it leaves only
// when the server has said what became of it. Its id is made here, so that sending it twice records it once.
"use strict";
const Outbox = (() => {
  const MOST = 200;
  const MOST_PHOTOS = 30;

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

  /** The command and the photos taken with it are on the disk together, or none of them. */
  async function add(action, target, fields, label, pictures = []) {
    const offset = (await Vault.read("offset")) ?? 0;
    const made = { target, label, phoneAt: Date.now(), offsetMillis: offset };
    const command = { id: crypto.randomUUID(), action, fields, ...made };
    const rows = [{ sealed: await Vault.seal(command) }];
    const photos = [];
    for (const bytes of pictures) {
      const id = crypto.randomUUID();
      rows.push({ sealed: await Vault.seal({ id, action: "photo", fields: {}, visit: action === "visit" ? command.id : "", ...made }) });
      photos.push({ id, sealed: await Vault.sealBytes(bytes) });
    }
    await Vault.together(["queue", "photos"], it => {
      rows.forEach(row => it("queue").add(row));
      photos.forEach(photo => it("photos").put(photo));
    });
    return command;
  }

  /** For how many more photos there is room. */
  const room = async () => MOST_PHOTOS - await Vault.done((await Vault.store("photos", "readonly")).count());

  const drop = ({ number, id }) => Vault.together(["queue", "photos"], it => [it("queue").delete(number), it("photos").delete(id)]);

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
      const waiting = (await all()).filter(each => !each.answer && each.action !== "photo").slice(0, MOST);
      if (waiting.length === 0) {
        return sendPhotos(headers);
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

  /** One by one, after what they were taken at; a photo leaves the phone when the server has it. */
  async function sendPhotos(headers) {
    for (const each of (await all()).filter(it => !it.answer && it.action === "photo")) {
      const kept = await Vault.done((await Vault.store("photos", "readonly")).get(each.id));
      if (!kept) {
        await drop(each); // nothing is left of it
        continue;
      }
      const { id, target, visit, phoneAt, offsetMillis } = each;
      const said = new URLSearchParams({ id, target, visit, phoneAt, offsetMillis, device: await Vault.read("device") });
      const answer = await fetch("/api/doorstep/photos?" + said, {
        method: "POST",
        headers: { "Content-Type": "image/jpeg", "X-Bihuan-Client": "doorstep", ...headers },
        body: await Vault.unsealBytes(kept.sealed),
      });
      if (answer.status === 401) {
        throw new SignedOut();
      }
      if (!answer.ok) {
        throw new Error("HTTP " + answer.status);
      }
      const outcome = await answer.json();
      await answered(each.number, { ...outcome, answeredAt: Date.now() });
      if (outcome.status !== "refused") {
        await Vault.write("photos", it => it.delete(id));
      }
    }
    return true;
  }

  /** How far the server's clock is ahead of this phone's. */
  const clock = serverAt => Vault.keep("offset", new Date(serverAt).getTime() - Date.now());

  /** Takes away what the server has and nobody needs to look at any more. */
  async function tidy(before) {
    for (const each of await all()) {
      if (each.answer && each.answer.status !== "refused" && each.answer.answeredAt < before) {
        await drop(each);
      }
    }
  }

  return { SignedOut, MOST_PHOTOS, all, add, count, room, drop, send, clock, tidy };
})();
