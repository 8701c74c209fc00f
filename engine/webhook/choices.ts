import type { IHookFunctions, INodeProperties, IWebhookFunctions } from 'n8n-workflow';

/**
 * The first field of which one choice counts, and that an expression fills with what is none of its list, as a person reads it. Read as
 * one of them, a slip in a word could let everybody send.
 *
 * @param fields of the trigger
 * @returns undefined where all of them can be read
 */
export function choiceFault(context: IHookFunctions | IWebhookFunctions, fields: readonly INodeProperties[]): string | undefined {
	for (const field of fields) {
		if (field.type !== 'options') continue;
		const values = valuesOf(field);
		if (!values.includes(context.getNodeParameter(field.name, field.default))) return `${field.displayName} is set to none of its choices: ${values.join(', ')}`;
	}
	return undefined;
}

function valuesOf({ options = [] }: INodeProperties): unknown[] {
	return options.flatMap((option) => ('value' in option ? [option.value] : []));
}
