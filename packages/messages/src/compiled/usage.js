// Made by tools/messages from the catalogue; change that and run "pnpm messages".
import { plural } from '@messageformat/runtime';
import { cite, list, numeral, own, quote, quotes, row } from '../wording.ts';

export default {
  en: () => {
    const en = (n) => {
  const s = String(n).split('.'), v0 = !s[1];
  return n == 1 && v0 ? 'one' : 'other';
};
    return {
  hint: {
    name: (d) => d.sentence + " Did you mean \"" + d.name + "\"?"
  },
  file: {
    report: (d) => "The report cannot be written to " + d.path + " (" + d.code + ").",
    copy: (d) => "The copy cannot be written to " + d.name + " (" + d.code + ").",
    notAtHand: (d) => "There is no file " + d.name + ".",
    neither: (d) => "There is no file or folder " + d.name + ".",
    exists: (d) => d.name + " exists already."
  },
  draft: {
    because: (d) => d.name + ": " + d.reason,
    nameAny: () => "Name at least one draft or folder, or \"-\" for standard input: poclint lint draft.docx",
    nameOne: () => "Name one draft: a file, not a folder or standard input.",
    stdinFilename: () => "--stdin-filename names what comes from standard input: give \"-\" as the draft.",
    recognised: (d) => "--ocr has no \"" + d.value + "\": name languages among " + row(d.known, "en") + ".",
    notRecognisable: (d) => "--ocr cannot recognise words in \"" + d.language + "\": name languages among " + row(d.known, "en") + "."
  },
  annotate: {
    nameDraftAndCopy: () => "Name one draft, and the copy to write: poclint annotate draft.docx -o reviewed.docx",
    nameCopy: (d) => "Name the copy to write: poclint annotate " + d.name + " -o " + d.proposed,
    suggest: () => "--suggest writes tracked insertions, which only Word files have: annotate a .docx.",
    extension: (d) => "The copy is of the draft's own format: name it " + d.proposed + ".",
    isFolder: (d) => d.output + " is a folder: name the file to write in it, such as " + d.proposed + ".",
    isDraft: (d) => d.output + " is the draft itself, which stays as it is: name another file, such as " + d.proposed + "."
  },
  accept: {
    reason: () => "--reason is empty: say why the finding is left standing.",
    already: (d) => "That finding is accepted already: " + d.reason,
    severalFit: (d) => "\"" + d.mark + "\" fits " + d.count + " findings in " + d.name + ": choose from " + row(d.choices, "en") + ".",
    choice: (d) => d.fingerprint + " (" + cite(d.clause, "en") + ")",
    choiceWholeText: (d) => d.fingerprint + " (whole text)",
    noFinding: (d) => d.name + " has no finding \"" + d.mark + "\".",
    listed: (d) => d.sentence + " \"poclint lint --verbose\" prints their fingerprints."
  },
  diff: {
    nameBoth: () => "Name the previous draft and the new one: poclint diff draft-6.docx draft-7.docx",
    nameNew: () => "With --baseline name the new draft only: poclint diff --baseline draft-6.json draft-7.docx",
    oneFromInput: () => "Only one of the drafts can come from standard input.",
    noWords: () => "A baseline keeps no words, so there is nothing to lay side by side: choose another format.",
    languages: (d) => d.oldName + " is in " + d.old + " and " + d.newName + " in " + d.now + ". \"poclint diff\" compares drafts in one language; \"poclint parity\" holds language versions side by side.",
    noTrackedChanges: (d) => d.name + " has no tracked changes to compare. Name the previous draft and the new one: poclint diff draft-6.docx draft-7.docx"
  },
  baseline: {
    unreadable: (d) => "The baseline " + d.name + " cannot be read (" + d.code + ").",
    notJson: (d) => d.name + " is no baseline: it is not JSON. Make one with \"poclint baseline previous-draft.docx -o " + d.name + "\".",
    otherVersion: (d) => d.name + " is no baseline of this version (" + d.schema + "). Make one with \"poclint baseline previous-draft.docx -o " + d.name + "\"."
  },
  parity: {
    nameVersions: () => "Name two language versions, or one file that holds both: poclint parity accord-fr.docx accord-en.docx",
    oneFromInput: () => "Only one of the versions can come from standard input.",
    sameLanguage: (d) => d.one + " and " + d.other + " are both in " + d.language + ". \"poclint diff\" compares drafts in one language.",
    oneVersion: (d) => d.name + " seems to hold one language version only. Name the second file too: poclint parity " + d.file + " other-language.docx",
    manyVersions: (d) => d.name + " holds versions in " + row(d.languages, "en") + "; two can be compared at a time. Save each in a file of its own."
  },
  rule: {
    none: (d) => "There is no rule \"" + d.name + "\".",
    listed: (d) => d.sentence + " \"poclint rule catalogue\" lists them all.",
    noneIn: (d) => "There are no rules in " + d.folder + ".",
    noneNamed: (d) => "There is no rule whose name holds " + d.names + ".",
    named: (d) => "\"" + d.name + "\"",
    or: (d) => d.names + " or \"" + d.name + "\"",
    noModel: (d) => "The rule " + d.rule + " has no model clause.",
    noModelIn: (d) => "The rule " + d.rule + " has no model clause in \"" + d.language + "\"; it has them in " + row(d.known, "en") + ".",
    wording: (d) => d.rule + " is a rule about wording; precedents are kept for topics such as sgbv-prohibition.",
    noVocabulary: (d) => "The rules have no vocabulary for \"" + d.language + "\"; they have " + row(d.known, "en") + ".",
    cannotName: (d) => "\"" + d.id + "\" cannot name a rule: use small letters, digits and hyphens, with a prefix, such as poc-water-points.",
    catalogueCheck: () => "--check compares with a file: name it with --output.",
    noFolder: (d) => "There is no folder of rules " + d.folder + ".",
    noConcept: (d) => d.path + " names the concept \"" + d.concept + "\", for which no vocabulary has words.",
    defineConcept: (d) => d.sentence + " Define it in vocabulary/en/*.yaml beside the rule, or name one that exists."
  },
  completion: {
    none: (d) => "There is no completion for \"" + d.shell + "\".",
    choose: (d) => d.sentence + " Choose from " + row(d.shells, "en") + "."
  },
  configuration: {
    exists: (d) => "There is a configuration here already: " + d.name + ".",
    none: (d) => "There is no configuration file " + d.path + ".",
    broken: (d) => d.place + " cannot be read: " + d.reason + "; mend that line.",
    notLoaded: (d) => d.path + " cannot be loaded: " + d.reason + ".",
    typescript: (d) => d.path + " is TypeScript, which needs Node 22.18 or newer; use .js, .json or .yaml instead.",
    program: (d) => d.path + " is a program, which is run only where the workspace is trusted; use YAML or JSON instead."
  },
  profile: {
    none: (d) => "There is no profile \"" + d.profile + "\".",
    known: (d) => d.sentence + " Profiles are " + row(d.types, "en") + ", or the path of a YAML file.",
    unreadable: (d) => "The profile " + d.path + " cannot be read; name an agreement type or a YAML file that exists."
  },
  option: {
    wholeNumber: (d) => d.option + " takes a whole number from 1 on, not \"" + d.value + "\".",
    wholeNumberBetween: (d) => d.option + " takes a whole number from " + d.least + " to " + d.most + ", not \"" + d.value + "\".",
    positive: (d) => d.option + " takes a number above 0, not \"" + d.value + "\".",
    shard: (d) => "--shard takes a part and a number of parts, such as 1/8, not \"" + d.value + "\".",
    codesFile: () => "--codes-file gives the human codes: say by --codes pa-x in whose columns they are."
  },
  archive: {
    neitherKind: (d) => d.name + " is neither a file nor a folder.",
    none: (d) => d.name + " is no archive: name a folder, a zip, a CSV (.csv, .tsv) or JSON lines (.jsonl, .ndjson). \"poclint lint\" reviews single drafts.",
    empty: (d) => d.name + " is empty: there is no header to go by.",
    noColumn: (d) => d.table + " has no column \"" + d.name + "\" (" + d.option + ").",
    noTextColumn: (d) => d.table + " has no column that is known to hold texts: name it with --text-column.",
    columns: (d) => d.sentence + " Its columns are: " + row(d.names, "en") + ".",
    firstColumns: (d) => d.sentence + " Its columns are: " + row(d.names, "en") + " and " + d.more + " more.",
    noJoin: (d) => d.file + " has no column " + d.column + " to join by. Its columns begin: " + row(d.names, "en") + ".",
    zipTooLarge: (d) => d.name + " is larger than " + d.size + ": unpack it and review the folder.",
    zipNotReviewed: (d) => d.name + " was not reviewed. " + d.reason,
    tooMany: (d) => "The archive has more than " + d.most + " documents, which --max-documents sets: raise it, or review the archive in parts with --shard.",
    noInput: () => "\"poclint worker\" reads standard input, which is not at hand here."
  },
  folder: {
    isFile: (d) => d.out + " is a file: --out names a folder.",
    notWritable: (d) => "The folder " + d.out + " cannot be written to (" + d.code + "): name another with --out.",
    noLongerWritable: (d) => "The folder " + d.out + " can no longer be written to (" + d.code + "): go on with --resume once it can.",
    diskFull: (d) => "The disk is full: what is reviewed so far is kept in " + d.out + ". Make room and go on with --resume.",
    notEmpty: (d) => "The folder " + d.out + " is not empty and holds no review: name another, or write into it all the same with --force.",
    otherSchema: (d) => "The folder " + d.out + " was written by another version of poclint (" + d.schema + ", here " + d.here + "): name another, or write it anew with --force.",
    interrupted: (d) => "The folder " + d.out + " holds a review that was interrupted: go on with --resume, or begin anew with --force.",
    otherRules: (d) => "The interrupted review in " + d.out + " was begun with other rules or another version (poclint " + d.version + ", rules " + d.rules + "): begin anew with --force.",
    otherOptions: (d) => "The interrupted review in " + d.out + " was begun with other options: give the same again with --resume, or begin anew with --force.",
    notFinished: (d) => d.folder + " holds no finished review: make one with \"poclint review <archive> --out " + d.folder + "\".",
    damaged: (d) => d.path + " is damaged: review the archive anew.",
    otherVersion: (d) => d.folder + " was written by another version of poclint (" + d.schema + ", here " + d.here + "): review the archive anew."
  },
  merge: {
    nameParts: () => "Name the folders of the parts: poclint merge part-1 part-2 --out review",
    noPart: (d) => d.folder + " is no part: it was reviewed without --shard.",
    differ: (d) => d.folder + " and " + d.first + " are no parts of one review: they differ in their number of parts, rules, options or version.",
    missing: (d) => "Of " + d.total + " parts " + row(d.missing, "en") + " are missing.",
    twice: (d) => "The part " + d.part + " is named twice."
  },
  queue: {
    notInstalled: () => "--queue needs BullMQ, which is not installed: npm install bullmq ioredis",
    noServer: (d) => "No Redis server answers at " + d.address + ": start it, or name the right one.",
    address: (d) => "--queue takes the address of a Redis server, such as redis://localhost:6379, not \"" + d.address + "\".",
    givenBack: (d) => "A worker on the queue gave a batch back: " + d.reason
  }
};
  },
  fr: () => {
    const fr = (n, c) => {
  const s = String(n).split('.'), i = s[0], v0 = !s[1], i1000000 = i.slice(-6);
  return n >= 0 && n < 2 ? 'one'
    : !c && i != 0 && i1000000 == 0 && v0 || c > 5 ? 'many'
    : 'other';
};
    return {
  hint: {
    name: (d) => d.sentence + " Vouliez-vous dire « " + d.name + " » ?"
  },
  file: {
    report: (d) => "Le rapport ne peut être écrit dans " + d.path + " (" + d.code + ").",
    copy: (d) => "La copie ne peut être écrite dans " + d.name + " (" + d.code + ").",
    notAtHand: (d) => "Le fichier " + d.name + " n'existe pas.",
    neither: (d) => "Aucun fichier ni dossier " + d.name + " n'existe.",
    exists: (d) => d.name + " existe déjà."
  },
  draft: {
    because: (d) => d.name + " : " + d.reason,
    nameAny: () => "Nommez au moins un projet ou un dossier, ou « - » pour l'entrée standard : poclint lint draft.docx",
    nameOne: () => "Nommez un seul projet : un fichier, non un dossier ni l'entrée standard.",
    stdinFilename: () => "--stdin-filename nomme ce qui vient de l'entrée standard : donnez « - » pour projet.",
    recognised: (d) => "--ocr n'a pas « " + d.value + " » : nommez des langues parmi " + row(d.known, "fr") + ".",
    notRecognisable: (d) => "--ocr ne peut reconnaître de mots en « " + d.language + " » : nommez des langues parmi " + row(d.known, "fr") + "."
  },
  annotate: {
    nameDraftAndCopy: () => "Nommez un seul projet, et la copie à écrire : poclint annotate draft.docx -o reviewed.docx",
    nameCopy: (d) => "Nommez la copie à écrire : poclint annotate " + d.name + " -o " + d.proposed,
    suggest: () => "--suggest écrit des insertions suivies, que seuls les fichiers Word connaissent : annotez un .docx.",
    extension: (d) => "La copie est au format du projet : nommez-la " + d.proposed + ".",
    isFolder: (d) => d.output + " est un dossier : nommez le fichier à y écrire, par exemple " + d.proposed + ".",
    isDraft: (d) => d.output + " est le projet même, qui reste tel quel : nommez un autre fichier, par exemple " + d.proposed + "."
  },
  accept: {
    reason: () => "--reason est vide : dites pourquoi le constat est maintenu en l'état.",
    already: (d) => "Ce constat est déjà accepté : " + d.reason,
    severalFit: (d) => "« " + d.mark + " » désigne " + d.count + " constats dans " + d.name + " : choisissez parmi " + row(d.choices, "fr") + ".",
    choice: (d) => d.fingerprint + " (" + cite(d.clause, "fr") + ")",
    choiceWholeText: (d) => d.fingerprint + " (texte entier)",
    noFinding: (d) => d.name + " n'a pas de constat « " + d.mark + " ».",
    listed: (d) => d.sentence + " « poclint lint --verbose » affiche leurs empreintes."
  },
  diff: {
    nameBoth: () => "Nommez le projet précédent et le nouveau : poclint diff draft-6.docx draft-7.docx",
    nameNew: () => "Avec --baseline, ne nommez que le nouveau projet : poclint diff --baseline draft-6.json draft-7.docx",
    oneFromInput: () => "Un seul des projets peut venir de l'entrée standard.",
    noWords: () => "Un état de référence ne garde aucun mot, il n'y a donc rien à mettre côte à côte : choisissez un autre format.",
    languages: (d) => "Langue de " + d.oldName + " : " + d.old + " ; langue de " + d.newName + " : " + d.now + ". « poclint diff » compare des projets dans une même langue ; « poclint parity » met les versions linguistiques côte à côte.",
    noTrackedChanges: (d) => d.name + " n'a pas de modifications suivies à comparer. Nommez le projet précédent et le nouveau : poclint diff draft-6.docx draft-7.docx"
  },
  baseline: {
    unreadable: (d) => "L'état de référence " + d.name + " ne peut être lu (" + d.code + ").",
    notJson: (d) => d.name + " n'est pas un état de référence : ce n'est pas du JSON. Établissez-en un par « poclint baseline previous-draft.docx -o " + d.name + " ».",
    otherVersion: (d) => d.name + " n'est pas un état de référence de cette version (" + d.schema + "). Établissez-en un par « poclint baseline previous-draft.docx -o " + d.name + " »."
  },
  parity: {
    nameVersions: () => "Nommez deux versions linguistiques, ou un fichier qui contient les deux : poclint parity accord-fr.docx accord-en.docx",
    oneFromInput: () => "Une seule des versions peut venir de l'entrée standard.",
    sameLanguage: (d) => d.one + " et " + d.other + " sont dans la même langue (" + d.language + "). « poclint diff » compare des projets dans une même langue.",
    oneVersion: (d) => d.name + " ne semble contenir qu'une version linguistique. Nommez aussi le second fichier : poclint parity " + d.file + " other-language.docx",
    manyVersions: (d) => d.name + " contient des versions en plusieurs langues (" + row(d.languages, "fr") + ") ; deux peuvent être comparées à la fois. Enregistrez chacune dans son propre fichier."
  },
  rule: {
    none: (d) => "Il n'y a pas de règle « " + d.name + " ».",
    listed: (d) => d.sentence + " « poclint rule catalogue » les énumère toutes.",
    noneIn: (d) => "Il n'y a pas de règles dans " + d.folder + ".",
    noneNamed: (d) => "Il n'y a pas de règle dont le nom contienne " + d.names + ".",
    named: (d) => "« " + d.name + " »",
    or: (d) => d.names + " ou « " + d.name + " »",
    noModel: (d) => "La règle " + d.rule + " n'a pas de clause type.",
    noModelIn: (d) => "La règle " + d.rule + " n'a pas de clause type en « " + d.language + " » ; elle en a en " + row(d.known, "fr") + ".",
    wording: (d) => d.rule + " est une règle de rédaction ; les précédents concernent des sujets tels que sgbv-prohibition.",
    noVocabulary: (d) => "Les règles n'ont pas de vocabulaire pour « " + d.language + " » ; elles en ont pour " + row(d.known, "fr") + ".",
    cannotName: (d) => "« " + d.id + " » ne peut nommer une règle : employez des minuscules, des chiffres et des traits d'union, avec un préfixe, par exemple poc-water-points.",
    catalogueCheck: () => "--check compare avec un fichier : nommez-le par --output.",
    noFolder: (d) => "Le dossier de règles " + d.folder + " n'existe pas.",
    noConcept: (d) => d.path + " nomme la notion « " + d.concept + " », pour laquelle aucun vocabulaire n'a de mots.",
    defineConcept: (d) => d.sentence + " Définissez-la dans vocabulary/en/*.yaml à côté de la règle, ou nommez-en une qui existe."
  },
  completion: {
    none: (d) => "Il n'y a pas de complétion pour « " + d.shell + " ».",
    choose: (d) => d.sentence + " Choisissez parmi " + row(d.shells, "fr") + "."
  },
  configuration: {
    exists: (d) => "Il y a déjà une configuration ici : " + d.name + ".",
    none: (d) => "Le fichier de configuration " + d.path + " n'existe pas.",
    broken: (d) => d.place + " ne peut être lu : " + d.reason + " ; corrigez cette ligne.",
    notLoaded: (d) => d.path + " ne peut être chargé : " + d.reason + ".",
    typescript: (d) => d.path + " est en TypeScript, ce qui demande Node 22.18 ou plus récent ; employez plutôt .js, .json ou .yaml.",
    program: (d) => d.path + " est un programme, qui n'est exécuté que dans un espace de travail approuvé ; employez plutôt YAML ou JSON."
  },
  profile: {
    none: (d) => "Il n'y a pas de profil « " + d.profile + " ».",
    known: (d) => d.sentence + " Les profils sont " + row(d.types, "fr") + ", ou le chemin d'un fichier YAML.",
    unreadable: (d) => "Le profil " + d.path + " ne peut être lu ; nommez un type d'accord ou un fichier YAML qui existe."
  },
  option: {
    wholeNumber: (d) => d.option + " demande un nombre entier à partir de 1, non « " + d.value + " ».",
    wholeNumberBetween: (d) => d.option + " demande un nombre entier de " + d.least + " à " + d.most + ", non « " + d.value + " ».",
    positive: (d) => d.option + " demande un nombre supérieur à 0, non « " + d.value + " ».",
    shard: (d) => "--shard demande une partie et un nombre de parties, par exemple 1/8, non « " + d.value + " ».",
    codesFile: () => "--codes-file donne les codes humains : indiquez par --codes pa-x de qui sont les colonnes."
  },
  archive: {
    neitherKind: (d) => d.name + " n'est ni un fichier ni un dossier.",
    none: (d) => d.name + " n'est pas une archive : nommez un dossier, un zip, un CSV (.csv, .tsv) ou des lignes JSON (.jsonl, .ndjson). « poclint lint » examine des projets isolés.",
    empty: (d) => d.name + " est vide : il n'y a pas d'en-tête auquel se fier.",
    noColumn: (d) => d.table + " n'a pas de colonne « " + d.name + " » (" + d.option + ").",
    noTextColumn: (d) => d.table + " n'a pas de colonne connue pour contenir des textes : nommez-la par --text-column.",
    columns: (d) => d.sentence + " Ses colonnes sont : " + row(d.names, "fr") + ".",
    firstColumns: (d) => d.sentence + " Ses colonnes sont : " + row(d.names, "fr") + " et " + d.more + " autres.",
    noJoin: (d) => d.file + " n'a pas de colonne " + d.column + " par laquelle joindre. Ses premières colonnes : " + row(d.names, "fr") + ".",
    zipTooLarge: (d) => d.name + " dépasse " + d.size + " : décompressez-le et examinez le dossier.",
    zipNotReviewed: (d) => d.name + " n'a pas été examiné. " + d.reason,
    tooMany: (d) => "L'archive a plus de " + d.most + " documents, limite que fixe --max-documents : relevez-la, ou examinez l'archive par parties avec --shard.",
    noInput: () => "« poclint worker » lit l'entrée standard, qui n'est pas disponible ici."
  },
  folder: {
    isFile: (d) => d.out + " est un fichier : --out nomme un dossier.",
    notWritable: (d) => "On ne peut écrire dans le dossier " + d.out + " (" + d.code + ") : nommez-en un autre par --out.",
    noLongerWritable: (d) => "On ne peut plus écrire dans le dossier " + d.out + " (" + d.code + ") : continuez avec --resume dès que possible.",
    diskFull: (d) => "Le disque est plein : ce qui a été examiné jusqu'ici est gardé dans " + d.out + ". Libérez de la place et continuez avec --resume.",
    notEmpty: (d) => "Le dossier " + d.out + " n'est pas vide et ne contient pas d'examen : nommez-en un autre, ou écrivez-y malgré tout avec --force.",
    otherSchema: (d) => "Le dossier " + d.out + " a été écrit par une autre version de poclint (" + d.schema + ", ici " + d.here + ") : nommez-en un autre, ou écrivez-le de nouveau avec --force.",
    interrupted: (d) => "Le dossier " + d.out + " contient un examen interrompu : continuez avec --resume, ou recommencez avec --force.",
    otherRules: (d) => "L'examen interrompu dans " + d.out + " a été commencé avec d'autres règles ou une autre version (poclint " + d.version + ", règles " + d.rules + ") : recommencez avec --force.",
    otherOptions: (d) => "L'examen interrompu dans " + d.out + " a été commencé avec d'autres options : redonnez les mêmes avec --resume, ou recommencez avec --force.",
    notFinished: (d) => d.folder + " ne contient pas d'examen achevé : faites-en un par « poclint review <archive> --out " + d.folder + " ».",
    damaged: (d) => d.path + " est endommagé : examinez l'archive de nouveau.",
    otherVersion: (d) => d.folder + " a été écrit par une autre version de poclint (" + d.schema + ", ici " + d.here + ") : examinez l'archive de nouveau."
  },
  merge: {
    nameParts: () => "Nommez les dossiers des parties : poclint merge part-1 part-2 --out review",
    noPart: (d) => d.folder + " n'est pas une partie : il a été examiné sans --shard.",
    differ: (d) => d.folder + " et " + d.first + " ne sont pas des parties d'un même examen : leur nombre de parties, leurs règles, leurs options ou leur version diffèrent.",
    missing: (d) => "Sur " + d.total + " parties manquent " + row(d.missing, "fr") + ".",
    twice: (d) => "La partie " + d.part + " est nommée deux fois."
  },
  queue: {
    notInstalled: () => "--queue demande BullMQ, qui n'est pas installé : npm install bullmq ioredis",
    noServer: (d) => "Aucun serveur Redis ne répond à " + d.address + " : démarrez-le, ou nommez le bon.",
    address: (d) => "--queue demande l'adresse d'un serveur Redis, par exemple redis://localhost:6379, non « " + d.address + " ».",
    givenBack: (d) => "Un exécutant de la file a rendu un lot : " + d.reason
  }
};
  },
  es: () => {
    const es = (n, c) => {
  const s = String(n).split('.'), i = s[0], v0 = !s[1], i1000000 = i.slice(-6);
  return n == 1 ? 'one'
    : !c && i != 0 && i1000000 == 0 && v0 || c > 5 ? 'many'
    : 'other';
};
    return {
  hint: {
    name: (d) => d.sentence + " ¿Quiso decir «" + d.name + "»?"
  },
  file: {
    report: (d) => "El informe no puede escribirse en " + d.path + " (" + d.code + ").",
    copy: (d) => "La copia no puede escribirse en " + d.name + " (" + d.code + ").",
    notAtHand: (d) => "No existe el archivo " + d.name + ".",
    neither: (d) => "No existe ningún archivo ni carpeta " + d.name + ".",
    exists: (d) => d.name + " ya existe."
  },
  draft: {
    because: (d) => d.name + ": " + d.reason,
    nameAny: () => "Nombre al menos un borrador o una carpeta, o «-» para la entrada estándar: poclint lint draft.docx",
    nameOne: () => "Nombre un solo borrador: un archivo, no una carpeta ni la entrada estándar.",
    stdinFilename: () => "--stdin-filename nombra lo que viene de la entrada estándar: indique «-» como borrador.",
    recognised: (d) => "--ocr no tiene «" + d.value + "»: nombre idiomas entre " + row(d.known, "es") + ".",
    notRecognisable: (d) => "--ocr no puede reconocer palabras en «" + d.language + "»: nombre idiomas entre " + row(d.known, "es") + "."
  },
  annotate: {
    nameDraftAndCopy: () => "Nombre un solo borrador y la copia que se escribirá: poclint annotate draft.docx -o reviewed.docx",
    nameCopy: (d) => "Nombre la copia que se escribirá: poclint annotate " + d.name + " -o " + d.proposed,
    suggest: () => "--suggest escribe inserciones controladas, que solo tienen los archivos de Word: anote un .docx.",
    extension: (d) => "La copia tiene el formato del borrador: llámela " + d.proposed + ".",
    isFolder: (d) => d.output + " es una carpeta: nombre el archivo que se escribirá en ella, por ejemplo " + d.proposed + ".",
    isDraft: (d) => d.output + " es el propio borrador, que queda como está: nombre otro archivo, por ejemplo " + d.proposed + "."
  },
  accept: {
    reason: () => "--reason está vacío: diga por qué la observación se deja como está.",
    already: (d) => "Esa observación ya está aceptada: " + d.reason,
    severalFit: (d) => "«" + d.mark + "» corresponde a " + d.count + " observaciones en " + d.name + ": elija entre " + row(d.choices, "es") + ".",
    choice: (d) => d.fingerprint + " (" + cite(d.clause, "es") + ")",
    choiceWholeText: (d) => d.fingerprint + " (texto entero)",
    noFinding: (d) => d.name + " no tiene ninguna observación «" + d.mark + "».",
    listed: (d) => d.sentence + " «poclint lint --verbose» muestra sus huellas."
  },
  diff: {
    nameBoth: () => "Nombre la versión anterior y la nueva: poclint diff draft-6.docx draft-7.docx",
    nameNew: () => "Con --baseline nombre solo la versión nueva: poclint diff --baseline draft-6.json draft-7.docx",
    oneFromInput: () => "Solo uno de los borradores puede venir de la entrada estándar.",
    noWords: () => "Una referencia de comparación no guarda palabras, así que no hay nada que poner lado a lado: elija otro formato.",
    languages: (d) => "Idioma de " + d.oldName + ": " + d.old + "; idioma de " + d.newName + ": " + d.now + ". «poclint diff» compara borradores en un mismo idioma; «poclint parity» pone las versiones lingüísticas una junto a otra.",
    noTrackedChanges: (d) => d.name + " no tiene cambios controlados que comparar. Nombre la versión anterior y la nueva: poclint diff draft-6.docx draft-7.docx"
  },
  baseline: {
    unreadable: (d) => "La referencia de comparación " + d.name + " no puede leerse (" + d.code + ").",
    notJson: (d) => d.name + " no es una referencia de comparación: no es JSON. Haga una con «poclint baseline previous-draft.docx -o " + d.name + "».",
    otherVersion: (d) => d.name + " no es una referencia de comparación de esta versión (" + d.schema + "). Haga una con «poclint baseline previous-draft.docx -o " + d.name + "»."
  },
  parity: {
    nameVersions: () => "Nombre dos versiones lingüísticas, o un archivo que contenga ambas: poclint parity accord-fr.docx accord-en.docx",
    oneFromInput: () => "Solo una de las versiones puede venir de la entrada estándar.",
    sameLanguage: (d) => d.one + " y " + d.other + " están en el mismo idioma (" + d.language + "). «poclint diff» compara borradores en un mismo idioma.",
    oneVersion: (d) => d.name + " parece contener una sola versión lingüística. Nombre también el segundo archivo: poclint parity " + d.file + " other-language.docx",
    manyVersions: (d) => d.name + " contiene versiones en varios idiomas (" + row(d.languages, "es") + "); se pueden comparar dos a la vez. Guarde cada una en su propio archivo."
  },
  rule: {
    none: (d) => "No hay ninguna regla «" + d.name + "».",
    listed: (d) => d.sentence + " «poclint rule catalogue» las enumera todas.",
    noneIn: (d) => "No hay reglas en " + d.folder + ".",
    noneNamed: (d) => "No hay ninguna regla cuyo nombre contenga " + d.names + ".",
    named: (d) => "«" + d.name + "»",
    or: (d) => d.names + " o «" + d.name + "»",
    noModel: (d) => "La regla " + d.rule + " no tiene cláusula modelo.",
    noModelIn: (d) => "La regla " + d.rule + " no tiene cláusula modelo en «" + d.language + "»; la tiene en " + row(d.known, "es") + ".",
    wording: (d) => d.rule + " es una regla de redacción; hay precedentes de temas como sgbv-prohibition.",
    noVocabulary: (d) => "Las reglas no tienen vocabulario para «" + d.language + "»; lo tienen para " + row(d.known, "es") + ".",
    cannotName: (d) => "«" + d.id + "» no puede nombrar una regla: use minúsculas, cifras y guiones, con un prefijo, por ejemplo poc-water-points.",
    catalogueCheck: () => "--check compara con un archivo: nómbrelo con --output.",
    noFolder: (d) => "No existe la carpeta de reglas " + d.folder + ".",
    noConcept: (d) => d.path + " nombra el concepto «" + d.concept + "», para el que ningún vocabulario tiene palabras.",
    defineConcept: (d) => d.sentence + " Defínalo en vocabulary/en/*.yaml junto a la regla, o nombre uno que exista."
  },
  completion: {
    none: (d) => "No hay autocompletado para «" + d.shell + "».",
    choose: (d) => d.sentence + " Elija entre " + row(d.shells, "es") + "."
  },
  configuration: {
    exists: (d) => "Ya hay aquí una configuración: " + d.name + ".",
    none: (d) => "No existe el archivo de configuración " + d.path + ".",
    broken: (d) => d.place + " no puede leerse: " + d.reason + "; corrija esa línea.",
    notLoaded: (d) => d.path + " no puede cargarse: " + d.reason + ".",
    typescript: (d) => d.path + " es TypeScript, que requiere Node 22.18 o posterior; use .js, .json o .yaml en su lugar.",
    program: (d) => d.path + " es un programa, que solo se ejecuta donde el espacio de trabajo es de confianza; use YAML o JSON en su lugar."
  },
  profile: {
    none: (d) => "No hay ningún perfil «" + d.profile + "».",
    known: (d) => d.sentence + " Los perfiles son " + row(d.types, "es") + ", o la ruta de un archivo YAML.",
    unreadable: (d) => "El perfil " + d.path + " no puede leerse; nombre un tipo de acuerdo o un archivo YAML que exista."
  },
  option: {
    wholeNumber: (d) => d.option + " requiere un número entero a partir de 1, no «" + d.value + "».",
    wholeNumberBetween: (d) => d.option + " requiere un número entero de " + d.least + " a " + d.most + ", no «" + d.value + "».",
    positive: (d) => d.option + " requiere un número mayor que 0, no «" + d.value + "».",
    shard: (d) => "--shard requiere una parte y un número de partes, por ejemplo 1/8, no «" + d.value + "».",
    codesFile: () => "--codes-file da los códigos humanos: indique con --codes pa-x de quién son las columnas."
  },
  archive: {
    neitherKind: (d) => d.name + " no es ni un archivo ni una carpeta.",
    none: (d) => d.name + " no es una colección de acuerdos: nombre una carpeta, un zip, un CSV (.csv, .tsv) o líneas JSON (.jsonl, .ndjson). «poclint lint» revisa borradores sueltos.",
    empty: (d) => d.name + " está vacío: no hay encabezado por el que guiarse.",
    noColumn: (d) => d.table + " no tiene la columna «" + d.name + "» (" + d.option + ").",
    noTextColumn: (d) => d.table + " no tiene ninguna columna de la que se sepa que contiene textos: nómbrela con --text-column.",
    columns: (d) => d.sentence + " Sus columnas son: " + row(d.names, "es") + ".",
    firstColumns: (d) => d.sentence + " Sus columnas son: " + row(d.names, "es") + " y " + d.more + " más.",
    noJoin: (d) => d.file + " no tiene la columna " + d.column + " por la que unir. Sus primeras columnas: " + row(d.names, "es") + ".",
    zipTooLarge: (d) => d.name + " supera " + d.size + ": descomprímalo y revise la carpeta.",
    zipNotReviewed: (d) => d.name + " no se revisó. " + d.reason,
    tooMany: (d) => "La colección tiene más de " + d.most + " documentos, límite que fija --max-documents: auméntelo o revise la colección por partes con --shard.",
    noInput: () => "«poclint worker» lee la entrada estándar, que aquí no está disponible."
  },
  folder: {
    isFile: (d) => d.out + " es un archivo: --out nombra una carpeta.",
    notWritable: (d) => "No se puede escribir en la carpeta " + d.out + " (" + d.code + "): nombre otra con --out.",
    noLongerWritable: (d) => "Ya no se puede escribir en la carpeta " + d.out + " (" + d.code + "): continúe con --resume cuando se pueda.",
    diskFull: (d) => "El disco está lleno: lo revisado hasta ahora se conserva en " + d.out + ". Libere espacio y continúe con --resume.",
    notEmpty: (d) => "La carpeta " + d.out + " no está vacía y no contiene ninguna revisión: nombre otra, o escriba en ella de todos modos con --force.",
    otherSchema: (d) => "La carpeta " + d.out + " fue escrita por otra versión de poclint (" + d.schema + ", aquí " + d.here + "): nombre otra, o escríbala de nuevo con --force.",
    interrupted: (d) => "La carpeta " + d.out + " contiene una revisión interrumpida: continúe con --resume o empiece de nuevo con --force.",
    otherRules: (d) => "La revisión interrumpida en " + d.out + " se empezó con otras reglas u otra versión (poclint " + d.version + ", reglas " + d.rules + "): empiece de nuevo con --force.",
    otherOptions: (d) => "La revisión interrumpida en " + d.out + " se empezó con otras opciones: indique las mismas con --resume o empiece de nuevo con --force.",
    notFinished: (d) => d.folder + " no contiene ninguna revisión terminada: haga una con «poclint review <archive> --out " + d.folder + "».",
    damaged: (d) => d.path + " está dañado: revise la colección de nuevo.",
    otherVersion: (d) => d.folder + " fue escrita por otra versión de poclint (" + d.schema + ", aquí " + d.here + "): revise la colección de nuevo."
  },
  merge: {
    nameParts: () => "Nombre las carpetas de las partes: poclint merge part-1 part-2 --out review",
    noPart: (d) => d.folder + " no es una parte: se revisó sin --shard.",
    differ: (d) => d.folder + " y " + d.first + " no son partes de una misma revisión: difieren en su número de partes, reglas, opciones o versión.",
    missing: (d) => "De " + d.total + " partes faltan " + row(d.missing, "es") + ".",
    twice: (d) => "La parte " + d.part + " se nombra dos veces."
  },
  queue: {
    notInstalled: () => "--queue requiere BullMQ, que no está instalado: npm install bullmq ioredis",
    noServer: (d) => "Ningún servidor Redis responde en " + d.address + ": inícielo o nombre el correcto.",
    address: (d) => "--queue requiere la dirección de un servidor Redis, por ejemplo redis://localhost:6379, no «" + d.address + "».",
    givenBack: (d) => "Un proceso de la cola devolvió un lote: " + d.reason
  }
};
  },
  ar: () => {
    const ar = (n) => {
  const s = String(n).split('.'), t0 = Number(s[0]) == n, n100 = t0 && s[0].slice(-2);
  return n == 0 ? 'zero'
    : n == 1 ? 'one'
    : n == 2 ? 'two'
    : (n100 >= 3 && n100 <= 10) ? 'few'
    : (n100 >= 11 && n100 <= 99) ? 'many'
    : 'other';
};
    return {
  hint: {
    name: (d) => d.sentence + " هل تقصد «" + own(d.name, "ar") + "»؟"
  },
  file: {
    report: (d) => "تتعذر كتابة التقرير في " + own(d.path, "ar") + " (" + own(d.code, "ar") + ").",
    copy: (d) => "تتعذر كتابة النسخة في " + own(d.name, "ar") + " (" + own(d.code, "ar") + ").",
    notAtHand: (d) => "لا وجود للملف " + own(d.name, "ar") + ".",
    neither: (d) => "لا وجود لملف أو مجلد باسم " + own(d.name, "ar") + ".",
    exists: (d) => own(d.name, "ar") + " موجود من قبل."
  },
  draft: {
    because: (d) => own(d.name, "ar") + ": " + own(d.reason, "ar"),
    nameAny: () => "اذكر مشروعاً واحداً على الأقل أو مجلداً، أو «-» للإدخال القياسي: ⁨poclint lint draft.docx⁩",
    nameOne: () => "اذكر مشروعاً واحداً: ملفاً، لا مجلداً ولا الإدخال القياسي.",
    stdinFilename: () => "يسمّي ⁨--stdin-filename⁩ ما يأتي من الإدخال القياسي: اكتب «-» بوصفه المشروع.",
    recognised: (d) => "لا يوجد «" + own(d.value, "ar") + "» في ⁨--ocr⁩: اختر لغات من بين " + row(d.known, "ar") + ".",
    notRecognisable: (d) => "لا يستطيع ⁨--ocr⁩ التعرف على كلمات بلغة «" + own(d.language, "ar") + "»: اختر لغات من بين " + row(d.known, "ar") + "."
  },
  annotate: {
    nameDraftAndCopy: () => "اذكر مشروعاً واحداً والنسخة المراد كتابتها: ⁨poclint annotate draft.docx -o reviewed.docx⁩",
    nameCopy: (d) => "اذكر النسخة المراد كتابتها: ⁨poclint annotate " + d.name + " -o " + d.proposed + "⁩",
    suggest: () => "يكتب ⁨--suggest⁩ إدراجات متعقَّبة لا توجد إلا في ملفات Word: علّق على ملف ⁨.docx⁩.",
    extension: (d) => "تكون النسخة بصيغة المشروع نفسه: سمّها " + own(d.proposed, "ar") + ".",
    isFolder: (d) => own(d.output, "ar") + " مجلد: سمِّ الملف المراد كتابته فيه، مثل " + own(d.proposed, "ar") + ".",
    isDraft: (d) => own(d.output, "ar") + " هو المشروع نفسه، وهو يبقى كما هو: سمِّ ملفاً آخر، مثل " + own(d.proposed, "ar") + "."
  },
  accept: {
    reason: () => "الخيار ⁨--reason⁩ فارغ: اذكر لماذا تُترك الملاحظة على حالها.",
    already: (d) => "هذه الملاحظة مقبولة من قبل: " + own(d.reason, "ar"),
    severalFit: (d) => "تنطبق «" + own(d.mark, "ar") + "» على أكثر من ملاحظة (" + d.count + ") في " + own(d.name, "ar") + ": اختر من بين " + row(d.choices, "ar") + ".",
    choice: (d) => own(d.fingerprint, "ar") + " (" + cite(d.clause, "ar") + ")",
    choiceWholeText: (d) => own(d.fingerprint, "ar") + " (النص ككل)",
    noFinding: (d) => "لا توجد في " + own(d.name, "ar") + " ملاحظة «" + own(d.mark, "ar") + "».",
    listed: (d) => d.sentence + " ويعرض «⁨poclint lint --verbose⁩» بصماتها."
  },
  diff: {
    nameBoth: () => "اذكر المشروع السابق والجديد: ⁨poclint diff draft-6.docx draft-7.docx⁩",
    nameNew: () => "مع ⁨--baseline⁩ اذكر المشروع الجديد وحده: ⁨poclint diff --baseline draft-6.json draft-7.docx⁩",
    oneFromInput: () => "لا يأتي من الإدخال القياسي إلا مشروع واحد.",
    noWords: () => "لا يحفظ المرجع المقارَن به أي كلمات، فلا شيء يوضع جنباً إلى جنب: اختر صيغة أخرى.",
    languages: (d) => "لغة " + own(d.oldName, "ar") + ": " + own(d.old, "ar") + "؛ ولغة " + own(d.newName, "ar") + ": " + own(d.now, "ar") + ". يقارن «⁨poclint diff⁩» مشاريع بلغة واحدة؛ ويضع «⁨poclint parity⁩» الصيغ اللغوية جنباً إلى جنب.",
    noTrackedChanges: (d) => "لا توجد في " + own(d.name, "ar") + " تغييرات متعقبة للمقارنة. اذكر المشروع السابق والجديد: ⁨poclint diff draft-6.docx draft-7.docx⁩"
  },
  baseline: {
    unreadable: (d) => "تتعذر قراءة المرجع المقارَن به " + own(d.name, "ar") + " (" + own(d.code, "ar") + ").",
    notJson: (d) => own(d.name, "ar") + " ليس مرجعاً للمقارنة: فهو ليس بصيغة JSON. أعدّ مرجعاً بالأمر «⁨poclint baseline previous-draft.docx -o " + d.name + "⁩».",
    otherVersion: (d) => own(d.name, "ar") + " ليس مرجعاً للمقارنة من هذا الإصدار (" + own(d.schema, "ar") + "). أعدّ مرجعاً بالأمر «⁨poclint baseline previous-draft.docx -o " + d.name + "⁩»."
  },
  parity: {
    nameVersions: () => "اذكر صيغتين لغويتين، أو ملفاً واحداً يضمهما: ⁨poclint parity accord-fr.docx accord-en.docx⁩",
    oneFromInput: () => "لا تأتي من الإدخال القياسي إلا صيغة واحدة.",
    sameLanguage: (d) => own(d.one, "ar") + " و" + own(d.other, "ar") + " باللغة نفسها (" + own(d.language, "ar") + "). يقارن «⁨poclint diff⁩» مشاريع بلغة واحدة.",
    oneVersion: (d) => "يبدو أن " + own(d.name, "ar") + " لا يضم إلا صيغة لغوية واحدة. اذكر الملف الثاني أيضاً: ⁨poclint parity " + d.file + " other-language.docx⁩",
    manyVersions: (d) => "يضم " + own(d.name, "ar") + " صيغاً بعدة لغات (" + row(d.languages, "ar") + ")؛ وتُقارَن صيغتان في كل مرة. احفظ كل صيغة في ملف خاص بها."
  },
  rule: {
    none: (d) => "لا توجد قاعدة باسم «" + own(d.name, "ar") + "».",
    listed: (d) => d.sentence + " ويعددها كلها «⁨poclint rule catalogue⁩».",
    noneIn: (d) => "لا توجد قواعد في " + own(d.folder, "ar") + ".",
    noneNamed: (d) => "لا توجد قاعدة يتضمن اسمها " + d.names + ".",
    named: (d) => "«" + own(d.name, "ar") + "»",
    or: (d) => d.names + " أو «" + own(d.name, "ar") + "»",
    noModel: (d) => "ليس للقاعدة " + own(d.rule, "ar") + " بند نموذجي.",
    noModelIn: (d) => "ليس للقاعدة " + own(d.rule, "ar") + " بند نموذجي بلغة «" + own(d.language, "ar") + "»؛ ولها ذلك في " + row(d.known, "ar") + ".",
    wording: (d) => own(d.rule, "ar") + " قاعدة بشأن الصياغة؛ وتُحفظ السوابق لمواضيع مثل ⁨sgbv-prohibition⁩.",
    noVocabulary: (d) => "ليس للقواعد مفردات بلغة «" + own(d.language, "ar") + "»؛ ولها مفردات في " + row(d.known, "ar") + ".",
    cannotName: (d) => "لا تصلح «" + own(d.id, "ar") + "» اسماً لقاعدة: استعمل حروفاً لاتينية صغيرة وأرقاماً وشرطات، مع سابقة، مثل ⁨poc-water-points⁩.",
    catalogueCheck: () => "يقارن ⁨--check⁩ مع ملف: سمِّه بالخيار ⁨--output⁩.",
    noFolder: (d) => "لا وجود لمجلد القواعد " + own(d.folder, "ar") + ".",
    noConcept: (d) => "يذكر " + own(d.path, "ar") + " المفهوم «" + own(d.concept, "ar") + "»، ولا كلمات له في أي مفردات.",
    defineConcept: (d) => d.sentence + " عرّفه في ⁨vocabulary/en/*.yaml⁩ بجانب القاعدة، أو اذكر مفهوماً موجوداً."
  },
  completion: {
    none: (d) => "لا يوجد إكمال تلقائي لـ«" + own(d.shell, "ar") + "».",
    choose: (d) => d.sentence + " اختر من بين " + row(d.shells, "ar") + "."
  },
  configuration: {
    exists: (d) => "توجد هنا إعدادات من قبل: " + own(d.name, "ar") + ".",
    none: (d) => "لا وجود لملف الإعدادات " + own(d.path, "ar") + ".",
    broken: (d) => "تتعذر قراءة " + own(d.place, "ar") + ": " + own(d.reason, "ar") + "؛ صحّح ذلك السطر.",
    notLoaded: (d) => "يتعذر تحميل " + own(d.path, "ar") + ": " + own(d.reason, "ar") + ".",
    typescript: (d) => own(d.path, "ar") + " بلغة TypeScript، وهي تتطلب ⁨Node 22.18⁩ أو أحدث؛ استعمل بدلاً منه ⁨.js⁩ أو ⁨.json⁩ أو ⁨.yaml⁩.",
    program: (d) => own(d.path, "ar") + " برنامج لا يُشغَّل إلا حيث تكون مساحة العمل موثوقة؛ استعمل YAML أو JSON بدلاً منه."
  },
  profile: {
    none: (d) => "لا يوجد ملف تعريف باسم «" + own(d.profile, "ar") + "».",
    known: (d) => d.sentence + " وملفات التعريف هي " + row(d.types, "ar") + "، أو مسار ملف YAML.",
    unreadable: (d) => "تتعذر قراءة ملف التعريف " + own(d.path, "ar") + "؛ اذكر نوع اتفاق أو ملف YAML موجوداً."
  },
  option: {
    wholeNumber: (d) => "يأخذ " + own(d.option, "ar") + " عدداً صحيحاً من 1 فصاعداً، لا «" + own(d.value, "ar") + "».",
    wholeNumberBetween: (d) => "يأخذ " + own(d.option, "ar") + " عدداً صحيحاً من " + d.least + " إلى " + d.most + "، لا «" + own(d.value, "ar") + "».",
    positive: (d) => "يأخذ " + own(d.option, "ar") + " عدداً أكبر من 0، لا «" + own(d.value, "ar") + "».",
    shard: (d) => "يأخذ ⁨--shard⁩ جزءاً وعدد أجزاء، مثل ⁨1/8⁩، لا «" + own(d.value, "ar") + "».",
    codesFile: () => "يقدّم ⁨--codes-file⁩ الرموز التي وضعها البشر: بيّن بالخيار ⁨--codes pa-x⁩ لمن الأعمدة."
  },
  archive: {
    neitherKind: (d) => own(d.name, "ar") + " ليس ملفاً ولا مجلداً.",
    none: (d) => own(d.name, "ar") + " ليس أرشيفاً: اذكر مجلداً أو ملف zip أو CSV (⁨.csv, .tsv⁩) أو أسطر JSON (⁨.jsonl, .ndjson⁩). ويراجع «⁨poclint lint⁩» المشاريع المفردة.",
    empty: (d) => own(d.name, "ar") + " فارغ: لا عناوين أعمدة فيه.",
    noColumn: (d) => "لا يوجد في " + own(d.table, "ar") + " عمود «" + own(d.name, "ar") + "» (" + own(d.option, "ar") + ").",
    noTextColumn: (d) => "لا يوجد في " + own(d.table, "ar") + " عمود معروف بأنه يضم نصوصاً: سمِّه بالخيار ⁨--text-column⁩.",
    columns: (d) => d.sentence + " وأعمدته هي: " + row(d.names, "ar") + ".",
    firstColumns: (d) => d.sentence + " وأعمدته هي: " + row(d.names, "ar") + " و" + d.more + " غيرها.",
    noJoin: (d) => "لا يوجد في " + own(d.file, "ar") + " عمود " + own(d.column, "ar") + " للربط به. وأول أعمدته: " + row(d.names, "ar") + ".",
    zipTooLarge: (d) => "يتجاوز " + own(d.name, "ar") + " الحجم " + own(d.size, "ar") + ": فُكّ ضغطه وراجع المجلد.",
    zipNotReviewed: (d) => "لم يُراجَع " + own(d.name, "ar") + ". " + own(d.reason, "ar"),
    tooMany: (d) => "في الأرشيف أكثر من " + d.most + " وثيقة، وهو حد يضعه ⁨--max-documents⁩: ارفعه، أو راجع الأرشيف على أجزاء بالخيار ⁨--shard⁩.",
    noInput: () => "يقرأ «⁨poclint worker⁩» الإدخال القياسي، وهو غير متاح هنا."
  },
  folder: {
    isFile: (d) => own(d.out, "ar") + " ملف: و⁨--out⁩ يسمّي مجلداً.",
    notWritable: (d) => "تتعذر الكتابة في المجلد " + own(d.out, "ar") + " (" + own(d.code, "ar") + "): سمِّ غيره بالخيار ⁨--out⁩.",
    noLongerWritable: (d) => "لم تعد الكتابة ممكنة في المجلد " + own(d.out, "ar") + " (" + own(d.code, "ar") + "): تابع بالخيار ⁨--resume⁩ متى أمكن ذلك.",
    diskFull: (d) => "القرص ممتلئ: ما رُوجع حتى الآن محفوظ في " + own(d.out, "ar") + ". أفسح مكاناً وتابع بالخيار ⁨--resume⁩.",
    notEmpty: (d) => "المجلد " + own(d.out, "ar") + " ليس فارغاً ولا يضم مراجعة: سمِّ غيره، أو اكتب فيه مع ذلك بالخيار ⁨--force⁩.",
    otherSchema: (d) => "كتب المجلدَ " + own(d.out, "ar") + " إصدار آخر من ⁨poclint⁩ (" + own(d.schema, "ar") + "، وهنا " + own(d.here, "ar") + "): سمِّ غيره، أو اكتبه من جديد بالخيار ⁨--force⁩.",
    interrupted: (d) => "يضم المجلد " + own(d.out, "ar") + " مراجعة انقطعت: تابع بالخيار ⁨--resume⁩، أو ابدأ من جديد بالخيار ⁨--force⁩.",
    otherRules: (d) => "بدأت المراجعة المنقطعة في " + own(d.out, "ar") + " بقواعد أخرى أو بإصدار آخر (⁨poclint " + d.version + "⁩، القواعد " + own(d.rules, "ar") + "): ابدأ من جديد بالخيار ⁨--force⁩.",
    otherOptions: (d) => "بدأت المراجعة المنقطعة في " + own(d.out, "ar") + " بخيارات أخرى: أعد الخيارات نفسها مع ⁨--resume⁩، أو ابدأ من جديد بالخيار ⁨--force⁩.",
    notFinished: (d) => "لا يضم " + own(d.folder, "ar") + " مراجعة مكتملة: أنجز مراجعة بالأمر «⁨poclint review <archive> --out " + d.folder + "⁩».",
    damaged: (d) => own(d.path, "ar") + " تالف: راجع الأرشيف من جديد.",
    otherVersion: (d) => "كتب " + own(d.folder, "ar") + " إصدار آخر من ⁨poclint⁩ (" + own(d.schema, "ar") + "، وهنا " + own(d.here, "ar") + "): راجع الأرشيف من جديد."
  },
  merge: {
    nameParts: () => "اذكر مجلدات الأجزاء: ⁨poclint merge part-1 part-2 --out review⁩",
    noPart: (d) => own(d.folder, "ar") + " ليس جزءاً: فقد رُوجع بدون ⁨--shard⁩.",
    differ: (d) => own(d.folder, "ar") + " و" + own(d.first, "ar") + " ليسا جزأين من مراجعة واحدة: فهما يختلفان في عدد الأجزاء أو القواعد أو الخيارات أو الإصدار.",
    missing: (d) => "من أصل " + d.total + " من الأجزاء تنقص " + row(d.missing, "ar") + ".",
    twice: (d) => "ذُكر الجزء ⁨" + d.part + "⁩ مرتين."
  },
  queue: {
    notInstalled: () => "يحتاج ⁨--queue⁩ إلى BullMQ، وهو غير مثبّت: ⁨npm install bullmq ioredis⁩",
    noServer: (d) => "لا يجيب أي خادم Redis على " + own(d.address, "ar") + ": شغّله، أو اذكر الخادم الصحيح.",
    address: (d) => "يأخذ ⁨--queue⁩ عنوان خادم Redis، مثل ⁨redis://localhost:6379⁩، لا «" + own(d.address, "ar") + "».",
    givenBack: (d) => "أعادت إحدى عمليات الطابور دفعة: " + own(d.reason, "ar")
  }
};
  },
};
