import type { IHookFunctions, INodeProperties, IWebhookFunctions } from 'n8n-workflow';

import { triggerFields } from './fields';

/** Fields of which one choice counts, and another than the one that was meant would let in, or leave out, too much. */
const CHOICES: readonly INodeProperties[] = triggerFields.filter(({ type }) => type === 'options');

/**
 * The first choice that an expression fills with what is none of the list, as a person reads it. Read as one of them, a slip in a word
 * could let everybody send.
 *
 * @returns undefined where all of them can be read
 */
export function choiceFault(context: IHookFunctions | IWebhookFunctions): string | undefined {
	const wrong = CHOICES.find((field) => !valuesOf(field).includes(context.getNodeParameter(field.name, field.default)));
	return wrong && `${wrong.displayName} is set to none of its choices: ${valuesOf(wrong).join(', ')}`;
}

function valuesOf({ options = [] }: INodeProperties): unknown[] {
	return options.flatMap((option) => ('value' in option ? [option.value] : []));
}
