/** What a person should know after a run, beside its items: n8n shows it above the output, in the editor. */
export interface RunHint {
	/** Plain words, in which nothing of a partner stands: n8n shows them as HTML. The same ones are shown once. */
	readonly message: string;
	/** How loud it is: `info` for what is good to know, `warning` for what a person has to look after. Left out, `info`. */
	readonly type?: 'info' | 'warning';
}
