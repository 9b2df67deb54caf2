// Questions that are asked inside of a page. Each function is sent to the browser as it stands here, and therefore uses
// nothing that is outside of it.

/** What there is to say about the document itself. */
export function outline() {
  const texts = (selector) => [...document.querySelectorAll(selector)].map((element) => element.outerHTML.slice(0, 80));
  const handlers = [...document.querySelectorAll("*")].flatMap((element) =>
    [...element.attributes].filter(({ name, value }) =>
      name.startsWith("on") || /^(xlink:)?(href|src|action|formaction|data)$/.test(name) && /^\s*javascript:/i.test(value)).map(({ name }) => `${element.tagName} ${name}`));
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  return {
    language: document.documentElement.lang,
    title: document.title,
    headings: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) =>
      ({ level: Number(heading.tagName[1]), text: heading.textContent.trim() })),
    foreign: texts("script, iframe, object, embed, img, form, base, link:not([rel=icon]), foreignObject"),
    handlers,
    twice: ids.filter((id, place) => ids.indexOf(id) !== place),
    lost: [...document.querySelectorAll("a[href^='#']")].map((link) => link.getAttribute("href")).filter((href) =>
      !document.getElementById(href.slice(1))),
  };
}

/** The texts that stick out: of the page, of the block or cell that they stand in, or of the picture. */
export function stickingOut(width) {
  const found = [];
  const isBlock = (element) => !["inline", "contents"].includes(getComputedStyle(element).display);
  const isMeantToBe = (element) => element.closest(".unseen") || element.closest("thead")?.matches(".stack thead") &&
    getComputedStyle(element.closest("thead")).position === "absolute";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const parent = text.parentElement;
    if (!text.data.trim() || parent.closest("svg, style, title") || isMeantToBe(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    let block = parent;
    while (!isBlock(block)) block = block.parentElement;
    const room = block.getBoundingClientRect();
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue;
      if (box.right > width + 1 || box.left < -1) found.push(`of the page: ${text.data.trim().slice(0, 40)}`);
      else if (box.right > room.right + 1.5 || box.left < room.left - 1.5) {
        found.push(`of its ${block.tagName.toLowerCase()}: ${text.data.trim().slice(0, 40)}`);
      } else continue;
      break;
    }
  }
  return found;
}

/** The words that are broken, on pages whose letters are those of the widest font that many computers have. */
export function brokenWords() {
  document.body.style.fontFamily = "DejaVu Sans, sans-serif";
  const found = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (text.parentElement.closest("svg, style, .unseen")) continue;
    for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
      if (lines.size > 1) found.push(word);
    }
  }
  return found;
}

/**
 * The headings and sentences that stand at the end of a sheet, without what they lead to. Columns are broken as sheets are,
 * and show what is on which.
 */
export function leftBehind({ width, height }) {
  const { style } = document.querySelector("main");
  Object.assign(style, { columns: `${width}px`, columnGap: "0", columnFill: "auto", width: `${width}px`, height: `${height}px` });
  const sheet = (box) => Math.floor((box.left + 1) / width);
  const found = [];
  for (const lead of document.querySelectorAll("h1, h2, h3, h4, p")) {
    const text = document.createTreeWalker(lead.nextElementSibling ?? lead, NodeFilter.SHOW_TEXT,
      (text) => text.data.trim() && !text.parentElement.closest(".unseen") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP);
    const range = document.createRange();
    const next = text.nextNode();
    if (next) range.selectNodeContents(next);
    const [own, first] = [[...lead.getClientRects()].at(-1), range.getClientRects()[0]];
    if (own && first && sheet(own) < sheet(first)) found.push(lead.textContent.slice(0, 60));
  }
  style.cssText = "";
  return found;
}

/** The same for the drawings of a page: out of the picture, or of the box where the text begins. */
export function stickingOutOfDrawings(alsoOfBoxes) {
  const SIZES = { strong: 14, plain: 13, quiet: 12 };
  const found = [];
  for (const drawing of document.querySelectorAll("svg.drawing")) {
    if (drawing.getBoundingClientRect().width === 0) continue;
    const [, , width, height] = drawing.getAttribute("viewBox").split(" ").map(Number);
    const boxes = [...drawing.querySelectorAll("rect")].map((box) => box.getBBox());
    for (const text of drawing.querySelectorAll("text")) {
      const seen = text.getBBox();
      const name = text.textContent.slice(0, 40);
      const x = Number(text.getAttribute("x")), y = Number(text.getAttribute("y"));
      // Lines were broken, and put below one another, for this size.
      if (parseFloat(getComputedStyle(text).fontSize) !== SIZES[text.getAttribute("class")]) {
        found.push(`of its lines, in another size: ${name}`);
      }
      if (seen.x < -0.5 || seen.y < -0.5 || seen.x + seen.width > width + 0.5 || seen.y + seen.height > height + 0.5) {
        found.push(`of the picture: ${name}`);
        continue;
      }
      const box = boxes.find((box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height);
      if (alsoOfBoxes && box && (seen.x < box.x || seen.x + seen.width > box.x + box.width ||
          seen.y < box.y || seen.y + seen.height > box.y + box.height)) {
        found.push(`of its box: ${name}`);
      }
    }
  }
  return found;
}

/** The texts of drawings whose contrast with what is behind them is below 4.5 to 1. */
export function paleTexts() {
  const light = (color) => {
    const [red, green, blue] = color.match(/[\d.]+/g).slice(0, 3).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const frame = (rect) => {
    const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(rect.getAttribute(name)));
    return { left: x, top: y, right: x + width, bottom: y + height };
  };
  const found = new Set();
  const paper = getComputedStyle(document.body ?? document.documentElement).backgroundColor;
  const visible = /rgba\(.*, 0\)|transparent/.test(paper) ? "rgb(255, 255, 255)" : paper;
  for (const drawing of document.querySelectorAll("svg.drawing")) {
    const boxes = [...drawing.querySelectorAll("rect")].map((box) => ({ fill: getComputedStyle(box).fill, ...frame(box) }));
    for (const text of drawing.querySelectorAll("text")) {
      const x = Number(text.getAttribute("x")), y = Number(text.getAttribute("y"));
      const box = boxes.find((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
      const behind = light(box?.fill ?? visible), front = light(getComputedStyle(text).fill);
      const contrast = (Math.max(behind, front) + 0.05) / (Math.min(behind, front) + 0.05);
      const name = `${text.getAttribute("class")}: ${text.textContent.slice(0, 30)}`;
      if (contrast < 4.5) found.add(`${contrast.toFixed(2)} to 1 of the ${name}`);
    }
  }
  return [...found];
}

/** The panels of a choice, and whether each is seen. */
export function panels() {
  return [...document.querySelectorAll(".option")].map((option) => ({
    name: option.querySelector("label").textContent.trim(),
    chosen: option.querySelector("input").checked,
    seen: option.querySelector(".panel").getClientRects().length > 0,
  }));
}

/** What is focused: its element, its name, whether the focus is seen. */
export function focused() {
  const element = document.activeElement;
  const seen = element.matches("input[type=radio]") ? element.nextElementSibling : element;
  return { tag: element.tagName, type: element.type ?? "", outline: getComputedStyle(seen).outlineStyle };
}

/** What would bring a background into a word processor, or pale text, from a page that is made to be copied. */
export function backgrounds() {
  if (!document.querySelector(".copied")) return [];
  const isPale = (colour) => colour.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) > 380;
  return [...document.querySelectorAll("html, body, body *")].filter((element) => {
    const { backgroundColor, color } = getComputedStyle(element);
    return backgroundColor !== "rgba(0, 0, 0, 0)" || isPale(color);
  }).map((element) => element.tagName);
}
