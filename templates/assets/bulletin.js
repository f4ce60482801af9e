// Looks a receipt up in the whole published list. The list is downloaded, so that no server learns which receipt was asked
// for; the words are turned into digits here for the same reason.
(function () {
  "use strict";
  var form = document.getElementById("look");
  var answer = document.getElementById("answer");
  var lists = JSON.parse(document.getElementById("lists").textContent);
  var tags = null;

  // Ten hexadecimal digits or more, or four words of a list: ten bits a word. Null where it is neither.
  function beginning(typed) {
    var plain = typed.trim().toLowerCase();
    var between = /[\s,，、·.。/-]+/;
    var joined = plain.split(between).join("");
    if (/^[0-9a-f]{10,64}$/.test(joined)) {
      return joined;
    }
    for (var i = 0; i < lists.length; i++) {
      var words = i === 0 ? joined.match(/../g) || [] : plain.split(between);
      if (words.length !== 4 || (i === 0 && joined.length !== 8)) {
        continue;
      }
      var bits = "";
      for (var w = 0; w < 4; w++) {
        var at = lists[i].indexOf(words[w]);
        if (at < 0) {
          bits = "";
          break;
        }
        bits += (1024 + at).toString(2).slice(1);
      }
      if (bits) {
        return bits.match(/.{4}/g).map(function (four) { return parseInt(four, 2).toString(16); }).join("");
      }
    }
    return null;
  }

  function say(what, good) {
    answer.className = "answer" + (good === undefined ? "" : good ? " yes" : " no");
    answer.textContent = answer.getAttribute("data-" + what);
  }

  function look(start) {
    var found = tags.some(function (tag) { return tag.slice(0, start.length) === start; });
    say(found ? "found" : "absent", found);
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var start = beginning(document.getElementById("receipt").value);
    if (start === null) {
      say("unclear", false);
      return;
    }
    if (tags) {
      look(start);
      return;
    }
    say("loading");
    fetch(form.getAttribute("data-list"), { credentials: "omit" })
      .then(function (got) {
        if (!got.ok) {
          throw new Error(got.status);
        }
        return got.json();
      })
      .then(function (published) {
        tags = published.tags;
        look(start);
      })
      .catch(function () { say("failed", false); });
  });
  form.hidden = false;
})();
