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
  page: {
    title: (d) => "Protection in " + own(d.name, "en"),
    windowTitle: (d) => d.view + " · " + d.name,
    footer: (d) => "poclint " + d.version + ", rules " + d.rules + ". It says what was found and not found in texts; it is no legal advice and ranks nobody. This page loads nothing and sends nothing.",
    loading: () => "Opening the archive …",
    broken: (d) => "This page cannot be shown: " + d.reason + " Use a browser of 2023 or later.",
    noScript: () => "This page draws itself with a script that it carries. Please allow scripts for it; nothing is loaded from elsewhere.",
    skip: () => "Go to the content",
    navigation: () => "Views",
    documents: (d) => plural(d.count, 0, en, { one: numeral(d.count, "en") + " document", other: numeral(d.count, "en") + " documents" }),
    shown: (d) => numeral(d.shown, "en") + " of " + plural(d.all, 0, en, { one: numeral(d.all, "en") + " document", other: numeral(d.all, "en") + " documents" }),
    notShown: (d) => plural(d.count, 0, en, { one: numeral(d.count, "en") + " document is", other: numeral(d.count, "en") + " documents are" }) + " not in this page, which holds no more rows; the tables beside it hold them all.",
    textsLeftOut: (d) => "The texts of " + plural(d.count, 0, en, { one: numeral(d.count, "en") + " document", other: numeral(d.count, "en") + " documents" }) + " are left out because the page would grow too large; their quotes are here, and the tables beside it.",
    detailsLeftOut: (d) => plural(d.count, 0, en, { one: numeral(d.count, "en") + " document has", other: numeral(d.count, "en") + " documents have" }) + " a row only because the page would grow too large; the tables beside it hold the evidence.",
    redacted: () => "Texts and quotations are left out of this page."
  },
  view: {
    map: () => "Heat map",
    coverage: () => "Coverage",
    topics: () => "Rarest protections",
    findings: () => "Findings",
    unreadable: () => "Not readable",
    document: () => "Document"
  },
  filter: {
    heading: () => "Filter",
    text: () => "Title, country or id",
    family: () => "Topics",
    allFamilies: () => "All topics",
    type: () => "Agreement type",
    country: () => "Country",
    region: () => "Region",
    language: () => "Language",
    from: () => "From year",
    to: () => "To year",
    topic: () => "Says something on",
    anyTopic: () => "Any topic",
    level: () => "At least",
    all: () => "All",
    unknown: () => "Not stated",
    reset: () => "Clear filters",
    sort: () => "Sort by"
  },
  sort: {
    order: () => "Order of the archive",
    title: () => "Title",
    newest: () => "Newest first",
    oldest: () => "Oldest first",
    most: () => "Most topics binding",
    fewest: () => "Fewest topics binding"
  },
  family: {
    poc: () => "Protection of civilians",
    groups: () => "Protection of groups",
    sgbv: () => "Sexual violence"
  },
  type: {
    ceasefire: () => "Ceasefire",
    "pre-negotiation": () => "Pre-negotiation",
    framework: () => "Framework",
    comprehensive: () => "Comprehensive",
    implementation: () => "Implementation",
    local: () => "Local",
    humanitarian: () => "Humanitarian"
  },
  meta: {
    country: () => "Country",
    region: () => "Region",
    date: () => "Date",
    year: () => "Year",
    stage: () => "Stage",
    type: () => "Type",
    process: () => "Process",
    parties: () => "Parties",
    language: () => "Language"
  },
  level: {
    absent: () => "Not found",
    mention: () => "Mentioned",
    hortatory: () => "Urged",
    operative: () => "Binding"
  },
  treatment: {
    absent: () => "not found",
    mention: () => "only mentioned",
    hortatory: () => "urged or aimed at",
    operative: () => "binding"
  },
  location: {
    preamble: () => "in the preamble",
    annex: () => "in an annex",
    brackets: () => "only while brackets or tracked changes stand"
  },
  status: {
    agreed: () => "agreed",
    bracketed: () => "in brackets",
    inserted: () => "tracked insertion"
  },
  severity: {
    info: () => "note",
    warning: () => "warning",
    error: () => "error"
  },
  severities: {
    info: () => "Notes",
    warning: () => "Warnings",
    error: () => "Errors"
  },
  map: {
    label: () => "Documents and topics",
    document: () => "Document",
    help: () => "Arrow keys move, Enter opens the document or sorts by the topic, Page Up and Page Down scroll, Home and End go to the ends of a row.",
    hint: () => "Point at a cell, or move to it with the arrow keys.",
    legend: () => "Legend",
    none: () => "No document passes the filters.",
    sortBy: (d) => d.topic + ". Sort by this topic",
    bracketed: () => "Falls with the brackets",
    preamble: () => "Only in the preamble",
    printed: (d) => "The first " + numeral(d.printed, "en") + " of " + plural(d.all, 0, en, { one: numeral(d.all, "en") + " document", other: numeral(d.all, "en") + " documents" }) + " are printed. Filter to print others."
  },
  chart: {
    over: () => "Shown for",
    time: () => "By year",
    type: () => "By agreement type",
    region: () => "By region",
    country: () => "By country (the 20 with most documents)",
    language: () => "By language",
    explained: () => "Each bar is all documents of its group, by how they treat the topic.",
    explainedForAll: () => "Each bar is all documents of its group times all topics shown, by how the documents treat the topics.",
    table: () => "The same as a table",
    year: () => "Year",
    group: () => "Group",
    documents: () => "Documents",
    noYears: () => "The archive does not say when the documents were made.",
    noGroups: () => "The archive does not say this of its documents.",
    summary: (d) => d.title + ": " + plural(d.bars, 0, en, { one: numeral(d.bars, "en") + " bar", other: numeral(d.bars, "en") + " bars" }) + ". The table below has the figures."
  },
  topics: {
    intro: () => "Topics by the share of documents that bind somebody to them, rarest first.",
    topic: () => "Topic",
    family: () => "Family",
    share: () => "Binding, share",
    show: (d) => "Show the documents that say something on: " + d.topic
  },
  findings: {
    intro: () => "What was found or not found, by rule. Choose a rule to list its findings.",
    rule: () => "Rule",
    documents: () => "Documents",
    listOf: (d) => "Findings: " + d.title,
    range: (d) => numeral(d.from, "en") + " to " + numeral(d.to, "en") + " of " + plural(d.all, 0, en, { one: numeral(d.all, "en") + " finding", other: numeral(d.all, "en") + " findings" }),
    previous: () => "Previous 100",
    next: () => "Next 100",
    none: () => "No finding passes the filters.",
    missing: () => "Its details are not in this page.",
    whole: () => "whole text"
  },
  unreadable: {
    intro: () => "These documents could not be read. They count nowhere else.",
    document: () => "Document",
    reason: () => "Reason"
  },
  document: {
    back: () => "Back to the archive",
    previous: () => "Previous document",
    next: () => "Next document",
    about: () => "About",
    id: () => "Id",
    type: () => "Agreement type (as reviewed)",
    language: () => "Language (as reviewed)",
    coverage: () => "Evidence by topic",
    notFound: (d) => "Not found: " + plural(d.count, 0, en, { one: numeral(d.count, "en") + " topic", other: numeral(d.count, "en") + " topics" }),
    findings: () => "Findings",
    noFindings: () => "There are no findings.",
    text: () => "Text",
    noText: () => "The text is not in this page.",
    noDetails: () => "The details of this document are not in this page.",
    highlight: () => "Mark",
    allTopics: () => "All topics",
    evidence: (d) => "Evidence " + numeral(d.number, "en") + ": " + d.topics,
    toClause: (d) => "Show " + d.clause + " in the text",
    model: () => "A model clause",
    authority: () => "Authority",
    accepted: (d) => "Left standing deliberately: " + own(d.reason, "en"),
    belongs: () => "where such a clause would belong",
    notices: () => "Notices",
    loading: () => "Opening the document …",
    jumped: (d) => "Shown in the text: " + d.clause,
    noSuch: () => "There is no such document in this page."
  },
  precedents: {
    title: (d) => "Precedents: " + d.title,
    none: () => "no agreement in the archive fits",
    all: (d) => plural(d.found, 0, en, { one: numeral(d.found, "en") + " agreement", other: numeral(d.found, "en") + " agreements" }),
    best: (d) => "the best " + numeral(d.shown, "en") + " of " + plural(d.found, 0, en, { one: numeral(d.found, "en") + " agreement", other: numeral(d.found, "en") + " agreements" }),
    says: (d) => "says " + row(d.slots, "en"),
    saysNothing: () => "names nothing besides",
    alike: (d) => numeral(d.percent, "en") + " % alike",
    also: (d) => "also " + list(d.clauses, "en"),
    alsoMore: (d) => "also " + list(d.clauses, "en") + " …"
  },
  slot: {
    bearer: () => "who is bound",
    obligation: () => "duty",
    protected: () => "who is protected",
    act: () => "act",
    mechanism: () => "mechanism",
    time: () => "time",
    consequence: () => "consequence"
  },
  summary: {
    documents: (d) => plural(d.documents, 0, en, { one: numeral(d.documents, "en") + " document", other: numeral(d.documents, "en") + " documents" }) + ": " + numeral(d.reviewed, "en") + " reviewed, " + numeral(d.unreadable, "en") + " unreadable",
    unchanged: () => "Nothing has changed since the last review; the folder is as it was.",
    known: (d) => numeral(d.known, "en") + " were known from an earlier review and not reviewed again.",
    written: (d) => "Written to " + own(d.folder, "en") + " in " + own(d.time, "en") + "."
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
  page: {
    title: (d) => "La protection dans " + own(d.name, "fr"),
    windowTitle: (d) => d.view + " · " + d.name,
    footer: (d) => "poclint " + d.version + ", règles " + d.rules + ". Il dit ce qui a été trouvé et non trouvé dans des textes ; ce n'est pas un avis juridique et il ne classe personne. Cette page ne charge et n'envoie rien.",
    loading: () => "Ouverture de l'archive …",
    broken: (d) => "Cette page ne peut pas être affichée : " + d.reason + " Utilisez un navigateur de 2023 ou plus récent.",
    noScript: () => "Cette page se dessine avec un script qu'elle porte en elle. Autorisez-lui les scripts ; rien n'est chargé d'ailleurs.",
    skip: () => "Aller au contenu",
    navigation: () => "Vues",
    documents: (d) => plural(d.count, 0, fr, { one: numeral(d.count, "fr") + " document", other: numeral(d.count, "fr") + " documents" }),
    shown: (d) => numeral(d.shown, "fr") + " sur " + plural(d.all, 0, fr, { one: numeral(d.all, "fr") + " document", other: numeral(d.all, "fr") + " documents" }),
    notShown: (d) => plural(d.count, 0, fr, { one: numeral(d.count, "fr") + " document n'est pas", other: numeral(d.count, "fr") + " documents ne sont pas" }) + " dans cette page, qui ne tient pas plus de lignes ; les tableaux à côté les ont tous.",
    textsLeftOut: (d) => plural(d.count, 0, fr, { one: "Le texte de " + numeral(d.count, "fr") + " document est omis", other: "Les textes de " + numeral(d.count, "fr") + " documents sont omis" }) + " car la page deviendrait trop grande ; les citations sont ici et dans les tableaux à côté.",
    detailsLeftOut: (d) => plural(d.count, 0, fr, { one: numeral(d.count, "fr") + " document n'a", other: numeral(d.count, "fr") + " documents n'ont" }) + " qu'une ligne car la page deviendrait trop grande ; les tableaux à côté ont les éléments trouvés.",
    redacted: () => "Les textes et les citations sont omis de cette page."
  },
  view: {
    map: () => "Carte de chaleur",
    coverage: () => "Couverture",
    topics: () => "Protections les plus rares",
    findings: () => "Constats",
    unreadable: () => "Illisibles",
    document: () => "Document"
  },
  filter: {
    heading: () => "Filtrer",
    text: () => "Titre, pays ou identifiant",
    family: () => "Sujets",
    allFamilies: () => "Tous les sujets",
    type: () => "Type d'accord",
    country: () => "Pays",
    region: () => "Région",
    language: () => "Langue",
    from: () => "À partir de l'année",
    to: () => "Jusqu'à l'année",
    topic: () => "Traite de",
    anyTopic: () => "N'importe quel sujet",
    level: () => "Au moins",
    all: () => "Tous",
    unknown: () => "Non indiqué",
    reset: () => "Effacer les filtres",
    sort: () => "Trier par"
  },
  sort: {
    order: () => "Ordre de l'archive",
    title: () => "Titre",
    newest: () => "Les plus récents d'abord",
    oldest: () => "Les plus anciens d'abord",
    most: () => "Le plus de sujets contraignants",
    fewest: () => "Le moins de sujets contraignants"
  },
  family: {
    poc: () => "Protection des civils",
    groups: () => "Protection de groupes",
    sgbv: () => "Violences sexuelles"
  },
  type: {
    ceasefire: () => "Cessez-le-feu",
    "pre-negotiation": () => "Prénégociation",
    framework: () => "Accord-cadre",
    comprehensive: () => "Accord global",
    implementation: () => "Accord d'application",
    local: () => "Accord local",
    humanitarian: () => "Accord humanitaire"
  },
  meta: {
    country: () => "Pays",
    region: () => "Région",
    date: () => "Date de signature",
    year: () => "Année",
    stage: () => "Étape",
    type: () => "Nature",
    process: () => "Processus",
    parties: () => "Parties à l'accord",
    language: () => "Langue"
  },
  level: {
    absent: () => "Non trouvé",
    mention: () => "Nommé seulement",
    hortatory: () => "Souple",
    operative: () => "Contraignant"
  },
  treatment: {
    absent: () => "non trouvé",
    mention: () => "nommé seulement",
    hortatory: () => "souple, sans lier personne",
    operative: () => "contraignant"
  },
  location: {
    preamble: () => "dans le préambule",
    annex: () => "dans une annexe",
    brackets: () => "seulement tant que tiennent les crochets ou les modifications suivies"
  },
  status: {
    agreed: () => "convenu",
    bracketed: () => "entre crochets",
    inserted: () => "insertion suivie"
  },
  severity: {
    info: () => "remarque",
    warning: () => "avertissement",
    error: () => "erreur"
  },
  severities: {
    info: () => "Remarques",
    warning: () => "Avertissements",
    error: () => "Erreurs"
  },
  map: {
    label: () => "Documents et sujets",
    document: () => "Document",
    help: () => "Les flèches déplacent, Entrée ouvre le document ou trie par le sujet, Page haut et Page bas font défiler, Début et Fin vont aux extrémités d'une ligne.",
    hint: () => "Pointez une case, ou allez-y avec les flèches.",
    legend: () => "Légende",
    none: () => "Aucun document ne passe les filtres.",
    sortBy: (d) => d.topic + ". Trier par ce sujet",
    bracketed: () => "Tombe avec les crochets",
    preamble: () => "Seulement dans le préambule",
    printed: (d) => "Les " + numeral(d.printed, "fr") + " premiers sur " + plural(d.all, 0, fr, { one: numeral(d.all, "fr") + " document", other: numeral(d.all, "fr") + " documents" }) + " sont imprimés. Filtrez pour en imprimer d'autres."
  },
  chart: {
    over: () => "Affiché pour",
    time: () => "Par année",
    type: () => "Par type d'accord",
    region: () => "Par région",
    country: () => "Par pays (les 20 qui ont le plus de documents)",
    language: () => "Par langue",
    explained: () => "Chaque barre représente tous les documents de son groupe, selon la manière dont ils traitent le sujet.",
    explainedForAll: () => "Chaque barre représente tous les documents de son groupe pour tous les sujets affichés, selon la manière dont ils les traitent.",
    table: () => "Les mêmes chiffres en tableau",
    year: () => "Année",
    group: () => "Groupe",
    documents: () => "Nombre de documents",
    noYears: () => "L'archive ne dit pas de quand datent les documents.",
    noGroups: () => "L'archive ne le dit pas de ses documents.",
    summary: (d) => d.title + " : " + plural(d.bars, 0, fr, { one: numeral(d.bars, "fr") + " barre", other: numeral(d.bars, "fr") + " barres" }) + ". Le tableau ci-dessous a les chiffres."
  },
  topics: {
    intro: () => "Les sujets selon la part des documents qui y obligent quelqu'un, les plus rares d'abord.",
    topic: () => "Sujet",
    family: () => "Famille",
    share: () => "Contraignant, part",
    show: (d) => "Montrer les documents qui traitent de : " + d.topic
  },
  findings: {
    intro: () => "Ce qui a été trouvé ou non trouvé, par règle. Choisissez une règle pour voir ses constats.",
    rule: () => "Règle",
    documents: () => "Nombre de documents",
    listOf: (d) => "Constats : " + d.title,
    range: (d) => numeral(d.from, "fr") + " à " + numeral(d.to, "fr") + " sur " + plural(d.all, 0, fr, { one: numeral(d.all, "fr") + " constat", other: numeral(d.all, "fr") + " constats" }),
    previous: () => "100 précédents",
    next: () => "100 suivants",
    none: () => "Aucun constat ne passe les filtres.",
    missing: () => "Ses détails ne sont pas dans cette page.",
    whole: () => "texte dans son ensemble"
  },
  unreadable: {
    intro: () => "Ces documents n'ont pas pu être lus. Ils ne comptent nulle part ailleurs.",
    document: () => "Document",
    reason: () => "Raison"
  },
  document: {
    back: () => "Retour à l'archive",
    previous: () => "Document précédent",
    next: () => "Document suivant",
    about: () => "À propos",
    id: () => "Identifiant",
    type: () => "Type d'accord (selon l'examen)",
    language: () => "Langue (selon l'examen)",
    coverage: () => "Éléments trouvés par sujet",
    notFound: (d) => "Non trouvé : " + plural(d.count, 0, fr, { one: numeral(d.count, "fr") + " sujet", other: numeral(d.count, "fr") + " sujets" }),
    findings: () => "Constats",
    noFindings: () => "Il n'y a aucun constat.",
    text: () => "Texte",
    noText: () => "Le texte n'est pas dans cette page.",
    noDetails: () => "Les détails de ce document ne sont pas dans cette page.",
    highlight: () => "Marquer",
    allTopics: () => "Tous les sujets",
    evidence: (d) => "Élément " + numeral(d.number, "fr") + " : " + d.topics,
    toClause: (d) => "Montrer " + d.clause + " dans le texte",
    model: () => "Une clause type",
    authority: () => "Source",
    accepted: (d) => "Laissé en l'état à dessein : " + own(d.reason, "fr"),
    belongs: () => "là où une telle clause aurait sa place",
    notices: () => "Remarques",
    loading: () => "Ouverture du document …",
    jumped: (d) => "Montré dans le texte : " + d.clause,
    noSuch: () => "Il n'y a pas de tel document dans cette page."
  },
  precedents: {
    title: (d) => "Précédents : " + d.title,
    none: () => "aucun accord de l'archive ne convient",
    all: (d) => plural(d.found, 0, fr, { one: numeral(d.found, "fr") + " accord", other: numeral(d.found, "fr") + " accords" }),
    best: (d) => "les " + numeral(d.shown, "fr") + " meilleurs sur " + plural(d.found, 0, fr, { one: numeral(d.found, "fr") + " accord", other: numeral(d.found, "fr") + " accords" }),
    says: (d) => "dit " + row(d.slots, "fr"),
    saysNothing: () => "ne nomme rien de plus",
    alike: (d) => "ressemblant à " + numeral(d.percent, "fr") + " %",
    also: (d) => "aussi " + list(d.clauses, "fr"),
    alsoMore: (d) => "aussi " + list(d.clauses, "fr") + " …"
  },
  slot: {
    bearer: () => "qui est lié",
    obligation: () => "l'obligation",
    protected: () => "qui est protégé",
    act: () => "l'acte",
    mechanism: () => "le mécanisme",
    time: () => "le délai",
    consequence: () => "la suite"
  },
  summary: {
    documents: (d) => plural(d.documents, 0, fr, { one: numeral(d.documents, "fr") + " document", other: numeral(d.documents, "fr") + " documents" }) + " : " + plural(d.reviewed, 0, fr, { one: numeral(d.reviewed, "fr") + " examiné", other: numeral(d.reviewed, "fr") + " examinés" }) + ", " + plural(d.unreadable, 0, fr, { one: numeral(d.unreadable, "fr") + " illisible", other: numeral(d.unreadable, "fr") + " illisibles" }),
    unchanged: () => "Rien n'a changé depuis le dernier examen ; le dossier est tel qu'il était.",
    known: (d) => plural(d.known, 0, fr, { one: numeral(d.known, "fr") + " était connu d'un examen antérieur et n'a pas été réexaminé.", other: numeral(d.known, "fr") + " étaient connus d'un examen antérieur et n'ont pas été réexaminés." }),
    written: (d) => "Écrit dans " + own(d.folder, "fr") + " en " + own(d.time, "fr") + "."
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
  page: {
    title: (d) => "La protección en " + own(d.name, "es"),
    windowTitle: (d) => d.view + " · " + d.name,
    footer: (d) => "poclint " + d.version + ", reglas " + d.rules + ". Dice qué se encontró y qué no en unos textos; no es asesoramiento jurídico y no clasifica a nadie. Esta página no carga ni envía nada.",
    loading: () => "Abriendo el archivo …",
    broken: (d) => "Esta página no puede mostrarse: " + d.reason + " Use un navegador de 2023 o posterior.",
    noScript: () => "Esta página se dibuja con un guion que lleva consigo. Permítale los guiones; nada se carga de otro lugar.",
    skip: () => "Ir al contenido",
    navigation: () => "Vistas",
    documents: (d) => plural(d.count, 0, es, { one: numeral(d.count, "es") + " documento", other: numeral(d.count, "es") + " documentos" }),
    shown: (d) => numeral(d.shown, "es") + " de " + plural(d.all, 0, es, { one: numeral(d.all, "es") + " documento", other: numeral(d.all, "es") + " documentos" }),
    notShown: (d) => plural(d.count, 0, es, { one: numeral(d.count, "es") + " documento no está", other: numeral(d.count, "es") + " documentos no están" }) + " en esta página, que no admite más filas; las tablas junto a ella los tienen todos.",
    textsLeftOut: (d) => plural(d.count, 0, es, { one: "Se omite el texto de " + numeral(d.count, "es") + " documento", other: "Se omiten los textos de " + numeral(d.count, "es") + " documentos" }) + " porque la página crecería demasiado; sus citas están aquí y en las tablas junto a ella.",
    detailsLeftOut: (d) => plural(d.count, 0, es, { one: numeral(d.count, "es") + " documento tiene", other: numeral(d.count, "es") + " documentos tienen" }) + " solo una fila porque la página crecería demasiado; las tablas junto a ella tienen las pruebas.",
    redacted: () => "Los textos y las citas se omiten en esta página."
  },
  view: {
    map: () => "Mapa de calor",
    coverage: () => "Cobertura",
    topics: () => "Protecciones más raras",
    findings: () => "Observaciones",
    unreadable: () => "Ilegibles",
    document: () => "Documento"
  },
  filter: {
    heading: () => "Filtrar",
    text: () => "Título, país o identificador",
    family: () => "Temas",
    allFamilies: () => "Todos los temas",
    type: () => "Tipo de acuerdo",
    country: () => "País",
    region: () => "Región",
    language: () => "Idioma",
    from: () => "Desde el año",
    to: () => "Hasta el año",
    topic: () => "Dice algo sobre",
    anyTopic: () => "Cualquier tema",
    level: () => "Al menos",
    all: () => "Todos",
    unknown: () => "No indicado",
    reset: () => "Quitar los filtros",
    sort: () => "Ordenar por"
  },
  sort: {
    order: () => "Orden del archivo",
    title: () => "Título",
    newest: () => "Los más recientes primero",
    oldest: () => "Los más antiguos primero",
    most: () => "Más temas vinculantes",
    fewest: () => "Menos temas vinculantes"
  },
  family: {
    poc: () => "Protección de los civiles",
    groups: () => "Protección de grupos",
    sgbv: () => "Violencia sexual"
  },
  type: {
    ceasefire: () => "Cese del fuego",
    "pre-negotiation": () => "Prenegociación",
    framework: () => "Acuerdo marco",
    comprehensive: () => "Acuerdo general",
    implementation: () => "Acuerdo de aplicación",
    local: () => "Acuerdo local",
    humanitarian: () => "Acuerdo humanitario"
  },
  meta: {
    country: () => "País",
    region: () => "Región",
    date: () => "Fecha",
    year: () => "Año",
    stage: () => "Etapa",
    type: () => "Tipo",
    process: () => "Proceso",
    parties: () => "Partes",
    language: () => "Idioma"
  },
  level: {
    absent: () => "No encontrado",
    mention: () => "Solo nombrado",
    hortatory: () => "Blando",
    operative: () => "Vinculante"
  },
  treatment: {
    absent: () => "no encontrado",
    mention: () => "solo nombrado",
    hortatory: () => "blando, sin obligar a nadie",
    operative: () => "vinculante"
  },
  location: {
    preamble: () => "en el preámbulo",
    annex: () => "en un anexo",
    brackets: () => "solo mientras se mantengan los corchetes o los cambios controlados"
  },
  status: {
    agreed: () => "acordado",
    bracketed: () => "entre corchetes",
    inserted: () => "inserción controlada"
  },
  severity: {
    info: () => "nota",
    warning: () => "advertencia",
    error: () => "error de redacción"
  },
  severities: {
    info: () => "Notas",
    warning: () => "Advertencias",
    error: () => "Errores"
  },
  map: {
    label: () => "Documentos y temas",
    document: () => "Documento",
    help: () => "Las flechas mueven, Intro abre el documento u ordena por el tema, Re Pág y Av Pág desplazan, Inicio y Fin van a los extremos de una fila.",
    hint: () => "Señale una celda, o vaya a ella con las flechas.",
    legend: () => "Leyenda",
    none: () => "Ningún documento pasa los filtros.",
    sortBy: (d) => d.topic + ". Ordenar por este tema",
    bracketed: () => "Cae con los corchetes",
    preamble: () => "Solo en el preámbulo",
    printed: (d) => "Se imprimen los primeros " + numeral(d.printed, "es") + " de " + plural(d.all, 0, es, { one: numeral(d.all, "es") + " documento", other: numeral(d.all, "es") + " documentos" }) + ". Filtre para imprimir otros."
  },
  chart: {
    over: () => "Mostrado para",
    time: () => "Por año",
    type: () => "Por tipo de acuerdo",
    region: () => "Por región",
    country: () => "Por país (los 20 con más documentos)",
    language: () => "Por idioma",
    explained: () => "Cada barra son todos los documentos de su grupo, según cómo tratan el tema.",
    explainedForAll: () => "Cada barra son todos los documentos de su grupo por todos los temas mostrados, según cómo los tratan.",
    table: () => "Lo mismo en una tabla",
    year: () => "Año",
    group: () => "Grupo",
    documents: () => "Documentos",
    noYears: () => "El archivo no dice de cuándo son los documentos.",
    noGroups: () => "El archivo no dice esto de sus documentos.",
    summary: (d) => d.title + ": " + plural(d.bars, 0, es, { one: numeral(d.bars, "es") + " barra", other: numeral(d.bars, "es") + " barras" }) + ". La tabla de abajo tiene las cifras."
  },
  topics: {
    intro: () => "Los temas según la parte de los documentos que obligan a alguien, los más raros primero.",
    topic: () => "Tema",
    family: () => "Familia",
    share: () => "Vinculante, parte",
    show: (d) => "Mostrar los documentos que dicen algo sobre: " + d.topic
  },
  findings: {
    intro: () => "Qué se encontró o no se encontró, por regla. Elija una regla para ver sus observaciones.",
    rule: () => "Regla",
    documents: () => "Documentos",
    listOf: (d) => "Observaciones: " + d.title,
    range: (d) => numeral(d.from, "es") + " a " + numeral(d.to, "es") + " de " + plural(d.all, 0, es, { one: numeral(d.all, "es") + " observación", other: numeral(d.all, "es") + " observaciones" }),
    previous: () => "100 anteriores",
    next: () => "100 siguientes",
    none: () => "Ninguna observación pasa los filtros.",
    missing: () => "Sus detalles no están en esta página.",
    whole: () => "texto en su conjunto"
  },
  unreadable: {
    intro: () => "Estos documentos no pudieron leerse. No cuentan en ningún otro lugar.",
    document: () => "Documento",
    reason: () => "Razón"
  },
  document: {
    back: () => "Volver al archivo",
    previous: () => "Documento anterior",
    next: () => "Documento siguiente",
    about: () => "Acerca de",
    id: () => "Identificador",
    type: () => "Tipo de acuerdo (según la revisión)",
    language: () => "Idioma (según la revisión)",
    coverage: () => "Pruebas por tema",
    notFound: (d) => "No se encontró: " + plural(d.count, 0, es, { one: numeral(d.count, "es") + " tema", other: numeral(d.count, "es") + " temas" }),
    findings: () => "Observaciones",
    noFindings: () => "No hay observaciones.",
    text: () => "Texto",
    noText: () => "El texto no está en esta página.",
    noDetails: () => "Los detalles de este documento no están en esta página.",
    highlight: () => "Marcar",
    allTopics: () => "Todos los temas",
    evidence: (d) => "Prueba " + numeral(d.number, "es") + ": " + d.topics,
    toClause: (d) => "Mostrar " + d.clause + " en el texto",
    model: () => "Una cláusula modelo",
    authority: () => "Fuente",
    accepted: (d) => "Dejado como está a propósito: " + own(d.reason, "es"),
    belongs: () => "donde iría una cláusula así",
    notices: () => "Avisos",
    loading: () => "Abriendo el documento …",
    jumped: (d) => "Mostrado en el texto: " + d.clause,
    noSuch: () => "No hay tal documento en esta página."
  },
  precedents: {
    title: (d) => "Precedentes: " + d.title,
    none: () => "ningún acuerdo del archivo corresponde",
    all: (d) => plural(d.found, 0, es, { one: numeral(d.found, "es") + " acuerdo", other: numeral(d.found, "es") + " acuerdos" }),
    best: (d) => "los " + numeral(d.shown, "es") + " mejores de " + plural(d.found, 0, es, { one: numeral(d.found, "es") + " acuerdo", other: numeral(d.found, "es") + " acuerdos" }),
    says: (d) => "dice " + row(d.slots, "es"),
    saysNothing: () => "no nombra nada más",
    alike: (d) => "parecido en un " + numeral(d.percent, "es") + " %",
    also: (d) => "también " + list(d.clauses, "es"),
    alsoMore: (d) => "también " + list(d.clauses, "es") + " …"
  },
  slot: {
    bearer: () => "quién está obligado",
    obligation: () => "la obligación",
    protected: () => "quién está protegido",
    act: () => "el acto",
    mechanism: () => "el mecanismo",
    time: () => "el plazo",
    consequence: () => "la consecuencia"
  },
  summary: {
    documents: (d) => plural(d.documents, 0, es, { one: numeral(d.documents, "es") + " documento", other: numeral(d.documents, "es") + " documentos" }) + ": " + plural(d.reviewed, 0, es, { one: numeral(d.reviewed, "es") + " revisado", other: numeral(d.reviewed, "es") + " revisados" }) + ", " + plural(d.unreadable, 0, es, { one: numeral(d.unreadable, "es") + " ilegible", other: numeral(d.unreadable, "es") + " ilegibles" }),
    unchanged: () => "Nada ha cambiado desde la última revisión; la carpeta está como estaba.",
    known: (d) => plural(d.known, 0, es, { one: numeral(d.known, "es") + " se conocía de una revisión anterior y no se revisó de nuevo.", other: numeral(d.known, "es") + " se conocían de una revisión anterior y no se revisaron de nuevo." }),
    written: (d) => "Escrito en " + own(d.folder, "es") + " en " + own(d.time, "es") + "."
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
  page: {
    title: (d) => "الحماية في " + own(d.name, "ar"),
    windowTitle: (d) => d.view + " · " + d.name,
    footer: (d) => "⁨poclint " + d.version + "⁩، القواعد " + own(d.rules, "ar") + ". تقول الأداة ما عُثر عليه وما لم يُعثر عليه في نصوص؛ وليست مشورة قانونية ولا ترتّب أحداً. لا تحمّل هذه الصفحة شيئاً ولا ترسل شيئاً.",
    loading: () => "جارٍ فتح الأرشيف …",
    broken: (d) => "تعذّر عرض هذه الصفحة: " + own(d.reason, "ar") + " استخدم متصفحاً من عام 2023 أو أحدث.",
    noScript: () => "ترسم هذه الصفحة نفسها ببرنامج تحمله معها. اسمح لها بتشغيله؛ فلا يُحمَّل شيء من مكان آخر.",
    skip: () => "إلى المحتوى",
    navigation: () => "طرق العرض",
    documents: (d) => plural(d.count, 0, ar, { zero: "لا وثائق", one: "وثيقة واحدة", two: "وثيقتان", few: numeral(d.count, "ar") + " وثائق", many: numeral(d.count, "ar") + " وثيقة", other: numeral(d.count, "ar") + " وثيقة" }),
    shown: (d) => numeral(d.shown, "ar") + " من أصل " + plural(d.all, 0, ar, { zero: "لا وثائق", one: "وثيقة واحدة", two: "وثيقتين", few: numeral(d.all, "ar") + " وثائق", many: numeral(d.all, "ar") + " وثيقة", other: numeral(d.all, "ar") + " وثيقة" }),
    notShown: (d) => plural(d.count, 0, ar, { zero: "لا وثائق ناقصة", one: "وثيقة واحدة ليست", two: "وثيقتان ليستا", few: numeral(d.count, "ar") + " وثائق ليست", many: numeral(d.count, "ar") + " وثيقة ليست", other: numeral(d.count, "ar") + " وثيقة ليست" }) + " في هذه الصفحة التي لا تتسع لصفوف أكثر؛ والجداول المرافقة تضمها كلها.",
    textsLeftOut: (d) => "تُركت نصوص " + plural(d.count, 0, ar, { zero: "لا وثائق", one: "وثيقة واحدة", two: "وثيقتين", few: numeral(d.count, "ar") + " وثائق", many: numeral(d.count, "ar") + " وثيقة", other: numeral(d.count, "ar") + " وثيقة" }) + " لأن الصفحة كانت ستكبر كثيراً؛ ومقتطفاتها هنا وفي الجداول المرافقة.",
    detailsLeftOut: (d) => plural(d.count, 0, ar, { zero: "لا وثائق", one: "لوثيقة واحدة", two: "لوثيقتين", few: "لـ" + numeral(d.count, "ar") + " وثائق", many: "لـ" + numeral(d.count, "ar") + " وثيقة", other: "لـ" + numeral(d.count, "ar") + " وثيقة" }) + " صف فقط لأن الصفحة كانت ستكبر كثيراً؛ والجداول المرافقة تضم الأدلة.",
    redacted: () => "تُركت النصوص والمقتطفات من هذه الصفحة."
  },
  view: {
    map: () => "الخريطة الحرارية",
    coverage: () => "التغطية",
    topics: () => "أندر أوجه الحماية",
    findings: () => "الملاحظات",
    unreadable: () => "غير مقروءة",
    document: () => "الوثيقة"
  },
  filter: {
    heading: () => "التصفية",
    text: () => "العنوان أو البلد أو المعرّف",
    family: () => "المواضيع",
    allFamilies: () => "كل المواضيع",
    type: () => "نوع الاتفاق",
    country: () => "البلد",
    region: () => "المنطقة",
    language: () => "اللغة",
    from: () => "من سنة",
    to: () => "إلى سنة",
    topic: () => "تقول شيئاً عن",
    anyTopic: () => "أي موضوع",
    level: () => "على الأقل",
    all: () => "الكل",
    unknown: () => "غير مذكور",
    reset: () => "إزالة التصفية",
    sort: () => "الترتيب حسب"
  },
  sort: {
    order: () => "ترتيب الأرشيف",
    title: () => "العنوان",
    newest: () => "الأحدث أولاً",
    oldest: () => "الأقدم أولاً",
    most: () => "الأكثر مواضيع ملزمة",
    fewest: () => "الأقل مواضيع ملزمة"
  },
  family: {
    poc: () => "حماية المدنيين",
    groups: () => "حماية الفئات",
    sgbv: () => "العنف الجنسي"
  },
  type: {
    ceasefire: () => "وقف إطلاق نار",
    "pre-negotiation": () => "نص تمهيدي للمفاوضات",
    framework: () => "اتفاق إطاري",
    comprehensive: () => "اتفاق شامل",
    implementation: () => "اتفاق تنفيذي",
    local: () => "اتفاق محلي",
    humanitarian: () => "اتفاق إنساني"
  },
  meta: {
    country: () => "البلد",
    region: () => "المنطقة",
    date: () => "التاريخ",
    year: () => "السنة",
    stage: () => "المرحلة",
    type: () => "النوع",
    process: () => "العملية",
    parties: () => "الأطراف",
    language: () => "اللغة"
  },
  level: {
    absent: () => "لم يُعثر عليه",
    mention: () => "مذكور فقط",
    hortatory: () => "غير ملزم",
    operative: () => "ملزم"
  },
  treatment: {
    absent: () => "لم يُعثر عليه",
    mention: () => "مذكور فقط",
    hortatory: () => "مرغوب فيه دون إلزام أحد",
    operative: () => "ملزم"
  },
  location: {
    preamble: () => "في الديباجة",
    annex: () => "في مرفق",
    brackets: () => "ما بقيت الأقواس أو التغييرات المتعقبة فقط"
  },
  status: {
    agreed: () => "متفق عليه",
    bracketed: () => "بين أقواس",
    inserted: () => "إدراج متعقب"
  },
  severity: {
    info: () => "ملاحظة",
    warning: () => "تنبيه",
    error: () => "خطأ"
  },
  severities: {
    info: () => "ملاحظات",
    warning: () => "تنبيهات",
    error: () => "أخطاء"
  },
  map: {
    label: () => "الوثائق والمواضيع",
    document: () => "الوثيقة",
    help: () => "مفاتيح الأسهم للتنقل، ومفتاح الإدخال يفتح الوثيقة أو يرتب حسب الموضوع، ومفتاحا الصفحة للتمرير، ومفتاحا البداية والنهاية إلى طرفي الصف.",
    hint: () => "أشر إلى خلية، أو انتقل إليها بمفاتيح الأسهم.",
    legend: () => "مفتاح الرموز",
    none: () => "لا وثيقة تجتاز التصفية.",
    sortBy: (d) => d.topic + ". الترتيب حسب هذا الموضوع",
    bracketed: () => "يسقط مع الأقواس",
    preamble: () => "في الديباجة فقط",
    printed: (d) => "طُبعت أول " + numeral(d.printed, "ar") + " من أصل " + plural(d.all, 0, ar, { zero: "لا وثائق", one: "وثيقة واحدة", two: "وثيقتين", few: numeral(d.all, "ar") + " وثائق", many: numeral(d.all, "ar") + " وثيقة", other: numeral(d.all, "ar") + " وثيقة" }) + ". استخدم التصفية لطباعة غيرها."
  },
  chart: {
    over: () => "معروض لـ",
    time: () => "حسب السنة",
    type: () => "حسب نوع الاتفاق",
    region: () => "حسب المنطقة",
    country: () => "حسب البلد (البلدان العشرون الأكثر وثائق)",
    language: () => "حسب اللغة",
    explained: () => "كل عمود هو كل وثائق فئته، بحسب تناولها للموضوع.",
    explainedForAll: () => "كل عمود هو كل وثائق فئته في كل المواضيع المعروضة، بحسب تناولها لها.",
    table: () => "الأرقام نفسها في جدول",
    year: () => "السنة",
    group: () => "الفئة",
    documents: () => "الوثائق",
    noYears: () => "لا يذكر الأرشيف متى وُضعت الوثائق.",
    noGroups: () => "لا يذكر الأرشيف ذلك عن وثائقه.",
    summary: (d) => d.title + ": " + plural(d.bars, 0, ar, { zero: "لا أعمدة", one: "عمود واحد", two: "عمودان", few: numeral(d.bars, "ar") + " أعمدة", many: numeral(d.bars, "ar") + " عموداً", other: numeral(d.bars, "ar") + " عمود" }) + ". الأرقام في الجدول أدناه."
  },
  topics: {
    intro: () => "المواضيع بحسب نسبة الوثائق التي تُلزم بها أحداً، والأندر أولاً.",
    topic: () => "الموضوع",
    family: () => "المجموعة",
    share: () => "نسبة الملزم",
    show: (d) => "عرض الوثائق التي تقول شيئاً عن: " + d.topic
  },
  findings: {
    intro: () => "ما عُثر عليه وما لم يُعثر عليه، بحسب القاعدة. اختر قاعدة لعرض ملاحظاتها.",
    rule: () => "القاعدة",
    documents: () => "الوثائق",
    listOf: (d) => "الملاحظات: " + d.title,
    range: (d) => "من " + numeral(d.from, "ar") + " إلى " + numeral(d.to, "ar") + " من أصل " + plural(d.all, 0, ar, { zero: "لا ملاحظات", one: "ملاحظة واحدة", two: "ملاحظتين", few: numeral(d.all, "ar") + " ملاحظات", many: numeral(d.all, "ar") + " ملاحظة", other: numeral(d.all, "ar") + " ملاحظة" }),
    previous: () => "المائة السابقة",
    next: () => "المائة التالية",
    none: () => "لا ملاحظة تجتاز التصفية.",
    missing: () => "تفاصيلها ليست في هذه الصفحة.",
    whole: () => "النص ككل"
  },
  unreadable: {
    intro: () => "تعذّرت قراءة هذه الوثائق. ولا تُحسب في أي موضع آخر.",
    document: () => "الوثيقة",
    reason: () => "السبب"
  },
  document: {
    back: () => "العودة إلى الأرشيف",
    previous: () => "الوثيقة السابقة",
    next: () => "الوثيقة التالية",
    about: () => "عن الوثيقة",
    id: () => "المعرّف",
    type: () => "نوع الاتفاق (بحسب المراجعة)",
    language: () => "اللغة (بحسب المراجعة)",
    coverage: () => "الأدلة حسب الموضوع",
    notFound: (d) => "لم يُعثر على: " + plural(d.count, 0, ar, { zero: "لا مواضيع", one: "موضوع واحد", two: "موضوعين", few: numeral(d.count, "ar") + " مواضيع", many: numeral(d.count, "ar") + " موضوعاً", other: numeral(d.count, "ar") + " موضوع" }),
    findings: () => "الملاحظات",
    noFindings: () => "لا ملاحظات.",
    text: () => "النص",
    noText: () => "النص ليس في هذه الصفحة.",
    noDetails: () => "تفاصيل هذه الوثيقة ليست في هذه الصفحة.",
    highlight: () => "إبراز",
    allTopics: () => "كل المواضيع",
    evidence: (d) => "الدليل " + numeral(d.number, "ar") + ": " + d.topics,
    toClause: (d) => "عرض " + d.clause + " في النص",
    model: () => "بند نموذجي",
    authority: () => "المرجع",
    accepted: (d) => "تُرك على حاله عمداً: " + own(d.reason, "ar"),
    belongs: () => "حيث موضع بند كهذا",
    notices: () => "تنبيهات",
    loading: () => "جارٍ فتح الوثيقة …",
    jumped: (d) => "معروض في النص: " + d.clause,
    noSuch: () => "لا توجد وثيقة كهذه في هذه الصفحة."
  },
  precedents: {
    title: (d) => "السوابق: " + d.title,
    none: () => "لا اتفاق في الأرشيف يطابق المطلوب",
    all: (d) => plural(d.found, 0, ar, { zero: "لا اتفاقات", one: "اتفاق واحد", two: "اتفاقان", few: numeral(d.found, "ar") + " اتفاقات", many: numeral(d.found, "ar") + " اتفاقاً", other: numeral(d.found, "ar") + " اتفاق" }),
    best: (d) => "أفضل " + numeral(d.shown, "ar") + " من أصل " + plural(d.found, 0, ar, { zero: "لا اتفاقات", one: "اتفاق واحد", two: "اتفاقين", few: numeral(d.found, "ar") + " اتفاقات", many: numeral(d.found, "ar") + " اتفاقاً", other: numeral(d.found, "ar") + " اتفاق" }),
    says: (d) => "يذكر " + row(d.slots, "ar"),
    saysNothing: () => "لا يذكر شيئاً غير ذلك",
    alike: (d) => "متشابه بنسبة " + numeral(d.percent, "ar") + " في المائة",
    also: (d) => "وأيضاً " + list(d.clauses, "ar"),
    alsoMore: (d) => "وأيضاً " + list(d.clauses, "ar") + " …"
  },
  slot: {
    bearer: () => "الملزَم",
    obligation: () => "الالتزام",
    protected: () => "المحمي",
    act: () => "الفعل",
    mechanism: () => "الآلية",
    time: () => "المهلة",
    consequence: () => "ما يترتب"
  },
  summary: {
    documents: (d) => plural(d.documents, 0, ar, { zero: "لا وثائق", one: "وثيقة واحدة", two: "وثيقتان", few: numeral(d.documents, "ar") + " وثائق", many: numeral(d.documents, "ar") + " وثيقة", other: numeral(d.documents, "ar") + " وثيقة" }) + ": رُوجع " + numeral(d.reviewed, "ar") + "، وتعذّرت قراءة " + numeral(d.unreadable, "ar"),
    unchanged: () => "لم يتغير شيء منذ المراجعة الأخيرة؛ والمجلد على حاله.",
    known: (d) => "كان " + numeral(d.known, "ar") + " معروفاً من مراجعة سابقة ولم يُراجَع من جديد.",
    written: (d) => "كُتب في " + own(d.folder, "ar") + " خلال " + own(d.time, "ar") + "."
  }
};
  },
};
