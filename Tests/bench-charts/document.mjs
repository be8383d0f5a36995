// A document that is just enough for Observable Plot to make its elements in and to write them out. It is not jsdom,
// which is not to be had from PyPI: it checks nothing, fires no events, measures nothing and has only the selectors that
// Plot's charts ask for (*, name, .class and a descendant of these). That is much less work than jsdom's or a
// browser's, so Plot's times are flattered, and a page that uses Plot with jsdom will take longer.

const HTML = "http://www.w3.org/1999/xhtml";
const SVG = "http://www.w3.org/2000/svg";
const FOLLOWING = 4;
const PRECEDING = 2;
const EMPTY = new Set(["br", "hr", "img", "input", "link", "meta"]);

const escaped = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);
const quoted = (text) => text.replace(/[&"]/g, (sign) => (sign === "&" ? "&amp;" : "&quot;"));
const dashed = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

class Node {
  parentNode = null;
  childNodes = [];

  constructor(ownerDocument) {
    this.ownerDocument = ownerDocument;
  }

  get children() {
    return this.childNodes.filter((node) => node instanceof Element);
  }
  get firstChild() {
    return this.childNodes[0] ?? null;
  }
  get lastChild() {
    return this.childNodes.at(-1) ?? null;
  }
  get nextSibling() {
    return this.parentNode?.childNodes[this.parentNode.childNodes.indexOf(this) + 1] ?? null;
  }
  get previousSibling() {
    return this.parentNode?.childNodes[this.parentNode.childNodes.indexOf(this) - 1] ?? null;
  }
  get textContent() {
    return this.childNodes.map((node) => node.textContent).join("");
  }
  set textContent(text) {
    for (const node of this.childNodes) node.parentNode = null;
    this.childNodes = [];
    if (text !== "" && text != null) this.appendChild(this.ownerDocument.createTextNode(text));
  }

  appendChild(node) {
    return this.insertBefore(node, null);
  }
  insertBefore(node, next) {
    node.remove();
    if (next == null) this.childNodes.push(node);
    else this.childNodes.splice(this.childNodes.indexOf(next), 0, node);
    node.parentNode = this;
    return node;
  }
  append(...nodes) {
    for (const node of nodes) this.appendChild(node instanceof Node ? node : this.ownerDocument.createTextNode(node));
  }
  removeChild(node) {
    node.remove();
    return node;
  }
  remove() {
    const siblings = this.parentNode?.childNodes;
    if (siblings) siblings.splice(siblings.indexOf(this), 1);
    this.parentNode = null;
  }
  /** Only of siblings. */
  compareDocumentPosition(node) {
    const siblings = this.parentNode.childNodes;
    return siblings.indexOf(node) > siblings.indexOf(this) ? FOLLOWING : PRECEDING;
  }
}

class Text extends Node {
  #text;

  constructor(ownerDocument, text) {
    super(ownerDocument);
    this.#text = `${text}`;
  }
  get textContent() {
    return this.#text;
  }
  get outerHTML() {
    return this.parentNode?.localName === "style" ? this.#text : escaped(this.#text);
  }
}

class Style {
  setProperty(name, value) {
    this[name] = `${value}`;
  }
  removeProperty(name) {
    delete this[name];
  }
  getPropertyValue(name) {
    return this[name] ?? "";
  }
  toString() {
    return Object.entries(this)
      .map(([name, value]) => `${name.startsWith("--") ? name : dashed(name)}: ${value};`)
      .join(" ");
  }
}

class Element extends Node {
  attributes = new Map();
  #style;

  constructor(ownerDocument, namespaceURI, localName) {
    super(ownerDocument);
    this.namespaceURI = namespaceURI;
    this.localName = localName;
  }

  get tagName() {
    return this.localName;
  }
  get style() {
    return (this.#style ??= new Style());
  }
  get className() {
    return this.getAttribute("class") ?? "";
  }
  set className(name) {
    this.setAttribute("class", name);
  }

  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }
  hasAttribute(name) {
    return this.attributes.has(name);
  }
  setAttribute(name, value) {
    this.attributes.set(name, `${value}`);
  }
  removeAttribute(name) {
    this.attributes.delete(name);
  }
  getAttributeNS(_, name) {
    return this.getAttribute(name);
  }
  setAttributeNS(_, name, value) {
    this.setAttribute(name, value);
  }
  removeAttributeNS(_, name) {
    this.removeAttribute(name);
  }
  addEventListener() {}
  removeEventListener() {}

  matches(selector) {
    const steps = selector.trim().split(/\s+/);
    if (!this.#is(steps.pop())) return false;
    for (let node = this.parentNode; steps.length > 0; node = node.parentNode) {
      if (!(node instanceof Element)) return false;
      if (node.#is(steps.at(-1))) steps.pop();
    }
    return true;
  }
  #is(name) {
    if (name === "*") return true;
    return name.startsWith(".") ? this.className.split(" ").includes(name.slice(1)) : this.localName === name;
  }
  querySelectorAll(selector) {
    return this.children.flatMap((node) => [...(node.matches(selector) ? [node] : []), ...node.querySelectorAll(selector)]);
  }
  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }

  get outerHTML() {
    let text = `<${this.localName}`;
    if (this.localName === "svg" && this.namespaceURI === SVG) text += ` xmlns="${SVG}"`;
    for (const [name, value] of this.attributes) text += ` ${name}="${quoted(value)}"`;
    const style = this.#style?.toString();
    if (style) text += ` style="${quoted(style)}"`;
    if (EMPTY.has(this.localName)) return `${text}>`;
    if (this.childNodes.length === 0 && this.namespaceURI === SVG) return `${text}/>`;
    text += ">";
    for (const node of this.childNodes) text += node.outerHTML;
    return `${text}</${this.localName}>`;
  }
}

export class Document {
  documentElement = new Element(this, HTML, "html");
  defaultView = { document: this, Event: class {}, devicePixelRatio: 1 };

  createElement(name) {
    return new Element(this, HTML, name);
  }
  createElementNS(namespace, name) {
    return new Element(this, namespace, name);
  }
  createTextNode(text) {
    return new Text(this, text);
  }
}
