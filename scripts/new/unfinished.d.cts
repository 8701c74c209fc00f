/** What `npm run new` has made in a project and nobody has written yet, as `path:line is not written yet: what`. */
export function unfinished(project: string): string[];
