// Adds "copy with citation" to every line and figure: with its evidence, or with this page where it says what
// is held. Everything else works without script.
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
  function here(node) {
    var place = node.closest("[id]");
    var address = location.href.split("#")[0] + (place ? "#" + place.id : "");
    return document.title + (/^http/.test(address) ? " <" + address + ">" : "");
  }
  function words(line) {
    return line.tagName === "TR" ? Array.from(line.cells).slice(0, -1).map(tidy).join(" | ") : tidy(line);
  }
  function drawn(figure) {
    var heading = figure.querySelector("figcaption b, svg > title"), listed = figure.querySelector("svg > desc");
    return heading.textContent + (listed ? ": " + listed.textContent : "");
  }
  function button(label, what, many) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "copy";
    made.title = "Copy with citation";
    made.setAttribute("aria-label", label);
    made.addEventListener("click", function () {
      navigator.clipboard.writeText(what()).then(function () { told.textContent = many ? "Copied with " + many + (many === 1 ? " citation." : " citations.") : "Copied with this page as its source."; });
    });
    return made;
  }
  document.querySelectorAll(".c").forEach(function (mark) {
    var line = mark.closest("li, p, tr, figure");
    var numbers = mark.dataset.e.split(" ");
    mark.after(button("Copy this line with its citations", function () {
      var text = line.tagName === "FIGURE" ? drawn(line) : words(line) + " [" + numbers.join(", ") + "]";
      return text + "\n" + numbers.map(source).join("\n");
    }, numbers.length));
  });
  document.querySelectorAll("main figure, main p[id], main li[id], main p span[id]").forEach(function (one) {
    if (one.querySelector(".c, .copy, .k") || one.closest(".evidence, .claim")) return;
    var figure = one.tagName === "FIGURE";
    if (figure && !one.querySelector("svg > title")) return;
    one.append(button(figure ? "Copy this figure with its source" : "Copy this line with its source", function () {
      return (figure ? drawn(one) : words(one)) + "\n" + here(one);
    }, 0));
  });
})();
