import type { SuSettings } from './settings';

/** The digits of a ticket as the setting has them. JSON knows numbers of any length, the generated type does not. */
export function ticketId(digits: string, { ticketForm }: Pick<SuSettings, 'ticketForm'>): string | number {
	return ticketForm === 'text' ? digits : (BigInt(digits) as unknown as number);
}
