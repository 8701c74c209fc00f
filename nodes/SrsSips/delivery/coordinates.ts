import type { IDataObject } from 'n8n-workflow';

import { tolerantReader } from '../shared/tolerantReader';

/** Where a delivery is, as far as it could be recognised. A type alias, so that it fits n8n's index signature. */
export type Position = {
	/** SIPS's own words. */
	status: string | null;
	/** Degrees, -90 to 90. */
	latitude: number | null;
	/** Degrees, -180 to 180. */
	longitude: number | null;
	/** As SIPS writes it. */
	updatedAt: string | null;
};

const FRAMES = ['coordinates', 'coordinate', 'position', 'location', 'gps'];

/**
 * Reads the answer of Coordinates, whose page was not seen. A number counts as a latitude or longitude only under that name,
 * and in the range of one. Half a position is none, and so is 0, 0: it lies in the sea, and is what is left where nothing was filled in.
 */
export function readPosition(row: IDataObject): Position {
	const { text, number } = tolerantReader(row, FRAMES);
	const latitude = within(number(['latitude', 'lat']), 90);
	const longitude = within(number(['longitude', 'lng', 'lon', 'long']), 180);
	const isWhole = latitude !== null && longitude !== null && (latitude !== 0 || longitude !== 0);
	return {
		status: text(['coordinatestatus', 'deliverystatus', 'status']),
		latitude: isWhole ? latitude : null,
		longitude: isWhole ? longitude : null,
		updatedAt: text(['lastupdated', 'lastupdatedat', 'updatedat', 'timestamp']),
	};
}

function within(degrees: number | null, most: number): number | null {
	return degrees !== null && Math.abs(degrees) <= most ? degrees : null;
}
