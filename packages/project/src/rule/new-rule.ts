/** One file of a rule that is begun, with its path below the folder of own rules. */
export interface NewRuleFile {
  readonly path: string;
  readonly content: string;
}

/** Small letters, digits and hyphens, with a prefix. */
export function canNameRule(id: string): boolean {
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(id);
}

/**
 * The page and the words of a rule of the user's own, on an invented subject named after the rule. The page passes its
 * tests, so that the author can replace one quote after the other and see what changes.
 */
export function newRuleFiles(id: string, year: number): { readonly page: NewRuleFile; readonly words: NewRuleFile } {
  const family = id.startsWith('sgbv-') ? 'sgbv' : id.startsWith('grp-') ? 'groups' : 'poc';
  const subject = id.split('-').slice(1).join(' ');
  return {
    page: { path: `${family}/${id}.md`, content: template(id, subject, year) },
    words: { path: `vocabulary/en/${id}.yaml`, content: vocabulary(id, subject) },
  };
}

function vocabulary(id: string, subject: string): string {
  return `# How the subject is worded in English. One phrase a line; a word stands for its inflections too.
concepts:
  ${id}:
    - ${subject}
`;
}

function template(id: string, subject: string, year: number): string {
  const title = `${subject[0]?.toUpperCase()}${subject.slice(1)}`;
  return `---
kind: topic
severity:
  ceasefire: warning
  humanitarian: warning
  default: info
requires:
  # A duty towards the subject; "harm", "right" and "fact" are the other kinds of conduct.
  - duty: [${id}]
mentions:
  - fact: [${id}]
authority:
  - cite: Instruction of the mediation team (${year})
---

# ${title}

Say here, in at most a paragraph, why a text should have a clause on ${subject}.

## Counts

> The Parties shall maintain ${subject}.

> Each Party undertakes to keep ${subject} open.

## Does not count

> (hortatory) The Parties should maintain ${subject}.

> Recalling the importance of ${subject},

## Model clause

> (en) The Parties shall maintain ${subject} and keep them open to all civilians.
`;
}
