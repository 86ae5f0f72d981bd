/** An element as it is kept: its name, its attributes, and what it holds. */
export type Tree = [
  name: string,
  attributes: Record<string, string>,
  ...children: (Tree | string)[],
];

/** An element and all within it, as data. What a control shows is kept with it. */
export function treeOf(element: Element): Tree {
  const attributes: Record<string, string> = {};
  for (const { name, value } of element.attributes) attributes[name] = value;
  // The current choice is a property, and the attribute sets the choice of a new element.
  if (element instanceof HTMLInputElement && element.checked) attributes.checked = '';
  const children = [...element.childNodes].flatMap((child): (Tree | string)[] => {
    if (child instanceof Element) return [treeOf(child)];
    return child instanceof Text ? [child.data] : [];
  });
  return [element.localName, attributes, ...children];
}

const SVG = 'http://www.w3.org/2000/svg';

/** The elements that a dashboard uses; no others are created, whatever is stored. */
const NAMES = new Set(
  `main header footer div section span p h1 h2 dl dt dd ul ol li b bdi abbr strong small output
   fieldset button label input a details summary table tbody tfoot tr th td canvas progress svg defs
   pattern g rect line path text`.split(/\s+/),
);

/** The element that a tree describes; throws on anything that is no tree of ours. */
export function elementOf(tree: unknown, within: 'html' | 'svg' = 'html'): Element {
  if (!Array.isArray(tree)) throw new TypeError('not an element');
  const [name, attributes, ...children]: unknown[] = tree;
  if (typeof name !== 'string' || !NAMES.has(name) || !(attributes instanceof Object)) {
    throw new TypeError('not an element of a dashboard');
  }
  const space = name === 'svg' ? 'svg' : within;
  const element =
    space === 'svg' ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) setAttribute(element, key, value);
  for (const child of children) {
    element.append(typeof child === 'string' ? child : elementOf(child, space));
  }
  return element;
}

function setAttribute(element: Element, name: string, value: unknown): void {
  if (typeof value !== 'string' || name.startsWith('on')) throw new TypeError('not an attribute');
  if (name === 'href' && !value.startsWith('https://')) throw new TypeError('not a link of ours');
  // The page's policy allows styles that are set, and none that are written as text.
  if (name === 'style' && element instanceof HTMLElement) element.style.cssText = value;
  else element.setAttribute(name, value);
}
