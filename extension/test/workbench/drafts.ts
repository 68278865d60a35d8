/** A one-page ceasefire that leaves much unsaid. */
export const CEASEFIRE = `# Ceasefire Agreement for the Lower Tamar Valley

The Government and the Tamar Front (hereinafter "the Parties"),

Have agreed as follows:

## Article 1. Ceasefire

1. The Parties shall cease all hostilities within 48 hours of signature.
2. The Parties should refrain from attacks on civilians.

## Article 2. Access

1. The Parties shall allow humanitarian relief to reach all civilians within seven days.
2. [The Parties shall release all children from their ranks within thirty days.]
3. The Joint Commission shall report every month.
`;

/** The same short accord in French and Arabic, with differences that matter: a deadline, a verb, a prohibited act. */
export const ACCORD_FRENCH = `# Accord de cessation des hostilités

Les Parties sont convenues de ce qui suit :

## Article 1 Cessation des hostilités

1. Les Parties cessent toutes les hostilités dans un délai de 72 heures à compter de la signature.
2. Les actes suivants sont interdits :

a) les attaques contre les civils ;

b) le viol et les autres formes de violence sexuelle ;

c) le recrutement et l'utilisation d'enfants.

## Article 2 Accès humanitaire

1. Les Parties autorisent et facilitent l'accès humanitaire rapide et sans entrave à tous les civils dans le besoin.
2. Chaque Partie libère tous les civils détenus arbitrairement dans un délai de 30 jours.
3. Une commission mixte surveille le respect du présent Accord et fait rapport toutes les 2 semaines.
`;

export const ACCORD_ARABIC = `# اتفاق وقف الأعمال العدائية

اتفق الطرفان على ما يلي:

## المادة 1 وقف الأعمال العدائية

1. يلتزم الطرفان بوقف جميع الأعمال العدائية خلال 96 ساعة من التوقيع.
2. تُحظر الأفعال التالية:

أ) الهجمات على المدنيين؛

ج) تجنيد الأطفال واستخدامهم.

## المادة 2 وصول المساعدات الإنسانية

1. يسمح الطرفان بوصول المساعدات الإنسانية إلى جميع المدنيين المحتاجين بسرعة ودون عوائق، ويلتزمان بتيسيره.
2. يسعى كل طرف إلى الإفراج عن جميع المدنيين المحتجزين تعسفاً خلال 30 يوماً.
3. تتولى لجنة مشتركة رصد الامتثال لهذا الاتفاق وتقدم تقريراً كل أسبوعين.
`;
