import { describe, expect, test } from 'vitest';
import { cite, isolate, isRightToLeft, localeOf, messagesIn, quote } from '../src/index.ts';
import { list, numeral } from '../src/wording.ts';

describe('quotations', () => {
  test('stand in the marks of each language', () => {
    expect(quote('shall', 'en')).toBe('"shall"');
    expect(quote('shall', 'fr')).toBe('«\u00a0shall\u00a0»');
    expect(quote('shall', 'es')).toBe('«shall»');
  });

  test('are kept apart from a sentence in the other direction, and only there', () => {
    expect(quote('يحظر العنف', 'en')).toBe('"\u2068يحظر العنف\u2069"');
    expect(quote('shall', 'ar')).toBe('«\u2068shall\u2069»');
    expect(quote('يحظر العنف', 'ar')).toBe('«يحظر العنف»');
  });

  test('bring in no mark of their own that would reorder what follows', () => {
    expect(isolate('a\u202eb\u2067c', 'en')).toBe('abc');
  });
});

describe('citations', () => {
  test.each([
    ['Art. 9(1)(b)', 'fr', 'Art. 9(1)(b)'],
    ['Preamble, ¶ 4', 'fr', 'Préambule, par. 4'],
    ['Annex A, 3', 'es', 'Anexo A, 3'],
    ['Art. 3 ¶ 2 item 7', 'es', 'Art. 3 párr. 2 elemento 7'],
    ['Art. 5(2)', 'ar', 'المادة 5(2)'],
    ['Art. 9(1)(b)', 'ar', 'المادة \u20669(1)(b)\u2069'],
    ['Part IV', 'ar', 'الجزء \u2066IV\u2069'],
    ['2.1.10', 'fr', '2.1.10'],
    ['Art. 2(أ)(ب)', 'en', 'Art. 2(\u2068أ\u2069)(\u2068ب\u2069)'],
    ['Art. 2(أ)(ب)', 'ar', 'المادة 2(أ)(ب)'],
  ])('%s in %s', (citation, locale, words) => {
    expect(cite(citation, locale)).toBe(words);
  });
});

describe('numbers and lists', () => {
  test('are written as each language writes them', () => {
    expect(numeral(12_345, 'en')).toBe('12,345');
    expect(numeral(12_345, 'es')).toBe('12.345');
    expect(numeral(12_345, 'ar')).toBe('12,345');
    expect(numeral(7, 'ar')).toBe('7');
    expect(list(['أ', 'ب'], 'ar')).toBe('أ؛ ب');
  });

  test.each([
    [1, 'خطأ واحد'],
    [2, 'خطآن'],
    [3, '3 أخطاء'],
    [11, '11 خطأً'],
    [100, '100 خطأ'],
  ])('%i errors in Arabic', (count, words) => {
    expect(messagesIn('ar').counted.error({ count })).toBe(words);
  });
});

describe('the language of the tool', () => {
  test.each([
    ['fr-CA', 'fr'],
    ['ES', 'es'],
    ['ar_EG', 'ar'],
    ['rw', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('%s is %s', (tag, locale) => {
    expect(localeOf(tag)).toBe(locale);
  });

  test('is written from right to left in Arabic only', () => {
    expect(['en', 'fr', 'es', 'ar'].map(isRightToLeft)).toEqual([false, false, false, true]);
  });
});
