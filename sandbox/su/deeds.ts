import type { GuestReply, ImageMessage, ReportRequest, RequestDecision, ReviewReply } from './types';

/** What was carried out for guests and with bookings: a request as it came in, by the kind of the deed. */
export type Deed =
	| { kind: 'message'; body: GuestReply }
	| { kind: 'image'; body: ImageMessage }
	| { kind: 'reply'; body: ReviewReply }
	| { kind: 'report'; body: ReportRequest }
	| { kind: 'decision'; body: RequestDecision }
	| { kind: 'cancellation'; body: { hotelid: string; channel_bookingid: string } };

type OfKind<Kind extends Deed['kind']> = Extract<Deed, { kind: Kind }>['body'];

/** What cannot be taken back, the oldest first. */
export class Deeds {
	private done: Deed[] = [];

	note(deed: Deed): void {
		this.done.push(deed);
	}

	/** All of one kind. */
	of<Kind extends Deed['kind']>(kind: Kind): Array<OfKind<Kind>> {
		return this.done.flatMap((deed) => (deed.kind === kind ? [deed.body as OfKind<Kind>] : []));
	}

	isCancelled(hotelid: string, channel_bookingid: string): boolean {
		return this.of('cancellation').some((deed) => deed.hotelid === hotelid && deed.channel_bookingid === channel_bookingid);
	}

	view(): readonly Deed[] {
		return this.done;
	}

	reset(): void {
		this.done = [];
	}
}
