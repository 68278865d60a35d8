import type { AgreementType, Level } from '../report/report.ts';

/**
 * The sentences of findings, in one language of the tool. Neutral: they say what was found or not found, at most two
 * sentences each.
 */
export interface Messages {
  absent(title: string, type: AgreementType): string;
  mentioned(title: string): string;
  groupsAbsent(titles: readonly string[]): string;
  hortatory(titles: readonly string[]): string;
  preambleOnly(titles: readonly string[]): string;
  escape(words: string): string;
  readonly noActor: string;
  noActors(clauses: number): string;
  readonly noTime: string;
  vagueTime(words: string): string;
  readonly scopeRecited: string;
  placeholder(words: string): string;
  readonly deferred: string;
  readonly blanketAmnesty: string;
  reciprocity(words: string): string;
  exemption(words: string): string;
  harmfulRemedy(words: string): string;
  euphemism(words: string): string;
  readonly dutyAmongProhibitions: string;
  readonly harmAmongDuties: string;
  readonly lumping: string;
  vulnerable(words: string): string;
  readonly victimsOnly: string;
  readonly noMonitoring: string;
  readonly militaryMonitoring: string;
  readonly noResources: string;
  undefinedTerms(words: readonly string[]): string;
  sexualViolenceOmitted(elsewhere: string | undefined): string;
  readonly noAffiliates: string;
  readonly onlyOneParty: string;
  scopeGap(words: string): string;
  readonly termination: string;
  brokenReference(words: string): string;
  readonly byReference: string;
  absentButReferred(title: string, clause: string): string;
  numberingGap(style: string, previous: string, next: string): string;
  bracketed(titles: readonly string[]): string;
  alternatives(titles: readonly string[]): string;
  unbalanced(bracket: string): string;
  readonly levelNames: Readonly<Record<Level, string>>;
}

export const ENGLISH: Messages = {
  absent: (title) => `No clause found on: ${title}.`,
  mentioned: (title) => `Named, but no clause found on: ${title}.`,
  groupsAbsent: (titles) => `No clause found for: ${titles.join('; ')}.`,
  hortatory: (titles) => `Stated without binding anybody: ${titles.join('; ')}.`,
  preambleOnly: (titles) => `Found only in the preamble or among aims, where it binds nobody: ${titles.join('; ')}.`,
  escape: (words) => `The protection depends on a condition that its bearer judges: "${words}".`,
  noActor: 'The clause does not say who has to act.',
  noActors: (clauses) => `This and ${clauses - 1} further clauses do not say who has to act.`,
  noTime: 'No date, period or frequency was found for this duty.',
  vagueTime: (words) => `"${words}" leaves the date of the duty to its bearer.`,
  scopeRecited: 'Only a recital says whom the protection covers; no article that does was found.',
  placeholder: (words) => `A blank is still open in a clause of protection: "${words}".`,
  deferred: 'The protection is left to a later agreement.',
  blanketAmnesty:
    'An amnesty or bar to prosecution with no exclusion of international crimes or sexual violence found. By UN policy, UN representatives cannot endorse or witness such a clause.',
  reciprocity: (words) =>
    `The protection depends on the conduct of another party: "${words}". Under customary law (ICRC Rule 140) it does not.`,
  exemption: (words) => `An exception stands in the same provision and may undo the protection: "${words}".`,
  harmfulRemedy: (words) => `The remedy may harm the persons concerned: "${words}".`,
  euphemism: (words) => `Veiled wording that may mean sexual violence: "${words}". No act is named beside it.`,
  dutyAmongProhibitions: 'A duty stands in a list of prohibitions: read with its chapeau, the parties refrain from it.',
  harmAmongDuties: 'A harmful act stands in a list of duties: read with its chapeau, the parties undertake it.',
  lumping: '"Women and children" are treated as one category; their risks, acts and remedies differ.',
  vulnerable: (words) => `"${words}" is neither defined nor listed.`,
  victimsOnly: 'Women appear only as persons who suffer; no clause found on their part in monitoring or decisions.',
  noMonitoring: 'Acts are prohibited, but no mechanism that monitors them was found.',
  militaryMonitoring: 'A mechanism is named, but no mandate over harm to civilians was found.',
  noResources: 'A body is created, but no staff, money or source for it was found.',
  undefinedTerms: (words) =>
    `Used in binding clauses, but no definition was found: ${words.map((word) => `"${word}"`).join(', ')}.`,
  sexualViolenceOmitted: (elsewhere) =>
    elsewhere
      ? `Sexual violence is not found in this list of prohibited acts; it is named in ${elsewhere}.`
      : 'Sexual violence is not found in this list of prohibited acts.',
  noAffiliates:
    "No words found that bind affiliated or allied forces, or all those under a party's command, control or influence.",
  onlyOneParty: 'The prohibition names one party only.',
  scopeGap: (words) =>
    `The agreement is limited ("${words}"), and no words found by which protection goes on beyond the limit.`,
  termination: 'The agreement can be ended or suspended, and no words found by which protection of persons goes on.',
  brokenReference: (words) =>
    `"${words}" was not found in this text. If numbers were lost in conversion, the reference may be right.`,
  byReference:
    'Another document is taken over here: what it covers counts as covered by reference, not verifiable here.',
  absentButReferred: (title, clause) =>
    `No clause found on: ${title}. It may be covered by reference (${clause}), not verifiable here.`,
  numberingGap: (style, previous, next) =>
    `The numbering goes from ${style} ${previous} to ${style} ${next}. It may be an artefact of conversion.`,
  bracketed: (titles) => `Not agreed yet; covered only if the brackets are accepted: ${titles.join('; ')}.`,
  alternatives: (titles) => `Depends on which of the alternatives is agreed: ${titles.join('; ')}.`,
  unbalanced: (bracket) => `The bracket "${bracket}" has no counterpart, so what it encloses cannot be told.`,
  levelNames: { operative: 'operative', hortatory: 'soft', mention: 'mentioned', absent: 'not found' },
};
