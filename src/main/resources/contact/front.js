(function () {
'use strict';
var root = document.documentElement, body = document.body, data = body.dataset;
if (!window.fetch || !window.URLSearchParams || !window.Promise || !window.crypto || !crypto.getRandomValues) return;

// T, the secret of this page, lives here and nowhere else
var T = null, queue = null, last = 0, number = data.form, shown = {}, stream = null, wait = 1000, lost = false, coming = null;
var active = Date.now(), signed = Date.now(), typed = 0, shifts = [];

function by(id) { return document.getElementById(id); }
function show(node, yes) { if (node) node.hidden = !yes; }
function random(bytes) { return crypto.getRandomValues(new Uint8Array(bytes)); }
function token() {
  return btoa(String.fromCharCode.apply(null, random(32))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}
function id() {
  var b = random(16), hex = '';
  b[6] = b[6] & 15 | 64; b[8] = b[8] & 63 | 128;
  for (var i = 0; i < 16; i++) hex += (i === 4 || i === 6 || i === 8 || i === 10 ? '-' : '') + (b[i] + 256).toString(16).slice(1);
  return hex;
}

function ask(fields, accept) {
  var form = new URLSearchParams();
  Object.keys(fields).forEach(function (name) { form.append(name, fields[name]); });
  form.append('lang', data.lang);
  form.append('form', number);
  return fetch('/', {method: 'POST', credentials: 'omit', cache: 'no-store', redirect: 'error',
    headers: {'Accept': accept || 'application/json', 'Content-Type': 'application/x-www-form-urlencoded'}, body: form.toString()});
}
function post(fields, again) {
  return ask(fields).then(function (response) {
    return response.status === 204 ? {} : response.json();
  }).then(function (answer) {
    if (answer.form) number = answer.form;
    return answer.answer === 'stale' && !again ? post(fields, true) : answer;
  });
}

function line(one) {
  if (shown[one.seq]) return;
  var box = document.createElement('div'), who = document.createElement('p'), words = document.createElement('p'), after = null;
  box.className = 'line ' + (one.mine ? 'mine' : 'ours');
  who.className = 'by';
  who.textContent = (one.mine ? data.you : data.we) + ' \u00b7 ' + one.at;
  words.className = 'words';
  words.dir = 'auto';
  words.textContent = one.words;
  box.appendChild(who);
  box.appendChild(words);
  Object.keys(shown).forEach(function (seq) {
    if (+seq > one.seq && (after === null || +seq < after)) after = +seq;
  });
  by('lines').insertBefore(box, after === null ? null : shown[after]);
  shown[one.seq] = box;
  if (!one.mine && box.scrollIntoView) box.scrollIntoView(false);
}
function news(lines) {
  lines.forEach(function (one) {
    var fresh = !one.mine && one.seq > last && !shown[one.seq];
    line(one);
    if (one.seq > last) last = one.seq;
    if (fresh) say('state', data.new);
  });
}
function say(where, text) { if (by(where).textContent !== text) by(where).textContent = text; }

// what is told beside the words: that one of us writes, that new words wait, that somebody has asked for new ones
function signs(told) {
  say('typing', told.typing ? data.typing : '');
  [['renewed', told.words], ['notme', told.lost]].forEach(function (one) {
    var card = by(one[0]);
    if (one[1] && card.hidden) say('state', card.querySelector('h2').textContent);
    show(card, one[1]);
  });
  show(by('wish-not'), told.call === 'wished');
  ['given_up', 'stopped'].forEach(function (name) {
    var card = by('wish-' + name), now = told.call === name;
    if (now && card.hidden) say('state', card.textContent);
    show(card, now);
  });
}

function section(which) {
  ['first', 'talk', 'ended', 'destroyed', 'notice'].forEach(function (name) { show(by(name), name === which); });
  show(by('warn'), false);
  window.scrollTo(0, 0);
  var title = by(which).querySelector('h1');
  title.tabIndex = -1;
  title.focus();
}
// the conversation's part of the page: fetched when she begins to write, and there before her first words go
function room() {
  if (by('talk')) return Promise.resolve();
  return coming = coming || new Promise(function (go, fail) {
    var way = new XMLHttpRequest();
    way.open('GET', '/' + data.lang);
    way.responseType = 'document';
    way.timeout = 20000;
    way.setRequestHeader('Accept', 'text/html;part=talk');
    way.onload = function () {
      var main = document.querySelector('main'), page = way.response;
      if (!main || !page || !page.getElementById('talk')) { fail(); return; }
      unsigned(page);
      each(page, 'style', function (node) { document.head.appendChild(node); });
      each(page, 'section', function (node) { main.appendChild(node); });
      for (var name in by('talk').dataset) data[name] = by('talk').dataset[name];
      go();
    };
    way.onerror = way.ontimeout = fail;
    way.send();
  }).catch(function (why) { coming = null; throw why; });
}
function each(where, what, act) { Array.prototype.forEach.call(where.querySelectorAll(what), act); }
// the secret that a page without a script carries is not for us
function unsigned(page) { each(page, 'input[name=t]', function (field) { field.remove(); }); }
function talk(state) {
  if (by('talk').hidden) section('talk');
  each(document, '[data-for]', function (node) { show(node, (node.dataset['for'] === 'work') === (queue === 'PROFESSIONAL')); });
  say('state', state || '');
  if (!stream) open();
}
function forget() {
  T = null; queue = null; last = 0; shown = {};
  if (stream) { stream.stop(); stream = null; }
  by('lines').textContent = '';
  by('phrase-words').textContent = '';
  by('times-had').textContent = '';
  show(by('times-had'), false);
  show(by('remind'), false);
  show(by('times-book'), false);
  show(by('times-unbook'), false);
  show(by('times-ask'), true);
  by('times').open = false;
  signs({});
  each(document, 'textarea, input[type=text], input[type=tel]', function (field) { field.value = ''; });
}
function farewell(secret) {
  if (!secret) return;
  if (!navigator.sendBeacon || !navigator.sendBeacon('/', secret)) ask({act: 'leave', t: secret}).catch(function () {});
}
function ended(text) {
  var door = queue;
  forget();
  if (!text) { section('ended'); return; }
  section('first');
  var field = document.querySelector('#write input[value=' + (door || 'SUPPORT') + ']').form.querySelector('textarea');
  for (var up = field; up; up = up.parentElement) if (up.tagName === 'DETAILS') up.open = true;
  field.value = text;
  error(field, by('ended').querySelector('p').textContent);
  field.focus();
}

// the line to us: one stream, made anew when it breaks; without streams it asks every four seconds
function open() {
  if (!T) return;
  var mine = stream = {over: false, heard: Date.now(), stop: function () { this.over = true; if (this.reader) this.reader.cancel().catch(function () {}); }};
  ask({act: 'stream', t: T, queue: queue, from: last}, 'application/x-ndjson').then(function (response) {
    if (mine.over) return null;
    if (response.status === 410) { ended(draft()); return null; }
    if (response.status === 422) return response.json().then(function (answer) { number = answer.form || number; throw answer; });
    if (response.status === 503) return response.json().then(function (answer) {
      if (answer.answer !== 'ask') throw answer;
      found();
      return poll(mine);
    });
    if (!response.ok) throw response.status;
    found();
    if (!response.body || !window.TextDecoder) return poll(mine);
    mine.reader = response.body.getReader();
    return read(mine, new TextDecoder(), '');
  }).catch(function () { again(mine); });
}
function read(mine, decoder, rest) {
  return mine.reader.read().then(function (part) {
    if (mine.over) return null;
    if (part.done) return again(mine);
    mine.heard = Date.now();
    wait = 1000;
    var rows = (rest + decoder.decode(part.value, {stream: true})).split('\n');
    rest = rows.pop();
    for (var i = 0; i < rows.length; i++) {
      var row = rows[i] ? JSON.parse(rows[i]) : {};
      if (row.lines) news(row.lines);
      if (row.signs) signs(row.signs);
      if (row.over) { mine.over = true; stream = null; look(); return null; }
    }
    return read(mine, decoder, rest);
  });
}
function poll(mine) {
  if (mine.over) return null;
  mine.heard = Date.now();
  return post({act: 'look', t: T, queue: queue, from: last}).then(function (answer) {
    if (mine.over) return null;
    if (answer.answer === 'gone') { ended(draft()); return null; }
    if (answer.lines) news(answer.lines);
    if (answer.signs) signs(answer.signs);
    return new Promise(function (go) { setTimeout(go, 4000); }).then(function () { return poll(mine); });
  });
}
function look() {
  post({act: 'stay', t: T, queue: queue, from: last}).then(function (answer) {
    if (answer.answer === 'gone') ended(draft());
    else { if (answer.lines) news(answer.lines); if (!stream) open(); }
  }).catch(function () { again({}); });
}
function again(mine) {
  if (mine.over || !T) return;
  mine.over = true;
  lost = true;
  say('connection', data.lost);
  wait = Math.min(wait * 2, 15000);
  setTimeout(open, wait / 2);
}
function found() {
  if (!lost) return;
  lost = false;
  say('connection', data.found);
  setTimeout(function () { if (!lost) say('connection', ''); }, 3000);
}
function draft() { return by('say').querySelector('textarea').value.trim(); }

function error(field, text) {
  var place = by(field.id === 'phrase-typed' ? 'phrase-error' : field.id + '-error');
  place.textContent = text || '';
  field.setAttribute('aria-invalid', text ? 'true' : 'false');
  if (text) field.focus();
}
function busy(form, yes) {
  form.setAttribute('aria-busy', yes ? 'true' : 'false');
  form.sending = yes;
}
function write(form, act) {
  var field = form.querySelector('textarea'), text = field.value;
  if (encodeURIComponent(text.replace(/[\ud800-\udfff]/g, '__')).length > 95000) { error(field, data.large); return; }
  if (act === 'begin') { T = T || token(); queue = form.elements.namedItem('queue').value; }
  form.id_ = form.id_ || id();
  busy(form, true);
  var fields = {act: act, t: T, queue: queue, id: form.id_, words: text}, at = form.elements.namedItem('door');
  if (at) fields.door = at.value;
  room().then(function () { return post(fields); }).then(function (answer) {
    busy(form, false);
    if (answer.answer === 'ok') {
      form.id_ = null;
      if (field.value === text) field.value = '';
      error(field, '');
      answer.lines.forEach(line);
      talk(answer.text);
      offer(!answer.phrase && !form.declined);
    } else if (answer.answer === 'gone') {
      T = null;
      ended(text);
    } else {
      if (act === 'begin') T = null;
      error(field, answer.text || data.unsent);
    }
  }).catch(function () { busy(form, false); error(field, data.unsent); });
}
function offer(yes) {
  show(by('offer'), yes && by('phrase').hidden);
  show(by('later'), by('offer').hidden && by('phrase').hidden);
}
function wish(form, act) {
  var fields = {act: act, t: T, queue: queue}, box = form.parentNode;
  Array.prototype.forEach.call(form.elements, function (field) {
    if (field.name && field.type !== 'hidden' && (field.type !== 'checkbox' || field.checked)) fields[field.name] = field.value;
  });
  busy(form, true);
  post(fields).then(function (answer) {
    busy(form, false);
    if (answer.answer === 'gone') { ended(draft()); return; }
    var wrong = answer.wrong || {}, first = null;
    each(box, '.error', function (place) {
      var name = place.id.split('-')[1];
      place.textContent = wrong[name] || '';
      first = first || wrong[name] && by(box.id + '-' + name);
    });
    if (answer.answer === 'wished' || answer.answer === 'recognised') {
      form.reset();
      box.open = false;
      if (answer.signs) signs(answer.signs);
      say('state', answer.text);
      by('state').scrollIntoView(false);
    } else if (first) first.focus();
    else say('connection', answer.text || data.unasked);
  }).catch(function () { busy(form, false); say('connection', data.unasked); });
}
function give(form, act) {
  busy(form, true);
  post({act: act, t: T, queue: queue}).then(function (answer) {
    busy(form, false);
    if (answer.answer === 'gone') { ended(draft()); return; }
    if (answer.signs) signs(answer.signs);
    if (answer.answer !== 'set') { say('connection', answer.text || data.unsent); return; }
    if (act === 'renew') show(by('renewed'), false);
    by('phrase-words').textContent = answer.words;
    show(by('phrase'), true);
    offer(false);
    by('phrase').querySelector('h2').focus();
  }).catch(function () { busy(form, false); say('connection', data.unasked); });
}
// the times that are free, and hers: asked for when she wants to see them
function times(form, act) {
  var fields = {act: act, t: T, queue: queue}, pick = by('times-time');
  if (act === 'book') { form.id_ = form.id_ || id(); fields.id = form.id_; fields.time = pick.value; fields.errand = by('times-errand').value; }
  if (act === 'remind') { fields.number = by('remind-number').value; fields.when = by('remind-when').value; }
  busy(form, true);
  post(fields).then(function (answer) {
    busy(form, false);
    if (answer.answer === 'gone') { ended(draft()); return; }
    if (!answer.groups) { error(pick, answer.text || data.unasked); return; }
    if (act === 'book' && answer.answer === 'times') form.id_ = null;
    while (pick.children.length > 1) pick.removeChild(pick.lastChild);
    answer.groups.forEach(function (group) {
      var box = document.createElement('optgroup');
      box.label = group.label;
      group.times.forEach(function (time) {
        var option = document.createElement('option');
        option.value = time.code;
        option.textContent = time.label;
        box.appendChild(option);
      });
      pick.appendChild(box);
    });
    pick.value = '';
    if (!answer.error) by('times-errand').value = answer.errand;
    by('times-had').textContent = answer.had;
    show(by('times-had'), answer.had);
    say('times-none', answer.none);
    show(by('times-ask'), false);
    show(by('times-book'), answer.groups.length);
    show(by('times-new'), !answer.hers);
    show(by('times-other'), answer.hers);
    show(by('times-unbook'), answer.hers);
    remind(answer.remind);
    error(pick, answer.error);
    each(by('remind'), '.error', function (place) { place.textContent = answer.remind.wrong[place.id.split('-')[1]] || ''; });
    if (answer.remind.wrong.number || answer.remind.wrong.when) by(answer.remind.wrong.number ? 'remind-number' : 'remind-when').focus();
    if (answer.text) {
      if (act === 'remind') by('remind-number').value = '';
      by('times').open = act === 'book' && answer.remind.windows.length && !answer.remind.open;
      show(by('times-ask'), true);
      show(by('times-book'), false);
      show(by('times-unbook'), false);
      say('state', answer.text);
      by('state').scrollIntoView(false);
    }
  }).catch(function () { busy(form, false); error(pick, data.unasked); });
}
function remind(told) {
  var pick = by('remind-when');
  while (pick.firstChild) pick.removeChild(pick.firstChild);
  told.windows.forEach(function (one) {
    var option = document.createElement('option');
    option.value = one.code;
    option.textContent = one.label;
    pick.appendChild(option);
  });
  say('remind-state', told.state);
  show(by('remind-state'), told.state);
  show(by('remind-ask'), told.windows.length && !told.open);
  show(by('remind-not'), told.open);
  show(by('remind'), told.state || told.windows.length);
}
var acts = {
  remind: function (form) { times(form, 'remind'); },
  unremind: function (form) { times(form, 'unremind'); },
  times: function (form) { times(form, 'times'); },
  book: function (form) { times(form, 'book'); },
  unbook: function (form) { times(form, 'unbook'); },
  begin: function (form) { write(form, 'begin'); },
  say: function (form) { write(form, 'say'); },
  'return': function (form) {
    var field = by('phrase-typed');
    busy(form, true);
    room().then(function () { return post({act: 'return', words: field.value}); }).then(function (answer) {
      busy(form, false);
      if (answer.answer !== 'found') { error(field, answer.text || data.unsent); return; }
      field.value = '';
      error(field, '');
      T = answer.t; queue = answer.queue; last = answer.last;
      answer.lines.forEach(line);
      show(by('all'), true);
      offer(false);
      talk(answer.text);
      if (answer.signs) signs(answer.signs);
    }).catch(function () { busy(form, false); error(field, data.unsent); });
  },
  words: function (form) { give(form, 'words'); },
  later: function () { by('say').querySelector('form').declined = true; offer(false); by('say').querySelector('textarea').focus(); },
  look: function (form) {
    busy(form, true);
    post({act: 'look', t: T, queue: queue, from: 0}).then(function (answer) {
      busy(form, false);
      if (answer.answer === 'gone') { ended(draft()); return; }
      answer.lines.forEach(line);
      show(by('all'), false);
    }).catch(function () { busy(form, false); say('connection', data.unasked); });
  },
  attach: function (form) {
    var field = by('file-chosen'), body = new FormData();
    form.id_ = form.id_ || id();
    var all = {act: 'attach', t: T, queue: queue, id: form.id_, lang: data.lang, form: number};
    Object.keys(all).forEach(function (name) { body.append(name, all[name]); });
    if (field.files[0]) body.append('file', field.files[0], 'f');
    busy(form, true);
    fetch('/', {method: 'POST', credentials: 'omit', cache: 'no-store', redirect: 'error', headers: {'Accept': 'application/json'}, body: body})
      .then(function (response) { return response.json(); }).then(function (answer) {
        busy(form, false);
        if (answer.form) number = answer.form;
        if (answer.answer === 'gone') { ended(draft()); return; }
        var done = answer.answer === 'attached';
        by('file-error').textContent = done ? '' : answer.text || data.unsent;
        if (done) { form.id_ = null; form.reset(); by('file').open = false; say('state', answer.text); by('state').scrollIntoView(false); }
      }).catch(function () { busy(form, false); by('file-error').textContent = data.unsent; });
  },
  recognise: function (form) { wish(form, 'recognise'); },
  renew: function (form) { give(form, 'renew'); },
  stop: function (form) {
    busy(form, true);
    post({act: 'stop', t: T, queue: queue}).then(function (answer) {
      busy(form, false);
      if (answer.answer === 'gone') { ended(draft()); return; }
      if (answer.signs) signs(answer.signs);
      say('state', answer.text || data.unasked);
      by('state').scrollIntoView(false);
    }).catch(function () { busy(form, false); say('connection', data.unasked); });
  },
  call: function (form) { wish(form, 'call'); },
  uncall: function (form) { wish(form, 'uncall'); },
  leave: function () { farewell(T); ended(''); },
  destroy: function (form) {
    busy(form, true);
    post({act: 'destroy', t: T, queue: queue}).then(function (answer) {
      busy(form, false);
      forget();
      section(answer.answer === 'destroyed' ? 'destroyed' : 'ended');
    }).catch(function () { busy(form, false); say('connection', data.unasked); });
  }
};

// out: first the page is empty, then the visit is over, then another page
function empty() { T = null; root.textContent = ''; }
function leave() {
  var secret = T, target = by('leave').href;
  if (stream) stream.over = true;
  empty();
  if (secret && navigator.sendBeacon) navigator.sendBeacon('/', secret);
  location.replace(target);
}

// written before this script had come: the page that came back is a conversation, and its secret is ours from here
function adopt() {
  var room = by('talk'), held = room && !room.hidden && room.querySelector('input[name=t]');
  if (!held || !held.value) return;
  T = held.value;
  queue = room.querySelector('input[name=queue]').value;
  each(room, '[data-seq]', function (box) { shown[box.dataset.seq] = box; last = Math.max(last, +box.dataset.seq); });
}

root.className = 'js';
adopt();
unsigned(document);
document.addEventListener('submit', function (event) {
  var form = event.target, act = form.elements.namedItem('act').value;
  event.preventDefault();
  if (!form.sending) acts[act](form);
});
document.addEventListener('click', function (event) {
  for (var node = event.target; node && node !== document; node = node.parentNode) {
    if (node.id === 'leave') { event.preventDefault(); leave(); return; }
    if (node.id === 'stay') { alive(); show(by('warn'), false); stay(); return; }
    if (node.id === 'phrase-kept') { by('phrase-words').textContent = ''; show(by('phrase'), false); offer(false); by('say').querySelector('textarea').focus(); return; }
    if (node.tagName === 'A' && node.getAttribute('href').charAt(0) === '/') { event.preventDefault(); location.replace(node.href); return; }
  }
});
document.addEventListener('keydown', function (event) {
  if (event.key !== 'Shift') { shifts = []; say('shift', ''); return; }
  if (event.repeat) return;
  var now = Date.now();
  shifts = shifts.filter(function (then) { return now - then < 3000; });
  shifts.push(now);
  if (shifts.length === 3) { event.preventDefault(); leave(); return; }
  say('shift', shifts.length === 2 ? data.shift : '');
});
// that she writes, never what: at most every four seconds, and nothing waits for it
document.addEventListener('input', function (event) {
  if (!T || !by('say') || !by('say').contains(event.target) || Date.now() - typed < 4000) return;
  typed = Date.now();
  post({act: 'typing', t: T, queue: queue}).catch(function () {});
});
// the way out stands above the keyboard of a telephone, which covers what is fixed at the bottom
function above() {
  var seen = window.visualViewport, out = by('leave');
  if (!out) return;
  var under = matchMedia('(max-width:40rem)').matches ? innerHeight - seen.height - seen.offsetTop : 0;
  out.style.transform = under > 1 ? 'translateY(' + -under + 'px)' : '';
}
if (window.visualViewport) ['resize', 'scroll'].forEach(function (what) { visualViewport.addEventListener(what, above); });
window.addEventListener('pagehide', empty);
window.addEventListener('pageshow', function (event) { if (event.persisted) location.reload(); });
document.addEventListener('visibilitychange', function () { root.classList.toggle('covered', document.hidden); });

// time: a sign of life while she is active, a question, then the end
function alive() { active = Date.now(); }
function stay() {
  signed = Date.now();
  if (T) post({act: 'stay', t: T, queue: queue, from: last}).then(function (answer) {
    if (answer.answer === 'gone') ended(draft());
  }).catch(function () {});
}
document.addEventListener('input', function (event) {
  if (event.target.form && !by('talk')) room().catch(function () {});
});
['input', 'mousedown', 'touchstart'].forEach(function (kind) {
  document.addEventListener(kind, function () { if (by('warn') && by('warn').hidden) alive(); }, {passive: true});
});
setInterval(function () {
  if (!T || by('talk') === null || by('talk').hidden) { active = Date.now(); return; }
  var idle = (Date.now() - active) / 1000;
  if (idle >= +data.end) { farewell(T); ended(''); return; }
  show(by('warn'), idle >= +data.warn);
  if (active > signed && Date.now() - signed > 300000) stay();
  if (stream && stream.reader && Date.now() - stream.heard > 50000) stream.reader.cancel().catch(function () {});
}, 1000);
open();
})();
