import type { IHookFunctions } from 'n8n-workflow';

import { checkSetup, type TriggerSetup } from './setup';

/** For a partner without a call to register a webhook: somebody enters the URL by hand. So there is nothing to find, make or remove. */
export function registeredByHand(setup: TriggerSetup): { default: Record<'checkExists' | 'create' | 'delete', (this: IHookFunctions) => Promise<boolean>> } {
	return {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				await checkSetup(this, setup);
				return true;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(true);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(true);
			},
		},
	};
}
