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
