/** Bodies that chase criminals across borders, as a sentence says them. */
export const POLICE_BODIES: readonly string[] = ['Europol', 'Interpol'];

/** Bodies of world affairs. The article before a name is not part of it. */
export const WORLD_BODIES: readonly string[] = [
  'United Nations',
  'World Bank',
  'International Monetary Fund',
  'World Health Organization',
];
