/** What the panel calls the fields that several operations share, for messages. */
export const LABELS = { channel: 'Channel', channelBookingId: 'Channel Booking ID', channelHotelId: 'Channel Hotel ID', channelId: 'Channel ID', hotelId: 'Property ID', roomId: 'Room Type ID', ratePlanId: 'Rate Plan ID' } as const;
