type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
type Child = Node | string | undefined | false;

/**
 * An element with attributes and children. Strings become text and nothing else: no markup is ever made out of words, which
 * the page's policy enforces too.
 */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child !== undefined && child !== false) element.append(child);
  return element;
}

export function onClick<E extends HTMLElement>(element: E, act: (event: MouseEvent) => void): E {
  element.addEventListener('click', act);
  return element;
}

/** Words that only a screen reader speaks. */
export function spoken(text: string): HTMLElement {
  return el('span', { class: 'spoken' }, text);
}

/** Words of a document within a sentence of the page: their direction is their own and spoils nothing around. */
export function quoted(text: string): HTMLElement {
  return el('bdi', { dir: 'auto' }, shown(text));
}

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202d\u202e]/g;

/**
 * Text of a document as it is shown: characters that would be invisible or would turn the order of others around are made
 * visible, one for one, so that places in the text stay where they are.
 */
export function shown(text: string): string {
  return text.toWellFormed().replace(CONTROLS, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
  });
}

export function option(value: string, label: string, selected: boolean): HTMLOptionElement {
  const choice = el('option', { value }, label);
  choice.selected = selected;
  return choice;
}
