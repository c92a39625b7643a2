// What the pages can do beyond reading: a slider of days, a switch of measure, reasons beside the rows of an
// echo tree, Escape for explanations, and showing what was waited for.
// Everything on the page can be read without this file.
(function () {
  "use strict";
  var slider = document.querySelector(".slider");
  if (slider) days(slider);
  var choice = document.querySelector(".switch");
  if (choice) measures(choice);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") document.body.classList.add("quiet");
  });
  ["focusin", "pointerover"].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      if (event.target.closest && event.target.closest(".chip, .mark")) return;
      document.body.classList.remove("quiet");
    });
  });
  if (document.querySelector(".waiting")) wait();
  document.querySelectorAll(".trees").forEach(trees);
  openTarget();
  window.addEventListener("hashchange", openTarget);

  function openTarget() {
    var name = location.hash.slice(1);
    var target = name && document.getElementById(decodeURIComponent(name));
    for (var one = target; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
  }

  // The places of the map carry no day of their own: each takes the first day on which a claim names it.
  function days(box) {
    var listed = box.dataset.days.split(" ");
    var input = box.querySelector("input");
    var told = box.querySelector("output");
    var first = {};
    document.querySelectorAll(".places [data-place]").forEach(function (one) { first[one.dataset.place] = one.dataset.on; });
    var marked = Array.from(document.querySelectorAll("svg [data-on]")).map(function (one) { return [one, one.getAttribute("data-on")]; });
    document.querySelectorAll("svg.map [data-place]").forEach(function (one) {
      var day = first[one.getAttribute("data-place")];
      if (day) marked.push([one, day]);
    });
    function show() {
      var day = listed[Number(input.value)];
      var last = Number(input.value) === listed.length - 1;
      marked.forEach(function (pair) { pair[0].classList.toggle("later", !last && pair[1] !== "" && pair[1] > day); });
      told.textContent = last ? "all days" : day;
      input.setAttribute("aria-valuetext", told.textContent);
    }
    input.addEventListener("input", show);
    show();
  }

  function wait() {
    setTimeout(function () {
      fetch(location.href).then(function (answer) { if (answer.status === 202) wait(); else location.reload(); }, wait);
    }, 2000);
  }

  // Why a page counts as the same statement, beside its row; its line stands out from the others.
  function trees(box) {
    var tip = box.querySelector(".tip");
    box.querySelectorAll("a title").forEach(function (one) { one.remove(); });
    box.querySelectorAll("a[data-why]").forEach(function (row) {
      row.setAttribute("aria-describedby", tip.id);
      ["pointerenter", "focus"].forEach(function (kind) { row.addEventListener(kind, function () { show(row); }); });
      ["pointerleave", "blur"].forEach(function (kind) { row.addEventListener(kind, hide); });
    });
    document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });
    function show(row) {
      var drawn = row.ownerSVGElement;
      document.body.classList.remove("quiet");
      tip.textContent = row.dataset.why;
      tip.hidden = false;
      var here = row.getBoundingClientRect(), all = box.getBoundingClientRect();
      tip.style.top = here.bottom - all.top + 2 + "px";
      tip.style.left = Math.max(0, Math.min(all.width - tip.offsetWidth, all.width * 0.27)) + "px";
      var links = Array.from(drawn.querySelectorAll(".link"));
      links.forEach(function (one) { one.classList.toggle("on", one.dataset.to === row.dataset.row || one.dataset.from === row.dataset.row); });
      drawn.classList.toggle("asked", links.some(function (one) { return one.classList.contains("on"); }));
    }
    function hide() {
      tip.hidden = true;
      box.querySelectorAll(".asked").forEach(function (one) { one.classList.remove("asked"); });
    }
  }

  function measures(box) {
    var select = box.querySelector("select");
    var figures = Array.from(document.querySelectorAll(".charts > figure"));
    function show() {
      figures.forEach(function (one, rank) { one.hidden = select.value !== "all" && select.value !== String(rank); });
    }
    select.value = "all";
    select.addEventListener("change", show);
  }
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll(".charts > figure").forEach(function (one) { one.hidden = false; });
  });
})();
