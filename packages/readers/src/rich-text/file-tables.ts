/** The tables that a Rich Text file begins with: what the numbers in its text mean. */
export class FileTables {
  readonly fonts = new Map<number, { charset?: number; codePage?: number }>();
  /** Hexadecimal, or `auto`. */
  readonly colours: string[] = [];
  readonly styles = new Map<number, FileStyle>();
  readonly authors: string[] = [];
  #font = 0;
  #style: FileStyle = { name: '' };
  #colour: { red: number; green: number; blue: number } | undefined;

  takeFontWord(name: string, value: number | undefined): void {
    if (name === 'f') this.#font = value ?? 0;
    const font = this.fonts.get(this.#font) ?? {};
    this.fonts.set(this.#font, font);
    if (name === 'fcharset' && value !== undefined) font.charset = value;
    else if (name === 'cpg' && value !== undefined) font.codePage = value;
  }

  takeColourWord(name: string, value: number | undefined): void {
    if (name !== 'red' && name !== 'green' && name !== 'blue') return;
    this.#colour ??= { red: 0, green: 0, blue: 0 };
    this.#colour[name] = Math.min(Math.max(value ?? 0, 0), 255);
  }

  /** A semicolon ends each colour; nothing before it is the automatic one. */
  endColour(): void {
    const { red, green, blue } = this.#colour ?? { red: 0, green: 0, blue: 0 };
    const digits = [red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('');
    this.colours.push(this.#colour ? digits.toUpperCase() : 'auto');
    this.#colour = undefined;
  }

  takeStyleWord(name: string, value: number | undefined): void {
    if (value === undefined) return;
    if (name === 's') {
      this.#style = { name: '' };
      this.styles.set(value, this.#style);
    } else if (name === 'outlinelevel') {
      this.#style.outline = value;
    } else if (name === 'cf') {
      this.#style.colour = value;
    }
  }

  takeStyleName(text: string): void {
    this.#style.name = (this.#style.name + text).replace(/;.*$/, '').trimStart();
  }

  takeAuthor(name: string): void {
    this.authors.push(name.replace(/;\s*$/, '').trim());
  }

  /** A colour that words are set apart by: one of their own, not that of their style. */
  colourOf(number: number, style: number | undefined): string | undefined {
    const ofStyle = style === undefined ? undefined : this.styles.get(style)?.colour;
    return number > 0 && number !== ofStyle ? this.colours[number] : undefined;
  }
}

interface FileStyle {
  name: string;
  outline?: number;
  colour?: number;
}
