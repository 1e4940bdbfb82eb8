// Photos taken at a door. Each is drawn anew and small before it is kept anywhere, so that nothing is left of what the
// camera wrote into it, the place above all.
"use strict";
const Pictures = (() => {
  const { text, el } = Words;
  const EDGE = 1280;
  const LARGEST = 1500000;

  async function small(file) {
    const drawn = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, EDGE / Math.max(drawn.width, drawn.height));
    const canvas = el("canvas", { class: "shot", width: Math.max(1, Math.round(drawn.width * scale)),
      height: Math.max(1, Math.round(drawn.height * scale)) });
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(drawn, 0, 0, canvas.width, canvas.height);
    drawn.close();
    for (const quality of [0.8, 0.6, 0.4]) {
      const jpeg = await new Promise(resolve => canvas.toBlob(resolve, "image/jpeg", quality));
      if (jpeg && jpeg.size <= LARGEST) {
        return { canvas, bytes: await jpeg.arrayBuffer() };
      }
    }
    throw new Error("too large");
  }

  /** A field for taking photos; bytes() gives those that were taken. */
  function field() {
    const taken = [];
    const wrong = el("p", { class: "wrong", role: "alert", hidden: true });
    const note = el("p", { class: "quiet" });
    const shots = el("div", { class: "shots" });
    const input = el("input", { id: "photo", type: "file", accept: "image/*", capture: "environment", class: "visually-hidden" });
    const label = el("label", { for: "photo", class: "take" }, "＋ " + text("photo.take"));

    async function fresh() {
      const left = await Outbox.room() - taken.length;
      input.disabled = left <= 0;
      label.hidden = left <= 0;
      note.textContent = left > 0 ? text("photo.room", left) : text("photo.full", Outbox.MOST_PHOTOS);
    }

    function add(photo) {
      taken.push(photo);
      const shot = el("figure", {}, photo.canvas, el("button", { type: "button", onclick: () => {
        taken.splice(taken.indexOf(photo), 1);
        shot.remove();
        fresh();
      } }, text("photo.remove")));
      shots.append(shot);
    }

    input.addEventListener("change", async () => {
      const file = input.files[0];
      input.value = "";
      wrong.hidden = true;
      if (!file) {
        return;
      }
      try {
        add(await small(file));
      } catch {
        wrong.textContent = text("photo.failed");
        wrong.hidden = false;
      }
      await fresh();
    });
    fresh();
    return { element: el("section", { class: "photos" }, input, label, shots, wrong, note), bytes: () => taken.map(it => it.bytes) };
  }

  return { field };
})();
