// The list of surveys that a card serves: what the card's code carries behind # goes along with the tap.
Array.from(document.querySelectorAll("a.go")).forEach(link => { link.hash = location.hash; });
history.replaceState(null, "", location.pathname + location.search);
