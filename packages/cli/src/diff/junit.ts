import type { AuthorChanges, Change, Comparison } from '@poclint/core';
import { type Locale, messagesIn } from '@poclint/messages';
import { inXml, inXmlAttribute } from '../format/escaping.ts';
import { citation } from './citation.ts';
import { counts } from './counting-changes.ts';
import type { ComparisonContext } from './formats.ts';

/** JUnit's XML: one suite, a case for each change. A change fails if it makes the command fail. */
export function junitComparison(comparison: Comparison, { failOn, locale }: ComparisonContext): string {
  const name = inXmlAttribute(`${comparison.old.path} → ${comparison.new.path}`);
  const failing = comparison.changes.filter((change) => counts(change, failOn)).length;
  const cases = comparison.changes.map((change) => {
    const title = inXmlAttribute(
      messagesIn(locale).report.findingAt({
        rule: `${change.kind} ${change.effect}`,
        clause: citation(change, locale),
      }),
    );
    return `    <testcase classname="${name}" name="${title}">\n${body(change, counts(change, failOn), locale)}    </testcase>\n`;
  });
  const all =
    cases.length > 0
      ? cases
      : [`    <testcase classname="${name}" name="${inXmlAttribute(messagesIn(locale).diff.noChanges())}"/>\n`];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="poclint">\n',
    `  <testsuite name="${name}" tests="${all.length}" failures="${failing}" errors="0" skipped="0">\n`,
    ...all,
    '  </testsuite>\n',
    ...(comparison.authors ?? []).map((author) => authorSuite(author, locale)),
    '</testsuites>\n',
  ].join('');
}

/** A suite for each author of tracked changes, which never fails: what counts has failed above. */
function authorSuite({ author, changes }: AuthorChanges, locale: Locale): string {
  const words = messagesIn(locale).diff;
  const name = inXmlAttribute(author === '' ? words.unnamedAuthor() : author);
  const cases = changes.map((change) => {
    const title = messagesIn(locale).report.findingAt({
      rule: `${change.kind} ${change.effect}`,
      clause: citation(change, locale),
    });
    return `    <testcase classname="${name}" name="${inXmlAttribute(title)}">\n${body(change, false, locale)}    </testcase>\n`;
  });
  const all =
    cases.length > 0 ? cases : [`    <testcase classname="${name}" name="${inXmlAttribute(words.noChange())}"/>\n`];
  const opening = `  <testsuite name="${inXmlAttribute(words.byAuthor())}: ${name}" tests="${all.length}" failures="0" errors="0" skipped="0">\n`;
  return `${opening}${all.join('')}  </testsuite>\n`;
}

function body(change: Change, fails: boolean, locale: Locale): string {
  const { diff } = messagesIn(locale);
  const lines = [
    change.message,
    diff.isTopics({ topics: change.topics }),
    ...(change.old?.quote ? [diff.wasWords({ words: change.old.quote })] : []),
    ...(change.new?.quote ? [diff.isWords({ words: change.new.quote })] : []),
  ];
  const text = inXml(lines.join('\n'));
  if (!fails) return `      <system-out>${text}</system-out>\n`;
  return `      <failure message="${inXmlAttribute(change.message)}" type="${change.effect}">${text}</failure>\n`;
}
