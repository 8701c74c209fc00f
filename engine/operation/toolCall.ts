/** What is known of a call of the node by a model. */
export interface ToolCall {
	/** The node at which a person approved of this very call; undefined where nobody is known to have. */
	readonly approvedAt: string | undefined;
	/** Why no approval counts, as a clause: `n8n's human approval is not between the agent and this tool`. `''` where one does. */
	readonly whyNotApproved: string;
	/** Whether a field of the panel, such as `options.gate`, is the same whatever the model says: it holds no expression. */
	isFixed(field: string): boolean;
}

/**
 * Marks a text so that nobody can make the mark but who holds the secret of the credential, in the same workflow. Neither the
 * secret nor the text can be read from it.
 */
export type Seal = (text: string) => string;

/** What a write may be sent with once. */
export interface Pass {
	/** Of this pass alone. */
	readonly id: string;
	/** As a person calls it, such as `Preview Token`. */
	readonly what: string;
	/** Until when, in milliseconds since 1970; left out, for ever. */
	readonly validUntil?: number;
}
