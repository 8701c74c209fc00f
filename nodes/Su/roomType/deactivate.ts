import { roomTypeState } from './state';

/** Switches a room type off. */
export const deactivate = roomTypeState('deactivate', 'Switch a room type of a property off');
