"use strict";
// What the staff face does in the browser besides htmx: keys, and times that stay true while a page
// stands open. Everything works without it.
(() => {
  const keys = document.getElementById("keys");
  const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;
  let going = false;

  for (const button of document.querySelectorAll("[data-keys]")) {
    if (keys) {
      button.hidden = false;
      button.addEventListener("click", () => keys.showModal());
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
      return;
    }
    if (going && /^[1-9]$/.test(event.key)) {
      const link = document.querySelectorAll(".nav .nav-list a")[Number(event.key) - 1];
      if (link) {
        link.click();
      }
    } else if (event.key === "?" && keys && !keys.open) {
      event.preventDefault();
      keys.showModal();
    }
    going = event.key === "g";
    // <details data-shortcut="n">: that key opens it and goes to its first field
    const part = /^[a-z]$/.test(event.key) && document.querySelector(`[data-shortcut="${event.key}"]`);
    if (part && !(keys && keys.open)) {
      event.preventDefault();
      part.open = true;
      part.querySelector("input:not([type=hidden]), textarea, select").focus();
    }
  });

  // <time datetime="..." data-waited>: minutes are told anew as they pass; the server's words are the
  // same ones, so the first minute shows what the server wrote
  const language = document.documentElement.lang || "sv";
  const write = (count, unit) =>
    new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count);
  const tell = () => {
    for (const time of document.querySelectorAll("time[data-waited]")) {
      const minutes = Math.floor((Date.now() - Date.parse(time.dateTime)) / 60000);
      if (minutes >= 1) {
        const words = minutes < 60 ? write(minutes, "minute")
          : minutes < 1440 ? write(Math.floor(minutes / 60), "hour")
          : write(Math.floor(minutes / 1440), "day");
        time.textContent = (time.dataset.waited || "{0}").replace("{0}", words);
      }
    }
  };
  setInterval(tell, 30000);

  // a page that asks by itself says whether a hand was at it since it asked last; without one the
  // session ends, and then the form somebody was writing in is sent, so that the gate keeps it for her
  let here = false;
  let written = null;
  let leaving = false;
  const changed = (form) => [...form.elements].some((field) =>
    field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked
      : field.type !== "hidden" && field.defaultValue !== undefined && field.value !== field.defaultValue);
  for (const sign of ["keydown", "pointerdown", "wheel", "touchmove"]) {
    document.addEventListener(sign, () => { here = true; }, { capture: true, passive: true });
  }
  document.addEventListener("input", (event) => { written = event.target.form || written; });
  document.addEventListener("htmx:configRequest", (event) => {
    if (here) {
      event.detail.headers["Fristad-Here"] = "1";
    }
    here = false;
  });
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    const to = event.detail.xhr.getResponseHeader("HX-Redirect");
    if (to && to.startsWith("/staff/login") && event.detail.requestConfig.verb === "get"
        && written && written.isConnected && changed(written)) {
      event.preventDefault();
      // more than one thing asks in the background; the form goes once
      if (!leaving) {
        leaving = true;
        written.submit();
      }
    }
  });
  // what is typed without a pause is saved too: three seconds after the first letter that is not
  const waits = new Map();
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form && /\bkeep$/.test(form.getAttribute("hx-trigger") || "") && !waits.has(form)) {
      waits.set(form, setTimeout(() => {
        waits.delete(form);
        form.dispatchEvent(new Event("keep"));
      }, 3000));
    }
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    clearTimeout(waits.get(event.detail.elt));
    waits.delete(event.detail.elt);
  });

  // a link with a one-time code: it stands behind #, which no browser sends, so that neither a log nor
  // another page is told it; from here it is posted, and the address is left without it
  const door = document.querySelector("form[data-code]");
  const take = () => {
    const code = location.hash.slice(1, 61);
    if (door && code) {
      history.replaceState(null, "", location.pathname);
      door.elements.code.value = code;
      door.requestSubmit();
    }
  };
  addEventListener("hashchange", take);
  take();

  // a press for help that did not go out says so, loudly and beside the button, and goes on until it
  // has gone out; so does one that nobody has answered for after four seconds
  const press = document.querySelector(".help-press");
  if (press) {
    const failed = press.querySelector(".help-failed");
    let again = 0;
    const isPress = (event) => event.detail.elt === press;
    document.addEventListener("htmx:configRequest", (event) => {
      if (isPress(event)) {
        event.detail.timeout = 4000;
      }
    });
    for (const fault of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
      document.addEventListener(fault, (event) => {
        if (isPress(event)) {
          failed.hidden = false;
          clearTimeout(again);
          again = setTimeout(() => press.requestSubmit(), 2000);
        }
      });
    }
    document.addEventListener("htmx:afterRequest", (event) => {
      if (isPress(event) && event.detail.successful) {
        failed.hidden = true;
        clearTimeout(again);
      }
    });
  }

  // help to a colleague is seen in the tab's name too, when another page lies before it
  const named = document.title;
  document.addEventListener("htmx:afterSwap", () => {
    const alarm = document.getElementById("alarm");
    const loud = alarm && alarm.dataset.loud;
    document.title = loud ? `● ${loud} · ${named}` : named;
  });

  // a form that came back with errors is read from its summary
  const summary = document.querySelector(".error-summary");
  if (summary) {
    summary.focus();
  }
})();
