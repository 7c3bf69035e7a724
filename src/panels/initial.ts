/** The letter that stands for a capital beside its colour: the first letter of its name, whatever signs stand before it. */
export function initialOf(name: string): string {
  return /\p{L}/u.exec(name)?.[0] ?? '';
}
