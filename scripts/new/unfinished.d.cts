/** What `npm run new` has made in a project and nobody has written yet, as `path:line what to write`. */
export function unfinished(project: string): string[];
