export function lowered(sentence: string): string;
export function markdownTable(head: readonly string[], rows: ReadonlyArray<ReadonlyArray<string | number>>): string;
export function withMadeSections(text: string, command: string, contentOf: (name: string, held: string) => string): string;
