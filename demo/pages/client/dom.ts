type Child = Node | string;

/** An element with attributes and children; texts are always texts. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A button that does something. */
export function button(text: string, onClick: () => void, className = 'plain'): HTMLElement {
  const element = el('button', { type: 'button', class: className }, text);
  element.addEventListener('click', onClick);
  return element;
}

/** A choice of several, with a label. */
export function select(
  label: string,
  options: { value: string; text: string }[],
  value: string,
  onChange: (value: string) => void,
): HTMLElement {
  const element = el('select');
  for (const option of options) {
    element.append(el('option', { value: option.value }, option.text));
  }
  element.value = value;
  element.addEventListener('change', () => onChange(element.value));
  return el('label', { class: 'choice' }, el('span', {}, label), element);
}
