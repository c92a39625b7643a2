// Adds "copy with citation" to every line that cites evidence. Everything else works without script.
(function () {
  "use strict";
  if (!navigator.clipboard) return;
  var told = document.querySelector(".told");
  function tidy(node) {
    var copy = node.cloneNode(true);
    copy.querySelectorAll(".c, .copy, .b, .k").forEach(function (one) { one.remove(); });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }
  function source(number) {
    var entry = document.getElementById("e" + number);
    var link = entry.querySelector("a.u");
    return "[" + number + "] " + tidy(entry) + (link ? " <" + link.href + ">" : "");
  }
  function text(line, numbers) {
    var cells = line.tagName === "TR" ? Array.from(line.cells).slice(0, -1).map(tidy) : [tidy(line)];
    return cells.join(" | ") + " [" + numbers.join(", ") + "]\n" + numbers.map(source).join("\n");
  }
  document.querySelectorAll(".c").forEach(function (mark) {
    var line = mark.closest("li, p, tr, figure");
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.title = "Copy with citation";
    button.setAttribute("aria-label", "Copy this line with its citations");
    button.addEventListener("click", function () {
      var figure = line.tagName === "FIGURE" ? line.querySelector("figcaption b").textContent + ": " + line.querySelector("desc").textContent : null;
      var numbers = mark.dataset.e.split(" ");
      var what = figure ? figure + "\n" + numbers.map(source).join("\n") : text(line, numbers);
      navigator.clipboard.writeText(what).then(function () { told.textContent = "Copied with " + numbers.length + " citations."; });
    });
    mark.after(button);
  });
})();
