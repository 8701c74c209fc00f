/** What the panel calls the fields that several operations share, for messages. */
export const LABELS = { hotelId: 'Property ID', roomId: 'Room Type ID', ratePlanId: 'Rate Plan ID' } as const;
